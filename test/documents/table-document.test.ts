import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { TableDocument } from "../../pipelines/documents/table-document.ts";
import { sha256 } from "../../pipelines/problems/sha256.ts";
import { tableFile } from "../../pipelines/publish/json.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";

interface Row {
  readonly hcpcs: string;
  readonly text?: string;
}

const code = (at: number): string => String(10_000 + at);

/** A table of which every seventh row says so. */
function table(rows: readonly Row[], head: object = { files: {} }) {
  const file = join(temporaryFolder(), "made-up.json");
  const { bytes } = tableFile("made-up.json", head, rows);
  writeFileSync(file, bytes);
  const pin = { sha256: sha256(bytes), bytes: bytes.length, pinnedBy: "the manifest" };
  const open = () => new TableDocument<object, Row>({ file, pin, refuseOther: () => undefined });
  return { file, bytes: Buffer.from(bytes), open };
}

/** Rows of many lengths, so that the pieces that are read end anywhere in them: a megabyte and a half. */
const ROWS = Array.from({ length: 1500 }, (_, at) => ({ hcpcs: code(at), text: "é".repeat((at * 7919) % 1000) }));

describe(TableDocument, () => {
  it("finds each row by itself, as the first question and as a later one", () => {
    const { open } = table(ROWS);
    const later = open();
    for (const [at, row] of ROWS.entries()) {
      if (at % 97 === 0) expect(open().rowsOf({ hcpcs: row.hcpcs })).toEqual([row]);
      expect(later.rowsOf({ hcpcs: row.hcpcs })).toEqual([row]);
    }
    for (const one of [open(), later]) expect(one.rowsOf({ hcpcs: "99999" })).toEqual([]);
  });

  it("finds rows by the beginning of a code, and all of them", () => {
    const { open } = table(ROWS);
    const tens = ROWS.slice(120, 130);
    const later = open();
    expect(later.head).toEqual({ files: {} });
    for (const one of [open(), later]) {
      expect(one.rowsBeginning({ hcpcs: "1012" })).toEqual(tens);
      expect(one.rowsOf({ hcpcs: "1012" })).toEqual([]);
      expect(one.allRows()).toEqual(ROWS);
    }
  });

  it("finds rows by a field that is not the first, wherever its text is", () => {
    const rows = [
      { hcpcs: "10000", apc: "5113", nested: { apc: "5112" } },
      { hcpcs: "10001", apc: "5112", status: "T" },
      { hcpcs: "10002", apc: "51", text: '"apc":"5112"' },
      { hcpcs: "10003", apc: "5112", status: "J1" },
    ];
    const { open } = table(rows);
    const later = open();
    expect(later.rowsOf({ hcpcs: "10000" })).toEqual([rows[0]]);
    for (const one of [open(), later]) {
      expect([...one.rowsHaving({ apc: "5112" })]).toEqual([rows[1], rows[3]]);
      expect([...one.rowsHaving({ apc: "5112", status: "J1" })]).toEqual([rows[3]]);
      expect([...one.rowsHaving({ apc: "511" })]).toEqual([]);
    }
  });

  it("finds many rows at once, those that are there and those that are not, before and after other questions", () => {
    const { open } = table([...ROWS, { hcpcs: code(7), text: "another row of the code" }]);
    const wanted = Array.from({ length: 100 }, (_, at) => ({ hcpcs: code(at * 31) }));
    const later = open();
    expect(later.rowsOf({ hcpcs: code(0) })).toEqual([ROWS[0]]);
    for (const one of [open(), later]) {
      one.lookUp([...wanted, { hcpcs: code(7) }]);
      for (const [at, each] of wanted.entries()) expect(one.rowsOf(each)).toEqual(ROWS.slice(at * 31, at * 31 + 1));
      expect(one.rowsOf({ hcpcs: code(7) })).toHaveLength(2);
      expect(one.rowsOf({ hcpcs: code(8) })).toEqual([ROWS[8]]);
    }
  });

  it.each([100_000, 131_072, 300_000, 1_000_000])("reads a head and a row of %i characters", (length) => {
    const long = { hcpcs: "20000", text: "x".repeat(length) };
    const head = { files: {}, about: "y".repeat(length) };
    const { open } = table([...ROWS.slice(0, 10), long, ...ROWS.slice(10, 20)], head);
    expect(open().head).toEqual(head);
    expect(open().rowsOf({ hcpcs: "20000" })).toEqual([long]);
    expect(open().rowsOf({ hcpcs: code(15) })).toEqual([ROWS[15]]);
  });

  it("reads a table without rows", () => {
    expect(table([]).open().rowsOf({ hcpcs: "10000" })).toEqual([]);
    expect(table([]).open().allRows()).toEqual([]);
  });

  it("believes no row of a file that was changed behind it", () => {
    const { file, bytes, open } = table(ROWS);
    for (const at of [bytes.length - 2, bytes.length - 200_000, 10]) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] as number) ^ 1;
      writeFileSync(file, changed);
      expect(() => open().rowsOf({ hcpcs: code(0) })).toThrow(/document\.changed/);
      expect(() => open().head).toThrow(/document\.changed/);
      expect(() => open().allRows()).toThrow(/document\.changed/);
    }
  });

  it("believes no file that was changed between two questions", () => {
    const { file, bytes, open } = table(ROWS);
    const one = open();
    expect(one.rowsOf({ hcpcs: code(0) })).toHaveLength(1);
    writeFileSync(file, Buffer.from(bytes.toString("utf8").replace(code(1), code(2))));
    expect(() => one.rowsOf({ hcpcs: code(2) })).toThrow(/document\.changed/);
  });

  it("refuses what is no table, though its hash is right", () => {
    const file = join(temporaryFolder(), "none.json");
    for (const [text, message] of [
      ['{"rows":[]}', /it has no rows with one entry on each line/],
      ['{"a":,\n  "rows": [\n]}', /not valid JSON/],
    ] as const) {
      writeFileSync(file, text);
      const pin = { sha256: sha256(Buffer.from(text)), bytes: text.length, pinnedBy: "the manifest" };
      const open = () => new TableDocument<object, Row>({ file, pin, refuseOther: () => undefined });
      expect(() => open().head).toThrow(message);
      expect(() => open().allRows()).toThrow(message);
    }
  });
});
