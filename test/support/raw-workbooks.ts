import { rawZipOf } from "../../tools/fuzz/raw-zip.ts";

/** Parts that replace those of a small workbook, or are added; undefined removes one. */
export type Parts = Readonly<Record<string, string | Uint8Array | undefined>>;

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A worksheet with these rows, written as XML. */
export function sheetXml(rows: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet ${MAIN}><sheetData>${rows}</sheetData></worksheet>`;
}

/** A row with inline texts. */
export function textRow(row: number, texts: readonly string[]): string {
  const cells = texts.map(
    (text, column) => `<c r="${String.fromCharCode(65 + column)}${row}" t="inlineStr"><is><t>${text}</t></is></c>`,
  );
  return `<row r="${row}">${cells.join("")}</row>`;
}

const SMALL: Parts = {
  "[Content_Types].xml": "<Types/>",
  "xl/workbook.xml": `<workbook ${MAIN} xmlns:r="${LINKS}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Type="${LINKS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  "xl/sharedStrings.xml": `<sst ${MAIN}><si><t>first</t></si><si><r><t>sec</t></r><r><t>ond</t></r></si></sst>`,
  "xl/worksheets/sheet1.xml": sheetXml(textRow(1, ["a", "b"])),
};

/** A small workbook with some of its parts changed. */
export function rawWorkbook(parts: Parts = {}): Uint8Array {
  const all = Object.entries({ ...SMALL, ...parts });
  return rawZipOf(all.flatMap(([name, bytes]) => (bytes === undefined ? [] : [{ name, bytes }])));
}

/** A small workbook with these rows in its worksheet. */
export function workbookOf(rows: string, parts: Parts = {}): Uint8Array {
  return rawWorkbook({ ...parts, "xl/worksheets/sheet1.xml": sheetXml(rows) });
}

/** Parts for several small worksheets, each with its own number, instead of the one. */
export function manySheets(count: number, nameOf: (at: number) => string): Parts {
  const ids = Array.from({ length: count }, (_, at) => at);
  const links = ids.map((at) => `<Relationship Id="r${at}" Target="worksheets/${nameOf(at)}"/>`).join("");
  const tabs = ids.map((at) => `<sheet name="tab ${at} &amp; more" sheetId="${at + 1}" r:id="r${at}"/>`).join("");
  const sheet = (at: number): string => sheetXml(`<row r="1"><c r="A1"><v>${at}</v></c></row>`);
  return {
    "xl/worksheets/sheet1.xml": undefined,
    "xl/workbook.xml": `<workbook xmlns:r="r"><sheets>${tabs}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${links}</Relationships>`,
    ...Object.fromEntries(ids.map((at) => [`xl/worksheets/${nameOf(at)}`, sheet(at)])),
  };
}
