import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { InputFault, Problems } from "../../pipelines/problems/problems.ts";
import { tableKind } from "../../pipelines/schedules/table-rows.ts";
import { readTable } from "../../pipelines/tables/table.ts";
import { readWorkbook } from "../../pipelines/tables/xlsx.ts";
import type { Problem } from "../../schemas/place.ts";
import { rawZipOf } from "../../tools/fuzz/raw-zip.ts";
import { type Parts, rawWorkbook, sheetXml, textRow, workbookOf } from "../support/raw-workbooks.ts";

const SHEET = "xl/worksheets/sheet1.xml";
const STRINGS = "xl/sharedStrings.xml";

async function problemOf(bytes: Uint8Array): Promise<Problem> {
  const error: unknown = await readWorkbook(bytes, "b.xlsx").catch((each: unknown) => each);
  if (!(error instanceof InputFault)) throw new Error(`expected an InputFault, saw ${String(error)}`);
  return error.problem;
}

const LAUGHS = `<!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from(
  { length: 9 },
  (_, level) => `<!ENTITY lol${level + 1} "${`&lol${level === 0 ? "" : level};`.repeat(10)}">`,
).join("")}]>`;

const ROW = '<row r="1"><c r="A1"><v>1</v></c></row>';
const numbered = (r: string): string => `<row r="${r}"><c r="A${r}"><v>1</v></c></row>`;
const cellAt = (r: string, row = "1"): string => `<row r="${row}"><c r="${r}"><v>1</v></c></row>`;
const sheets = (count: number): string =>
  `<workbook xmlns:r="r"><sheets>${'<sheet name="s" r:id="rId1"/>'.repeat(count)}</sheets></workbook>`;

type Case = { readonly parts: Parts; readonly code: string; readonly says: RegExp; readonly file?: string };

const CASES: Readonly<Record<string, Case>> = {
  "a billion laughs among its texts": {
    parts: { [STRINGS]: `${LAUGHS}<sst><si><t>&lol9;</t></si></sst>` },
    code: "xlsx.doctype",
    says: /has a DOCTYPE/,
    file: `b.xlsx > ${STRINGS}`,
  },
  "a billion laughs in its worksheet": {
    parts: { [SHEET]: `${LAUGHS}${sheetXml(ROW).replace(/<\?.*?\?>/, "")}` },
    code: "xlsx.doctype",
    says: /can define entities/,
    file: `b.xlsx > ${SHEET}`,
  },
  "an entity that nothing defines": {
    parts: { [SHEET]: sheetXml('<row r="1"><c r="A1" t="str"><v>&xxe;</v></c></row>') },
    code: "xlsx.malformed",
    says: /undefined entity/,
  },
  "a worksheet that ends in the middle": {
    parts: { [SHEET]: sheetXml(ROW).slice(0, -30) },
    code: "xlsx.malformed",
    says: /not well-formed XML/,
  },
  "a worksheet that is no XML": {
    parts: { [SHEET]: "HCPCS,SI\n" },
    code: "xlsx.malformed",
    says: /not well-formed XML/,
  },
  "a worksheet in UTF-16": {
    parts: { [SHEET]: Buffer.from(`\ufeff${sheetXml(ROW)}`, "utf16le") },
    code: "xlsx.malformed",
    says: /not UTF-8/,
  },
  "elements without end inside each other": {
    parts: { [SHEET]: sheetXml(ROW).replace("<sheetData>", `${"<a>".repeat(100_000)}<sheetData>`) },
    code: "xlsx.malformed",
    says: /65 deep; the limit is 64/,
  },
  "an element with a thousand attributes": {
    parts: { [SHEET]: `<a ${Array.from({ length: 1000 }, (_, at) => `a${at}="" `).join("")}/>` },
    code: "xlsx.malformed",
    says: /the limit is 200/,
  },
  "the last row that Excel has": {
    parts: { [SHEET]: sheetXml(numbered("1048576")) },
    code: "table.too-many-rows",
    says: /a filled row with the number 1048576; the limit is 250000/,
  },
  "row 10^9": {
    parts: { [SHEET]: sheetXml(numbered("1000000000")) },
    code: "xlsx.malformed",
    says: /a row has the number "1000000000"/,
  },
  "a row that is no number": { parts: { [SHEET]: sheetXml(numbered("1e3")) }, code: "xlsx.malformed", says: /"1e3"/ },
  "rows that go backwards": {
    parts: { [SHEET]: sheetXml(`${numbered("2")}${numbered("1")}`) },
    code: "xlsx.malformed",
    says: /a row has the number "1"/,
  },
  "a cell in another row's place": { parts: { [SHEET]: sheetXml(cellAt("A2")) }, code: "xlsx.malformed", says: /"A2"/ },
  "a cell beyond the last column": {
    parts: { [SHEET]: sheetXml(cellAt("XFE1")) },
    code: "xlsx.malformed",
    says: /a cell of row 1 has the address "XFE1"/,
  },
  "a cell in the last column": {
    parts: { [SHEET]: sheetXml(cellAt("XFD1")) },
    code: "table.too-many-columns",
    says: /a filled cell in column 16384; the limit is 256/,
  },
  "a column of four letters": {
    parts: { [SHEET]: sheetXml(cellAt("AAAA1")) },
    code: "xlsx.malformed",
    says: /"AAAA1"/,
  },
  "a cell with a prototype's name": {
    parts: { [SHEET]: sheetXml(cellAt("__proto__")) },
    code: "xlsx.malformed",
    says: /"__proto__"/,
  },
  "a text that it does not have": {
    parts: { [SHEET]: sheetXml('<row r="1"><c r="A1" t="s"><v>7</v></c></row>') },
    code: "xlsx.malformed",
    says: /contains "7", expected the number of one of 2 shared strings/,
  },
  "a text that is no number": {
    parts: { [SHEET]: sheetXml('<row r="1"><c r="A1" t="s"><v>length</v></c></row>') },
    code: "xlsx.malformed",
    says: /contains "length", expected the number of one of 2/,
  },
  "a text longer than a cell can hold": {
    parts: { [SHEET]: sheetXml(textRow(1, ["x".repeat(40_000)])) },
    code: "table.cell-too-long",
    says: /a cell of 40000 characters; the limit is 32767/,
  },
  "a shared text longer than a cell can hold": {
    parts: { [STRINGS]: `<sst><si><t>${"x".repeat(40_000)}</t></si></sst>` },
    code: "table.cell-too-long",
    says: /a text of 40000 characters/,
  },
  "100,000 worksheets": {
    parts: { "xl/workbook.xml": sheets(100_000) },
    code: "xlsx.too-many-sheets",
    says: /more than 100 worksheets; the limit is 100/,
  },
  "no worksheet": { parts: { "xl/workbook.xml": sheets(0) }, code: "xlsx.empty", says: /no worksheet/ },
  "no list of worksheets": {
    parts: { "xl/workbook.xml": undefined },
    code: "xlsx.part-missing",
    says: /xl\/workbook\.xml/,
  },
  "no worksheet where it is said to be": {
    parts: { [SHEET]: undefined },
    code: "xlsx.part-missing",
    says: /sheet1\.xml/,
  },
};

describe("a workbook is refused that has", () => {
  it.each(Object.entries(CASES))("%s", async (_, { parts, code, says, file }) => {
    const problem = await problemOf(rawWorkbook(parts));
    expect(problem.code).toBe(code);
    expect(problem.message).toMatch(says);
    expect(problem.place.file).toMatch(/^b\.xlsx/);
    if (file !== undefined) expect(problem.place.file).toBe(file);
    expect(problem.cure).not.toBe("");
  });

  it("another format under its name", async () => {
    const ole = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600)]);
    const problem = await problemOf(new Uint8Array(ole));
    expect(problem).toMatchObject({ code: "xlsx.ole", place: { file: "b.xlsx" } });
    expect(problem.message).toMatch(/an old \.xls workbook, or a workbook with a password/);
    expect((await problemOf(rawZipOf([{ name: "b.csv", bytes: "HCPCS" }]))).code).toBe("xlsx.part-missing");
  });
});

describe("a workbook is read without", () => {
  it("its macros, its pictures and what it links to", async () => {
    const parts = { "xl/vbaProject.bin": "Shell cmd", "xl/externalLinks/externalLink1.xml": "<!DOCTYPE x>" };
    const [grid] = await readWorkbook(rawWorkbook(parts), "b.xlsx");
    expect(grid?.rows).toEqual([["a", "b"]]);
  });

  it("a fetch of anything that it names", async () => {
    let asked = 0;
    const server = createServer((_, response) => {
      asked += 1;
      response.end("x");
    });
    await new Promise<void>((listening) => void server.listen(0, "127.0.0.1", listening));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/x`;
    const external = `<!DOCTYPE worksheet SYSTEM "${address}" [<!ENTITY x SYSTEM "${address}">]>`;
    const linked = `<Relationships><Relationship Id="rId1" Target="${address}" TargetMode="External"/></Relationships>`;
    const formula = `<row r="1"><c r="A1" t="str"><f>WEBSERVICE("${address}")</f><v>1</v></c></row>`;
    const tries = [
      rawWorkbook({ [SHEET]: `${external}<worksheet>&x;</worksheet>` }),
      rawWorkbook({ "xl/_rels/workbook.xml.rels": linked }),
      rawWorkbook({ [SHEET]: `<?xml-stylesheet href="${address}"?>${sheetXml(ROW).replace(/<\?.*?\?>/, "")}` }),
      workbookOf(formula),
    ];
    const outcomes = await Promise.allSettled(tries.map((bytes) => readWorkbook(bytes, "b.xlsx")));
    await new Promise((later) => setTimeout(later, 100));
    server.close();
    expect(outcomes.map((each) => each.status)).toEqual(["rejected", "rejected", "fulfilled", "fulfilled"]);
    expect(asked).toBe(0);
  });
});

describe("a formula in a cell", () => {
  const HEAD = `${textRow(1, ["Addendum EE Surgical Procedures Excluded from Payment in ASCs for CY 2025"])}${textRow(2, ["HCPCS Code", "Short Descriptor"])}`;

  async function problemsOf(row: string): Promise<readonly Problem[]> {
    const [grid] = await readWorkbook(workbookOf(`${HEAD}${textRow(3, ["22511", ""])}${row}`), "ee.xlsx");
    const problems = new Problems();
    if (grid !== undefined) readTable({ grid }, "ee.xlsx", tableKind("asc-ee"), problems);
    return problems.list;
  }

  it.each([
    [
      "with a result",
      '<c r="A4" t="str"><f>HYPERLINK("http://x","22512")</f><v>22512</v></c>',
      '=HYPERLINK("http://x","22512")',
    ],
    ["without a result", "<c r=\"A4\"><f>cmd|' /C calc'!A0</f></c>", "=cmd|' /C calc'!A0"],
    ["that another cell holds", '<c r="A4"><f t="shared" si="0"/><v>22512</v></c>', '"="'],
  ])("%s is told as one", async (_, cell, seen) => {
    const problems = await problemsOf(`<row r="4">${cell}</row>`);
    expect(problems).toMatchObject([{ code: "cell.formula", place: { file: "ee.xlsx", row: 4, column: "A" } }]);
    expect(problems[0]?.message).toContain(seen);
    expect(problems[0]?.cure).toMatch(/values instead of formulas/);
  });

  it("that is not read is nobody's business", async () => {
    expect(
      await problemsOf('<row r="4"><c r="A4" t="inlineStr"><is><t>22512</t></is></c><c r="B4"><f>1+1</f></c></row>'),
    ).toEqual([]);
  });
});
