import { describe, expect, it } from "vitest";
import { Problems } from "../../pipelines/problems/problems.ts";
import { tableKind } from "../../pipelines/schedules/table-rows.ts";
import { layoutOf } from "../../pipelines/sources/sources.ts";
import { readDelimited } from "../../pipelines/tables/csv.ts";
import { trimCell } from "../../pipelines/tables/grid.ts";
import { readTable, rowsOf } from "../../pipelines/tables/table.ts";
import { readTextTable } from "../../pipelines/tables/text-table.ts";
import type { Problem } from "../../schemas/place.ts";
import { millisecondsOf } from "../support/processor-time.ts";

type Bytes = string | Uint8Array;
const bytesOf = (text: Bytes): Uint8Array => new Uint8Array(Buffer.from(text));

const HEAD =
  "Medicare Administrative Contractor (MAC),State,Locality Number,Locality Name,2025 PW GPCI (with 1.0 Floor),2025 PE GPCI,2025 MP GPCI\n";
const row = (name: string, mac = "10112"): string => `${mac},AL,00,${name},1.000,0.869,0.575\n`;

async function readCsv(text: Bytes) {
  const problems = new Problems();
  const grid = await problems.attempt(() => readDelimited(bytesOf(text), "GPCI2025.csv"));
  const table =
    grid && (await problems.attempt(() => readTable({ grid }, "GPCI2025.csv", tableKind("gpci"), problems, "2025")));
  return { problems: problems.list, rows: table === undefined ? [] : rowsOf(table) };
}

const FORMULAS = [
  '"=HYPERLINK(""http://x"",""ALABAMA"")"',
  "=cmd|' /C calc'!A0",
  "@SUM(1+1)*cmd",
  "+cmd|calc",
  "-cmd|calc",
];

const REFUSED: Readonly<Record<string, { text: Bytes; code: string; place: object; says: RegExp }>> = {
  "UTF-16": {
    text: Buffer.from(`\ufeff${HEAD}`, "utf16le"),
    code: "text.nul-bytes",
    place: { file: "GPCI2025.csv" },
    says: /the text is UTF-16: it contains NUL bytes, the first after 3 bytes/,
  },
  "a NUL": {
    text: `${HEAD}${row("AL\u0000")}`,
    code: "text.nul-bytes",
    place: {},
    says: /the file is not text: it contains NUL/,
  },
  "a line without end": {
    text: `${HEAD}${row("x".repeat(70_000))}`,
    code: "text.line-too-long",
    place: { row: 2 },
    says: /a line of more than 65536 bytes; the limit is 65536/,
  },
  "a cell of many lines": {
    text: `${HEAD}${row(`"${"x\n".repeat(20_000)}"`)}`,
    code: "table.cell-too-long",
    place: { row: 2 },
    says: /a cell of 40000 characters; the limit is 32767/,
  },
  "a quote that nothing closes": {
    text: `${HEAD}${row("A")}${row('"B')}${row("C")}`,
    code: "csv.malformed",
    place: { row: 3 },
    says: /a quoted cell has no closing quote/,
  },
  "text behind a closing quote": {
    text: `${HEAD}${row('"B"x')}`,
    code: "csv.malformed",
    place: { row: 2 },
    says: /or text after it/,
  },
  "300 columns": {
    text: `${HEAD}${",".repeat(299)}\n`,
    code: "table.too-many-columns",
    place: { row: 2 },
    says: /300 cells; the limit is 256/,
  },
  "300,000 lines": {
    text: `${HEAD}${"\n".repeat(300_000)}`,
    code: "table.too-many-rows",
    place: {},
    says: /the limit is 250000/,
  },
  "a heading of 30 rows": {
    text: `${HEAD}${",AL,x\n".repeat(30)}${row("A")}`,
    code: "heading.too-tall",
    place: { row: 1 },
    says: /a heading of 31 rows; the limit is 20/,
  },
  "an escape sequence in a cell that is read": {
    text: `${HEAD}${row("\u001b[31mALABAMA")}`,
    code: "cell.control-character",
    place: { row: 2, column: "D" },
    says: /contains control characters, "\\u001b\[31mALABAMA"/,
  },
};

describe("a csv is refused for", () => {
  it.each(Object.entries(REFUSED))("%s", async (_, { text, code, place, says }) => {
    const { problems } = await readCsv(text);
    expect(problems[0]).toMatchObject({ code, place });
    expect(problems[0]?.message).toMatch(says);
    expect(problems[0]?.cure).not.toBe("");
  });

  it.each(FORMULAS)("the formula %s in a cell that is read", async (formula) => {
    const { problems } = await readCsv(`${HEAD}${row("ALABAMA")}${row(formula)}`);
    expect(problems).toMatchObject([{ code: "cell.formula", place: { row: 3, column: "D" } }]);
    expect(problems[0]?.message).toMatch(/CMS's tables contain none, and ratebook computes none/);
  });

  it("a formula in the place of a key, which is no note below the table", async () => {
    const { problems } = await readCsv(`${HEAD}${row("ALABAMA")}=HYPERLINK(http://somewhere.example/x),,,,,,\n`);
    expect(problems).toMatchObject([{ code: "cell.formula", place: { row: 3, column: "A" } }]);
  });

  it("no more than the first of very many problems", async () => {
    const { problems } = await readCsv(`${HEAD}${row("A")}${row("A", "x").repeat(20_000)}`);
    expect(problems.length).toBe(10_001);
    expect(problems.at(-1)).toMatchObject({ code: "table.too-many-problems" });
  });

  it("headings that nobody could compare in time, cut in what it says", async () => {
    const heading = `${HEAD.replace("2025 PE GPCI", "x".repeat(30_000))}`;
    const { problems } = await readCsv(`${heading}${row("A")}`);
    expect(problems).toMatchObject([{ code: "heading.missing" }]);
    expect(problems[0]?.message.length).toBeLessThan(1_500);
  });
});

describe("a csv is read with", () => {
  it("names that objects have of their own", async () => {
    const heading = HEAD.replace("\n", ",__proto__,constructor,toString\n");
    const extra = row("__proto__").replace("\n", ",a,b,c\n");
    const { problems, rows } = await readCsv(`${heading}${extra}`);
    expect(problems).toEqual([]);
    expect(rows).toMatchObject([{ localityName: "__proto__" }]);
    expect(({} as Record<string, unknown>)["a"]).toBeUndefined();
  });

  it("bytes that are no UTF-8, a byte order mark in the middle, and line ends of old Macs", async () => {
    const latin = Buffer.from(`${HEAD}${row("CAF\u00c9")}`, "latin1");
    expect((await readCsv(latin)).rows).toMatchObject([{ localityName: "CAF\u00c9" }]);
    expect((await readCsv(`${HEAD}${row("\ufeffA")}`)).rows).toMatchObject([{ localityName: "A" }]);
    expect((await readCsv(`${HEAD}${row("A")}`.replaceAll("\n", "\r"))).rows).toHaveLength(1);
    const surrogate = Buffer.concat([Buffer.from(HEAD), Buffer.from([0xed, 0xa0, 0x80])]);
    expect((await readCsv(surrogate)).problems).toMatchObject([{ code: "row.unreadable" }, { code: "table.empty" }]);
  });

  it("formulas and control characters where nobody reads", async () => {
    const heading = HEAD.replace("\n", ",Note\n");
    const { problems } = await readCsv(`${heading}${row("A").replace("\n", ",=1+1\u0007\n")}`);
    expect(problems).toEqual([]);
  });
});

describe("a printed text is refused for", () => {
  async function problemsOf(text: Bytes): Promise<readonly Problem[]> {
    const problems = new Problems();
    const table = await problems.attempt(() => readTextTable(bytesOf(text), "LOCCO.txt", layoutOf("counties")));
    if (table !== undefined) readTable({ text: table }, "LOCCO.txt", tableKind("counties"), problems);
    return problems.list;
  }

  it("NUL bytes, and a row longer than any", async () => {
    expect(await problemsOf("10112 00\u0000")).toMatchObject([{ code: "text.nul-bytes" }]);
    const [problem] = await problemsOf(`x\n10112 00 ${"A  ".repeat(400)}\n`);
    expect(problem).toMatchObject({ code: "text.line-too-long", place: { file: "LOCCO.txt", row: 2 } });
    expect(problem?.message).toMatch(/a row of 1209 characters; the limit is 1000/);
  });

  it("a formula or an escape sequence in a field", async () => {
    expect(await problemsOf("10112 00  ALABAMA  =A1  ALL COUNTIES\n")).toMatchObject([{ code: "cell.formula" }]);
    expect(await problemsOf("10112 00  ALABAMA  \u001b[2J  ALL COUNTIES\n")).toMatchObject([
      { code: "cell.control-character" },
    ]);
  });
});

it("trims cells of nothing but blanks in time", () => {
  const blanks = `x${" ".repeat(30_000)}y`;
  const trim = (): void => {
    for (let time = 0; time < 300; time += 1) expect(trimCell(` ${blanks}\ufffd`)).toBe(blanks);
  };
  expect(millisecondsOf(trim, 1_000)).toBeLessThan(1_000);
});
