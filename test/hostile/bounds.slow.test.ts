import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { embeddedFolder } from "../../pipelines/sources/excerpts.ts";
import { deflatedZeros, rawZipOf } from "../../tools/fuzz/raw-zip.ts";
import { makeBoundedReader, readBounded } from "../support/bounded-process.ts";
import { FILES_2025A } from "../support/excerpt-copy.ts";
import { rawWorkbook, sheetXml } from "../support/raw-workbooks.ts";

/** What one file may take of a process: memory in megabytes, seconds. */
const MOST = { megabytes: 400, seconds: 20 };

const EXCERPT = readFileSync(join(embeddedFolder("2025A"), FILES_2025A.rvu), "latin1");
const SHEET = "xl/worksheets/sheet1.xml";
const MEGABYTES_60 = 60_000_000;
const filled = (piece: string, bytes = MEGABYTES_60): string => piece.repeat(Math.floor(bytes / piece.length));

/** Rows of one filled cell each, all in one column. */
function columnOf(letters: string, rows: number): string {
  return Array.from(
    { length: rows },
    (_, at) => `<row r="${at + 1}"><c r="${letters}${at + 1}"><v>1</v></c></row>`,
  ).join("");
}

/** The columns from A to IV. */
const LETTERS = ["", ..."ABCDEFGHI"]
  .flatMap((first) => [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"].map((last) => first + last))
  .slice(0, 256);

type Case = readonly ["csv" | "txt" | "xlsx" | "zip", () => Uint8Array | string, string];

const CASES: Readonly<Record<string, Case>> = {
  "a zip whose member claims 1 KB and inflates to 10 GB": [
    "zip",
    () => rawZipOf([{ name: "a.csv", bytes: deflatedZeros(640), deflated: true, claimed: 1024 }]),
    "zip.damaged-member",
  ],
  "a zip of members that inflate to 60 MB each": [
    "zip",
    () => {
      const bytes = Buffer.alloc(MEGABYTES_60);
      return rawZipOf(Array.from({ length: 6 }, (_, at) => ({ name: `${at}.csv`, bytes })));
    },
    "zip.inflates-too-large",
  ],
  "a zip of 66,000 members": [
    "zip",
    () => rawZipOf(Array.from({ length: 66_000 }, (_, at) => ({ name: `${at}`, bytes: "" }))),
    "zip.too-many-members",
  ],
  "a workbook with a cell in the last row of Excel": [
    "xlsx",
    () => rawWorkbook({ [SHEET]: sheetXml('<row r="1048576"><c r="A1048576"><v>1</v></c></row>') }),
    "table.too-many-rows",
  ],
  "a workbook with a cell in column XFD of 100,000 rows": [
    "xlsx",
    () => rawWorkbook({ [SHEET]: sheetXml(columnOf("XFD", 100_000)) }),
    "table.too-many-columns",
  ],
  "a workbook with an empty cell in column XFD of 100,000 rows": [
    "xlsx",
    () => rawWorkbook({ [SHEET]: sheetXml(columnOf("XFD", 100_000).replaceAll("<v>1</v>", "")) }),
    "table.too-many-cells",
  ],
  "a workbook of a million rows without a cell": [
    "xlsx",
    () =>
      rawWorkbook({ [SHEET]: sheetXml(Array.from({ length: 1_048_576 }, (_, at) => `<row r="${at + 1}"/>`).join("")) }),
    "heading.not-found",
  ],
  "a workbook of a text in ten million runs": [
    "xlsx",
    () => rawWorkbook({ "xl/sharedStrings.xml": `<sst><si>${filled("<r/>")}</si></sst>` }),
    "table.too-many-cells",
  ],
  "a workbook of a million cells with the same long text in many runs": [
    "xlsx",
    () => {
      const text = `<sst><si>${"<r><t>x_x0041_</t></r>".repeat(3_000)}</si></sst>`;
      const rows = Array.from({ length: 4_000 }, (_, row) => row + 1).map(
        (row) =>
          `<row r="${row}">${LETTERS.map((column) => `<c r="${column}${row}" t="s"><v>0</v></c>`).join("")}</row>`,
      );
      return rawWorkbook({ "xl/sharedStrings.xml": text, [SHEET]: sheetXml(rows.join("")) });
    },
    "heading.not-found",
  ],
  "a workbook with a cell in column IV of 100,000 rows": [
    "xlsx",
    () => rawWorkbook({ [SHEET]: sheetXml(columnOf("IV", 100_000)) }),
    "table.too-many-cells",
  ],
  "a workbook of one text of 60 MB": [
    "xlsx",
    () => rawWorkbook({ "xl/sharedStrings.xml": `<sst><si><t>${filled("x")}</t></si></sst>` }),
    "table.cell-too-long",
  ],
  "a workbook of ten million empty texts": [
    "xlsx",
    () => rawWorkbook({ "xl/sharedStrings.xml": `<sst>${filled("<si/>")}</sst>` }),
    "table.too-many-cells",
  ],
  "a workbook of twenty million elements inside each other": [
    "xlsx",
    () => rawWorkbook({ [SHEET]: filled("<a>") }),
    "xlsx.malformed",
  ],
  "a workbook of one element with ten million attributes": [
    "xlsx",
    () => rawWorkbook({ [SHEET]: `<a ${filled('a="" ')}/>` }),
    "xlsx.malformed",
  ],
  "a workbook of seven million elements that are skipped": [
    "xlsx",
    () =>
      rawWorkbook({ [SHEET]: sheetXml("").replace("<sheetData>", `${filled("<a/>", MEGABYTES_60 / 2)}<sheetData>`) }),
    "heading.not-found",
  ],
  "a workbook of one comment of 60 MB": [
    "xlsx",
    () => rawWorkbook({ [SHEET]: sheetXml("").replace("<sheetData>", `<!--${filled("-x")}--><sheetData>`) }),
    "table.cell-too-long",
  ],
  "a workbook of one text of ten million references": [
    "xlsx",
    () => rawWorkbook({ "xl/sharedStrings.xml": `<sst><si><t>${filled("&#120;")}</t></si></sst>` }),
    "table.cell-too-long",
  ],
  "a workbook of one attribute of sixty million tabs": [
    "xlsx",
    () => rawWorkbook({ [SHEET]: `<worksheet a="${filled("\t")}"/>` }),
    "table.cell-too-long",
  ],
  "a csv of one cell of 60 MB": ["csv", () => filled("x"), "text.line-too-long"],
  "a csv of one quoted cell of many lines": ["csv", () => `"${filled(`${"x".repeat(900)}\n`)}"`, "table.cell-too-long"],
  "a csv whose first quote is never closed": ["csv", () => `a,"b\n${filled(`${"x".repeat(900)}\n`)}`, "csv.malformed"],
  "a csv of thirty million stray quotes": ["csv", () => filled(`${'"a"x'.repeat(200)}\n`), "csv.malformed"],
  "a csv of one row of ten million columns": ["csv", () => ",".repeat(10_000_000), "text.line-too-long"],
  "a csv of ten million rows": ["csv", () => "a\n".repeat(10_000_000), "table.too-many-rows"],
  "a csv of as many short rows as are not counted beforehand": [
    "csv",
    () => "a\n".repeat(999_999),
    "table.too-many-rows",
  ],
  "a csv of more cells than any": ["csv", () => filled(`${",".repeat(250)}\n`), "table.too-many-cells"],
  "a csv of as many cells as are read, all of them bad": [
    "csv",
    () => `${EXCERPT}${`22511${",x".repeat(30)}\n`.repeat(120_000)}`,
    "table.too-many-problems",
  ],
  "a csv of rows that all look like headings": [
    "csv",
    () => `${EXCERPT.split("\n").slice(0, 10).join("\n")}\n${",a,b,c\n".repeat(200_000)}`,
    "heading.too-tall",
  ],
  "a csv of as many and as long headings as are read, none of ours": [
    "csv",
    () => `HCPCS,${Array.from({ length: 254 }, (_, at) => `${at} WORK RVU ${"*1 ".repeat(80)}`).join(",")}\n22511\n`,
    "heading.missing",
  ],
  "a printed text without any line end": ["txt", () => filled("22511 "), "text.line-too-long"],
  "a printed text of rows that nearly fit": [
    "txt",
    () => `22511  ${"x".repeat(240)}\n`.repeat(200_000),
    "text.no-record",
  ],
};

describe("time and memory are bounded in a process that may only read, for", () => {
  beforeAll(makeBoundedReader);

  it.each(Object.entries(CASES))("%s", (_, [reader, make, code]) => {
    const { problem, seconds, megabytes } = readBounded(reader, make());
    expect(problem?.code).toBe(code);
    expect(JSON.stringify(problem).length).toBeLessThan(6_000);
    expect(seconds).toBeLessThan(MOST.seconds);
    expect(megabytes).toBeLessThan(MOST.megabytes);
    if (process.env["RATEBOOK_FIGURES"] !== undefined) console.log(code, seconds.toFixed(1), megabytes.toFixed(0));
  });

  it("a workbook without shared strings, which needs no file beside it", () => {
    const { problem } = readBounded("xlsx", rawWorkbook({ "xl/sharedStrings.xml": undefined }));
    expect(problem?.code).toBe("heading.not-found");
  });

  it("a table as CMS ships it, which needs nothing but to be read", () => {
    expect(readBounded("csv", EXCERPT).problem).toBeUndefined();
  });
});
