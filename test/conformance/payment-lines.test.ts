import { describe, expect, it } from "vitest";
import { Problems } from "../../pipelines/problems/problems.ts";
import { PaymentReader } from "../../pipelines/proof/conformance/payment-lines.ts";
import { wholeLines } from "../../pipelines/proof/conformance/whole-lines.ts";

import { scaledInteger } from "../../schemas/units.ts";
import { lines, record } from "../support/payment-file.ts";

const OFFICE = record({ hcpcs: "22511", nonFacility: "1478.06", facility: "363.26" });
const TECHNICAL = record({
  hcpcs: "77012",
  modifier: "TC",
  nonFacility: "48.25",
  facility: "48.25",
  cap: ["33.92", "33.92"],
});

function read(text: string) {
  const problems = new Problems();
  const reader = new PaymentReader("PFALL25A.txt", problems);
  const rows = reader.read(text.replace(/[\r\n]+$/, ""));
  return { rows, problems: problems.list, counts: reader.counts };
}

async function blocks(text: string, size: number): Promise<string[]> {
  async function* pieces(): AsyncGenerator<string> {
    for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
  }
  const found: string[] = [];
  for await (const block of wholeLines(pieces(), "PFALL25A.txt")) found.push(block);
  return found;
}

describe(PaymentReader, () => {
  it("reads records to cents, with the line they stand in", () => {
    const { rows, problems } = read(lines(OFFICE, TECHNICAL));
    expect(problems).toEqual([]);
    expect(rows.map(({ line }) => line)).toEqual([1, 2]);
    expect(rows[0]?.row).toMatchObject({
      mac: "10112",
      locality: "00",
      hcpcs: "22511",
      modifier: "",
      oppsIndicator: "9",
    });
    expect(scaledInteger(rows[0]?.row.nonFacility as never)).toBe(147_806);
    expect(rows[1]?.row).toMatchObject({ modifier: "TC", oppsIndicator: "1" });
  });

  it("counts what is no record: headers, trailers in quotes or not, blank lines, Ctrl-Z", () => {
    const { counts, problems } = read(
      lines(
        '"HDR PAYMENT AMOUNTS"',
        "HDR without quotes",
        OFFICE,
        "",
        '"TRL- ALL RIGHTS RESERVED."',
        "TRL- too",
        "\u001a",
      ),
    );
    expect(problems).toEqual([]);
    expect(counts).toEqual({ records: 1, header: 2, trailer: 2, blank: 1, endMark: 1 });
  });

  it("takes a blank modifier of one space, cells without quotes, and zeros that a spreadsheet took away", () => {
    const bare = OFFICE.replaceAll('"', "")
      .replace("  ", " ")
      .replace("0001478.06", "1478.06")
      .replace("10112", "2102");
    const { rows, problems } = read(lines(bare));
    expect(problems).toEqual([]);
    expect(rows[0]?.row).toMatchObject({ mac: "02102", modifier: "" });
  });

  it.each([
    [13, [10, 11, 12]],
    [14, [11, 12]],
    [10, [10, 11, 12, 13, 14, 15]],
  ])("recognises records of %i fields, as they were before later columns came", (width, absent) => {
    const cells = TECHNICAL.split(",").filter((_, at) => !absent.includes(at));
    expect(cells).toHaveLength(width);
    const { rows, problems } = read(lines(cells.join(",")));
    expect(problems).toEqual([]);
    expect(rows[0]?.row.therapyNonInstitutional).toBeUndefined();
    expect(rows[0]?.row.oppsIndicator).toBe(width === 10 ? undefined : "1");
  });

  it("collects a problem for each line that fits no layout, and reads on", () => {
    const lost = OFFICE.split(",").slice(1).join(",");
    const { rows, problems } = read(lines(OFFICE, lost, '"2025","10112","00","22511","  "0', TECHNICAL));
    expect(rows.map(({ line }) => line)).toEqual([1, 4]);
    expect(problems.map(({ code, place }) => [code, place])).toEqual([
      ["payment.layout", { file: "PFALL25A.txt", row: 2 }],
      ["payment.quotes", { file: "PFALL25A.txt", row: 3 }],
    ]);
    expect(problems[0]?.message).toMatch(/has 15 fields, saw "10112,00,22511.*"; the lines before it have 16/);
  });

  it("passes no record over, whatever is written over its beginning", () => {
    const damaged = ['"TRL', '"TRL-', '"HDR', '"HDR-', "TRL- "].map((start) => start + OFFICE.slice(start.length));
    const { rows, problems, counts } = read(lines(OFFICE, ...damaged));
    expect(rows).toHaveLength(1);
    expect(counts).toMatchObject({ records: 6, header: 0, trailer: 0 });
    expect(new Set(problems.map(({ place }) => place.row))).toEqual(new Set([2, 3, 4, 5, 6]));
  });

  it("refuses a line that is cut inside a cell, alone or among others", () => {
    const cut = OFFICE.slice(0, -4);
    expect(cut.endsWith('"0000000')).toBe(true);
    for (const text of [lines(OFFICE, cut), lines(cut), lines(cut, OFFICE)]) {
      const { problems, rows } = read(text);
      expect(rows).toHaveLength(text.includes(OFFICE) ? 1 : 0);
      expect(problems).toMatchObject([{ code: "payment.quotes" }]);
    }
    const { problems } = read(lines(cut));
    expect(problems[0]?.message).toMatch(/^its quotes do not match, saw "2025","10112",.*\.\.\.$/);
  });

  it("has a problem of every field for what is no character of it", () => {
    const cells = OFFICE.split(",");
    for (const at of cells.keys()) {
      const text = cells.with(at, `${(cells[at] ?? "").slice(0, -1)}\ufffd"`).join(",");
      expect([at, read(lines(text)).problems[0]?.place.column]).toEqual([at, "ABCDEFGHIJKLMNOP".charAt(at)]);
    }
  });

  it("says which layouts there are when the first record fits none", () => {
    const { problems } = read(lines('"2025","10112","00"'));
    expect(problems[0]?.message).toMatch(
      /3 fields, saw "2025,10112,00"; layouts have 16 \(since therapy reductions, 2011\), 14 .*, 13 .*, 10/,
    );
  });

  it("names the field, its cell, the value seen and what was expected", () => {
    const { problems } = read(lines(OFFICE.replace("0001478.06", "1,478.06"), OFFICE.replace('"9"', '"7"')));
    expect(problems).toMatchObject([
      {
        code: "payment.field",
        place: { row: 1, column: "F", heading: "Non Facility Fee Schedule Amount", key: "10112 00 22511" },
        message: 'expected a number with at most 2 decimals, saw "1,478.06"',
      },
      { place: { row: 2, column: "N" }, message: 'expected 1 (with OPPS amounts) or 9 (without), saw "7"' },
    ]);
  });
});

describe(wholeLines, () => {
  it.each(["\r\n", "\n", "\r"])("gives the same lines wherever the pieces are cut: %j", async (end) => {
    const text = ["a", "bc", "", "def", "\u001a"].join(end);
    for (let size = 1; size <= text.length + 1; size += 1) {
      const found = (await blocks(text, size)).flatMap((block) => block.split(/\r\n|\n|\r/));
      expect([size, found]).toEqual([size, ["a", "bc", "", "def", "\u001a"]]);
    }
  });

  it("makes no line of a line end at the end of the file", async () => {
    expect(await blocks("a\r\nb\r\n", 100)).toEqual(["a\r\nb"]);
    expect(await blocks("a\rb\r", 1)).toEqual(["a", "b"]);
  });

  it("gathers no text without line ends", async () => {
    let read = 0;
    async function* endless(): AsyncGenerator<string> {
      for (; read < 1000; read += 1) yield "x".repeat(10_000);
    }
    const drain = async () => {
      for await (const _ of wholeLines(endless(), "PFALL25A.txt"));
    };
    await expect(drain()).rejects.toThrow(
      /payment\.line-too-long: PFALL25A\.txt: a line has more than 65536 characters/,
    );
    expect(read).toBeLessThan(10);
  });
});
