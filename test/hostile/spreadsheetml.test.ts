import { describe, expect, it } from "vitest";
import { InputFault } from "../../pipelines/problems/problems.ts";
import { readWorkbook } from "../../pipelines/tables/xlsx.ts";
import type { Place } from "../../schemas/place.ts";
import { manySheets, type Parts, rawWorkbook, sheetXml, workbookOf } from "../support/raw-workbooks.ts";

const SHEET = "xl/worksheets/sheet1.xml";
const STRINGS = "xl/sharedStrings.xml";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

async function rowsOf(bytes: Uint8Array): Promise<readonly (readonly string[])[]> {
  const [grid] = await readWorkbook(bytes, "b.xlsx");
  return grid?.rows ?? [];
}

const row = (cells: string): string => `<row r="1">${cells}</row>`;
/** A worksheet with one cell in C1. */
const cell = (inner: string, type = ""): Parts => ({ [SHEET]: sheetXml(row(`<c r="C1"${type}>${inner}</c>`)) });
const number = (written: string): Parts => cell(`<v>${written}</v>`);
const text = (si: string): Parts => ({ [STRINGS]: `<sst><si>${si}</si></sst>`, ...cell("<v>0</v>", ' t="s"') });
const rows = (written: string): Parts => ({ [SHEET]: sheetXml(written) });

const IN_C1: Partial<Place> = { sheet: "A", row: 1, column: "C" };
const IN_STRINGS: Partial<Place> = { file: `b.xlsx > ${STRINGS}` };

/** What is no SpreadsheetML. Others read some of it as something else, and without a word. */
const REFUSED: Readonly<Record<string, readonly [Parts, RegExp, Partial<Place>]>> = {
  "a number with letters behind it": [number("12abc"), /contains "12abc", expected a number/, IN_C1],
  "a number with a comma": [number("1,234"), /contains "1,234", expected a number/, IN_C1],
  "a number with two points": [number("1.2.3"), /"1\.2\.3"/, IN_C1],
  "a number with half an exponent": [number("1e"), /"1e"/, IN_C1],
  "a number that no computer can hold": [number("1e999"), /"1e999", expected a number/, IN_C1],
  "a number in another notation": [number("0x10"), /"0x10", expected a number/, IN_C1],
  "a number with blanks around it": [number(" 1 "), /" 1 ", expected a number/, IN_C1],
  "a type that does not exist": [cell("<v>1</v>", ' t="x"'), /the unknown type "x"/, IN_C1],
  "a type with a prototype's name": [cell("<v>1</v>", ' t="constructor"'), /the unknown type "constructor"/, IN_C1],
  "a truth that is no bit": [cell("<v>false</v>", ' t="b"'), /contains "false", expected 0 or 1/, IN_C1],
  "a number of a text with letters behind it": [
    cell("<v>1x</v>", ' t="s"'),
    /contains "1x", expected the number of one of 2 shared strings/,
    IN_C1,
  ],
  "characters behind a value": [cell("<v>a</v>b", ' t="str"'), /text between its elements: "b"/, IN_C1],
  "two values": [cell("<v>1</v><v>2</v>"), /a second <v>/, IN_C1],
  "two formulas": [cell("<f>1</f><f>2</f>"), /a second <f>/, IN_C1],
  "elements in a value": [cell("<v>1<b/>2</v>"), /<b>, expected text/, IN_C1],
  "a text where its type says that there is none": [
    cell("<is><t>1</t></is>"),
    /<is>, which its type does not allow/,
    IN_C1,
  ],
  "no text where its type says that there is one": [
    cell("<v>1</v>", ' t="inlineStr"'),
    /<v>, which its type does not allow/,
    IN_C1,
  ],
  "a value of another namespace": [cell('<v xmlns="x">1</v>'), /<v>, expected <v>/, IN_C1],
  "rows with another prefix than the worksheet": [
    rows('<x:row r="1"/>'),
    /has <x:row>, expected <row>/,
    { sheet: "A" },
  ],
  "rows in two places": [
    { [SHEET]: sheetXml("").replace("<sheetData>", "<sheetData/><sheetData>") },
    /a second <sheetData>/,
    { sheet: "A" },
  ],
  "a cell that stands twice": [
    rows('<row r="1"><c r="B1"><v>1</v></c><c r="B1"><v>2</v></c></row>'),
    /a cell of row 1 has the address "B1", expected one further to the right/,
    { sheet: "A", row: 1, column: "B" },
  ],
  "a text in two pieces": [text("<t>a</t><t>b</t>"), /a second <t>/, IN_STRINGS],
  "a run of text in two pieces": [text("<r><t>a</t><t>b</t></r>"), /a second <t>/, IN_STRINGS],
  "characters beside its texts": [text("a"), /text between its elements: "a"/, IN_STRINGS],
  "two worksheets in one part": [
    {
      "xl/workbook.xml":
        '<workbook xmlns:r="r"><sheets><sheet name="a" r:id="rId1"/><sheet name="b" r:id="rId1"/></sheets></workbook>',
    },
    /two worksheets use the same part xl\/worksheets\/sheet1\.xml/,
    { file: "b.xlsx > xl/workbook.xml" },
  ],
  "a list of worksheets that is not well-formed": [
    { "xl/workbook.xml": '<workbook xmlns:r="r"><sheets><sheet name="a" r:id="rId1" name="b"/></sheets></workbook>' },
    /duplicate attribute: name/,
    { file: "b.xlsx > xl/workbook.xml" },
  ],
  "texts that are not well-formed": [text("<t>&lol;</t>"), /undefined entity/, IN_STRINGS],
  "an entity with a prototype's name": [text("<t>&constructor;</t>"), /undefined entity/, IN_STRINGS],
  "another encoding that it names": [
    { [SHEET]: sheetXml("").replace("UTF-8", "windows-1252") },
    /not UTF-8, .*: it declares windows-1252/,
    { sheet: "A" },
  ],
};

describe("a workbook is refused that is no SpreadsheetML:", () => {
  it.each(Object.entries(REFUSED))("%s", async (_, [parts, says, place]) => {
    const error: unknown = await readWorkbook(rawWorkbook(parts), "b.xlsx").catch((each: unknown) => each);
    if (!(error instanceof InputFault)) throw new Error(`expected an InputFault, saw ${String(error)}`);
    expect(error.problem.code).toBe("xlsx.malformed");
    expect(error.problem.message).toMatch(says);
    expect(error.problem.place).toMatchObject(place);
  });
});

/** What SpreadsheetML allows, though Excel writes none of it. exceljs drops or changes most of it without a word. */
const READ: Readonly<Record<string, readonly [Parts, readonly (readonly string[])[]]>> = {
  "a text in its cell in two runs": [
    cell("<is><r><t>a</t></r><r><rPr><b/></rPr><t> b</t></r></is>", ' t="inlineStr"'),
    [["", "", "a b"]],
  ],
  "characters in CDATA": [number("<![CDATA[1]]>2"), [["", "", "12"]]],
  "a comment and an instruction for programs in a value": [number("1<!-- x -->2<?x y?>3"), [["", "", "123"]]],
  "references, each resolved once": [cell("<v>&amp;lt;&#x26;l&#116;;</v>", ' t="str"'), [["", "", "&lt;&lt;"]]],
  "a day written as one": [cell("<v>2025-01-01</v>", ' t="d"'), [["", "", "2025-01-01"]]],
  "elements with a prefix": [
    {
      [SHEET]: sheetXml(row('<c r="A1"><v>1</v></c>'))
        .replace(/<(\/?)(?=[a-z])/g, "<$1x:")
        .replace("xmlns=", "xmlns:x="),
    },
    [["1"]],
  ],
  "elements that say their namespace once more": [
    rows(`<row r="1" xmlns="${MAIN}"><c r="A1"><v>1</v></c></row>`),
    [["1"]],
  ],
  "rows and cells without an address": [
    rows('<row><c><v>1</v></c><c r="C1"><v>2</v></c><c><v>3</v></c></row><row r="3"><c><v>4</v></c></row><row/>'),
    [["1", "", "2", "3"], [], ["4"], []],
  ],
  "lines between elements": [rows('\n<row r="1">\r\n <c r="A1">\n<v>1</v>\n</c>\t</row>\n'), [["1"]]],
  "how a text is pronounced, which is no part of it": [
    text('<t>a</t><rPh sb="0" eb="1"><t>b</t></rPh><phoneticPr fontId="1"/>'),
    [["", "", "a"]],
  ],
  "a text whole and in runs": [text("<t>a</t><r><t>b</t></r><r><t>c</t></r>"), [["", "", "abc"]]],
  "lines between the texts": [text("<t>a</t>\n"), [["", "", "a"]]],
  "a text among the texts' extensions, which is none": [
    {
      [STRINGS]: "<sst><extLst><si><t>a</t></si></extLst><si><t>b</t></si></sst>",
      ...cell("<v>0</v>", ' t="s"'),
    },
    [["", "", "b"]],
  ],
  "extensions of a row and of a cell": [
    rows('<row r="1"><c r="A1"><v>1</v><extLst><v>2</v></extLst></c><extLst><c r="B1"><v>3</v></c></extLst></row>'),
    [["1"]],
  ],
  "rows elsewhere than in the worksheet's data, which are none": [
    {
      [SHEET]: sheetXml(row('<c r="A1"><v>1</v></c>')).replace(
        "<sheetData>",
        '<x><sheetData><row r="9"/></sheetData></x><sheetData>',
      ),
    },
    [["1"]],
  ],
  "the namespace of strict documents": [
    { [SHEET]: sheetXml(row('<c r="A1"><v>1</v></c>')).replace(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main") },
    [["1"]],
  ],
};

describe("a workbook is read as it is written:", () => {
  it.each(Object.entries(READ))("%s", async (_, [parts, expected]) => {
    expect(await rowsOf(rawWorkbook(parts))).toEqual(expected);
  });

  it("every worksheet, small ones at the end too, by the order of the tabs and whatever its part is called", async () => {
    const grids = await readWorkbook(rawWorkbook(manySheets(9, (at) => `Table${9 - at}.xml`)), "b.xlsx");
    expect(grids.map(({ sheet, rows }) => [sheet, rows[0]?.[0]])).toEqual(
      Array.from({ length: 9 }, (_, at) => [`tab ${at} & more`, `${at}`]),
    );
  });

  it("characters that lie across two pieces", async () => {
    const texts = Array.from({ length: 3_000 }, (_, at) => `${"x".repeat(at % 7)}\u00a0\u20ac\u{1f600}`);
    const strings = `<sst>${texts.map((each) => `<si><t>${each}</t></si>`).join("")}</sst>`;
    const refs = texts.map((_, at) => `<row r="${at + 1}"><c r="A${at + 1}" t="s"><v>${at}</v></c></row>`).join("");
    const read = await rowsOf(workbookOf(refs, { [STRINGS]: `\ufeff${strings}` }));
    expect(read.map(([each]) => each)).toEqual(texts);
  });

  it("rows with a style, errors, truths, escapes, references, empty values", async () => {
    const bytes = workbookOf(
      [
        '<row r="2" s="0" customFormat="1"><c r="A2" s="0"><v>45658</v></c><c r="B2" s="14"><v>-1.50E2</v></c>',
        '<c r="C2" t="e"><v>#N/A</v></c><c r="D2" t="b"><v>1</v></c><c r="E2" t="str"><v>_x001A_&amp;&#233;</v></c>',
        '<c r="F2"><v></v></c><c r="G2" t="s"><v>1</v></c><c r="H2" s="1"/></row>',
      ].join(""),
    );
    const expected = ["45658", "-150", "#N/A", "true", "\u001a&\u00e9", "", "second", ""];
    expect(await rowsOf(bytes)).toEqual([[], expected]);
  });

  it("no texts at all", async () => {
    expect(await rowsOf(rawWorkbook({ [STRINGS]: undefined }))).toEqual([["a", "b"]]);
  });
});
