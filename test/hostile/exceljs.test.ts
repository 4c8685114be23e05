import { describe, expect, it } from "vitest";
import { InputFault } from "../../pipelines/shared/problems.ts";
import { readWorkbook } from "../../pipelines/shared/xlsx.ts";
import { packed } from "../../pipelines/shared/zip-pack.ts";
import { rawZipOf } from "../../scripts/fuzz/raw-zip.ts";
import { type Parts, rawWorkbook, sheetXml, workbookOf } from "../support/raw-workbooks.ts";

const SHEET = "xl/worksheets/sheet1.xml";
const STRINGS = "xl/sharedStrings.xml";

async function rowsOf(bytes: Uint8Array): Promise<readonly (readonly string[])[]> {
  const [grid] = await readWorkbook(bytes, "b.xlsx");
  return grid?.rows ?? [];
}

const cell = (inner: string, type = ""): string => `<row r="1"><c r="A1"${type}>${inner}</c></row>`;

/** What exceljs alone reads as something else, and without a word: here it is refused. */
const MISREAD: Readonly<Record<string, readonly [Parts, RegExp]>> = {
  "a number with letters behind it": [{ [SHEET]: sheetXml(cell("<v>12abc</v>")) }, /has the number "12abc"/],
  "a number with a comma": [{ [SHEET]: sheetXml(cell("<v>1,234</v>")) }, /has the number "1,234"/],
  "a number with two points": [{ [SHEET]: sheetXml(cell("<v>1.2.3</v>")) }, /"1\.2\.3"/],
  "a number with half an exponent": [{ [SHEET]: sheetXml(cell("<v>1e</v>")) }, /"1e"/],
  "a day written as one": [{ [SHEET]: sheetXml(cell("<v>2025-01-01</v>", ' t="d"')) }, /of the kind "d"/],
  "a truth that is no bit": [
    { [SHEET]: sheetXml(cell("<v>false</v>", ' t="b"')) },
    /neither true nor false but "false"/,
  ],
  "a number of a text with letters behind it": [
    { [SHEET]: sheetXml(cell("<v>1x</v>", ' t="s"')) },
    /refers to text 1x/,
  ],
  "a text in its cell in two runs": [
    { [SHEET]: sheetXml(cell("<is><r><t>a</t></r><r><t>b</t></r></is>", ' t="inlineStr"')) },
    /two values, or one in several pieces/,
  ],
  "characters behind a value": [
    { [SHEET]: sheetXml(cell("<v>a</v>b", ' t="str"')) },
    /characters between its elements/,
  ],
  "characters in CDATA": [{ [SHEET]: sheetXml(cell("<v><![CDATA[1]]></v>")) }, /a comment, CDATA or a declaration/],
  "a text that is resolved twice": [
    { [SHEET]: sheetXml(cell("<v>&amp;lt;</v>", ' t="str"')) },
    /"&lt;", which exceljs/,
  ],
  "a text that is resolved twice in disguise": [
    { [SHEET]: sheetXml(cell("<v>&#x26;l&#116;;</v>", ' t="str"')) },
    /resolve twice/,
  ],
  "elements with a prefix": [
    {
      [SHEET]: sheetXml(cell("<v>1</v>"))
        .replace(/<(\/?)(?=[a-z])/g, "<$1x:")
        .replace("xmlns=", "xmlns:x="),
    },
    /<worksheet> without prefix/,
  ],
  "rows with a prefix": [{ [SHEET]: sheetXml('<x:row r="1"/>') }, /<row> without prefix/],
  "rows in two places": [
    { [SHEET]: sheetXml("").replace("<sheetData>", "<a><sheetData/></a><sheetData>") },
    /none are/,
  ],
  "a cell without an address": [{ [SHEET]: sheetXml('<row r="1"><c><v>1</v></c></row>') }, /says that it is ""/],
  "a cell that stands twice": [
    { [SHEET]: sheetXml('<row r="1"><c r="B1"><v>1</v></c><c r="B1"><v>2</v></c></row>') },
    /a cell of row 1 says that it is "B1"/,
  ],
  "how a text is pronounced": [{ [STRINGS]: "<sst><si><t>a</t><rPh><t>b</t></rPh></si></sst>" }, /pronounced/],
  "a text in two pieces": [{ [STRINGS]: "<sst><si><t>a</t><t>b</t></si></sst>" }, /text number 1 is in pieces/],
  "a text with blanks behind it": [{ [STRINGS]: "<sst><si><t>a</t>\n</si></sst>" }, /characters between/],
  "a text among the texts' extensions": [{ [STRINGS]: "<sst><extLst><si><t>a</t></si></extLst></sst>" }, /none is/],
  "two worksheets in one part": [
    {
      "xl/workbook.xml":
        '<workbook xmlns:r="r"><sheets><sheet name="a" r:id="rId1"/><sheet name="b" r:id="rId1"/></sheets></workbook>',
    },
    /two worksheets lie in xl\/worksheets\/sheet1\.xml/,
  ],
  "a list of worksheets that is not well-formed": [
    { "xl/workbook.xml": '<workbook xmlns:r="r"><sheets><sheet name="a" r:id="rId1" name="b"/></sheets></workbook>' },
    /duplicate attribute: name/,
  ],
  "texts that are not well-formed": [{ [STRINGS]: "<sst><si><t>&lol;</t></si></sst>" }, /undefined entity/],
  "another encoding that it names": [
    { [SHEET]: sheetXml(cell("<v>1</v>")).replace("UTF-8", "windows-1252") },
    /not UTF-8/,
  ],
};

describe("a workbook is refused for what exceljs alone would misread:", () => {
  it.each(Object.entries(MISREAD))("%s", async (_, [parts, says]) => {
    const error: unknown = await readWorkbook(rawWorkbook(parts), "b.xlsx").catch((each: unknown) => each);
    if (!(error instanceof InputFault)) throw new Error(`expected an InputFault, saw ${String(error)}`);
    expect(error.problem.code).toBe("xlsx.malformed");
    expect(error.problem.message).toMatch(says);
  });
});

/** Worksheets that are small and many: alone, exceljs drops those that wait when the archive ends. */
function manySheets(count: number, nameOf: (at: number) => string): Parts {
  const ids = Array.from({ length: count }, (_, at) => at);
  const links = ids.map((at) => `<Relationship Id="r${at}" Target="worksheets/${nameOf(at)}"/>`).join("");
  const tabs = ids.map((at) => `<sheet name="tab ${at} &amp; more" r:id="r${at}"/>`).join("");
  return {
    [SHEET]: undefined,
    "xl/workbook.xml": `<workbook xmlns:r="r"><sheets>${tabs}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${links}</Relationships>`,
    ...Object.fromEntries(ids.map((at) => [`xl/worksheets/${nameOf(at)}`, sheetXml(cell(`<v>${at}</v>`))])),
  };
}

describe("a workbook is read as it is where exceljs alone would fail:", () => {
  it("every worksheet, small ones at the end too, by the order of the tabs and whatever its part is called", async () => {
    const grids = await readWorkbook(rawWorkbook(manySheets(9, (at) => `Table${9 - at}.xml`)), "b.xlsx");
    expect(grids.map(({ sheet, rows }) => [sheet, rows[0]?.[0]])).toEqual(
      Array.from({ length: 9 }, (_, at) => [`tab ${at} & more`, `${at}`]),
    );
  });

  it("characters that lie across two pieces", async () => {
    const texts = Array.from({ length: 3_000 }, (_, at) => `${"x".repeat(at % 7)}\u00a0\u20ac\u{1f600}`);
    const strings = `<sst>${texts.map((text) => `<si><t>${text}</t></si>`).join("")}</sst>`;
    const rows = texts.map((_, at) => `<row r="${at + 1}"><c r="A${at + 1}" t="s"><v>${at}</v></c></row>`).join("");
    const read = await rowsOf(workbookOf(rows, { [STRINGS]: `\ufeff${strings}` }));
    expect(read.map(([text]) => text)).toEqual(texts);
  });

  it("rows with a style, errors, truths, escapes, references, empty values", async () => {
    const row = [
      '<row r="2" s="0" customFormat="1"><c r="A2" s="0"><v>45658</v></c><c r="B2" s="14"><v>-1.50E2</v></c>',
      '<c r="C2" t="e"><v>#N/A</v></c><c r="D2" t="b"><v>1</v></c><c r="E2" t="str"><v>_x001A_&amp;&#233;</v></c>',
      '<c r="F2"><v></v></c><c r="G2" t="s"><v>1</v></c><c r="H2" s="1"/></row>',
    ];
    expect(await rowsOf(workbookOf(row.join("")))).toEqual([
      [],
      ["45658", "-150", "#N/A", "true", "\u001a&\u00e9", "", "second", ""],
    ]);
  });

  it("no texts at all", async () => {
    expect(await rowsOf(rawWorkbook({ [STRINGS]: undefined }))).toEqual([["a", "b"]]);
  });
});

describe(packed, () => {
  it("makes the same bytes of the same files, and nothing that a reader by local headers could see otherwise", async () => {
    const files = [{ name: "a", bytes: Buffer.from("PK\u0007\b and so on") }];
    const [once, again] = [await packed(files), await packed(files)];
    expect(once).toEqual(again);
    const head = Buffer.from(once);
    expect([head.readUInt16LE(6) & 8, head.readUInt16LE(8), head.readUInt32LE(18)]).toEqual([0, 0, 14]);
    expect(once).not.toEqual(rawZipOf([{ name: "a", bytes: "PK\u0007\b and so on" }]));
  });
});
