import { BOUNDS } from "./bounds.ts";
import type { Grid } from "./grid.ts";
import { fault } from "./problems.ts";
import { scanStrings } from "./strings-scan.ts";
import { asciiPart, isPart, linkingParts, type Parts, worksheetsOf } from "./workbook-parts.ts";
import { readRows } from "./workbook-rows.ts";
import { scanWorksheet } from "./worksheet-scan.ts";
import { openZip } from "./zip.ts";

const STRINGS = "xl/sharedStrings.xml";
/** Of a workbook without any text; exceljs keeps worksheets in temporary files when there is no such part. */
const NO_STRINGS = Buffer.from("<sst/>");

/** How the files begin in which Office kept everything before 2007, and in which it keeps what has a password. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0] as const;

function refuseOle(bytes: Uint8Array, file: string): void {
  if (OLE.some((byte, at) => bytes[at] !== byte)) return;
  const message = "it is an OLE file, as old .xls workbooks are and workbooks with a password";
  const cure = "Open it in a spreadsheet program and save it as .xlsx without a password, or build from CMS's csv";
  throw fault("xlsx.ole", { file }, message, cure);
}

/** Every part is inflated and its CRC-32 compared, those too that are not looked at: a damaged workbook is refused. */
async function partsOf(bytes: Uint8Array, file: string): Promise<Parts> {
  const parts = new Map<string, Uint8Array>();
  for (const member of await openZip(bytes, file, { inflated: BOUNDS.workbookBytes })) {
    const inflated = await member.read();
    if (isPart(member)) parts.set(member.name, inflated);
  }
  return parts;
}

/**
 * Reads every worksheet of a workbook into grids. A cell is text: numbers by their shortest exact decimal, formulas as
 * formulas. Nothing is computed, followed, fetched or written.
 *
 * exceljs reads the rows, but it is shown no more of the file than was looked over: see scanStrings, scanWorksheet and
 * readRows.
 *
 * @param bytes the .xlsx file
 * @param file its name, for messages
 * @throws InputFault when it is no workbook, a damaged one, or one beyond the bounds
 */
export async function readWorkbook(bytes: Uint8Array, file: string): Promise<readonly Grid[]> {
  refuseOle(bytes, file);
  const parts = await partsOf(bytes, file);
  const tabs = worksheetsOf(parts, file);
  const texts = asciiPart(new Map([[STRINGS, NO_STRINGS], ...parts]), STRINGS, file);
  const count = scanStrings(texts.bytes, texts.file);
  const sheets = tabs.map(({ path }) => {
    const sheet = asciiPart(parts, path, file);
    scanWorksheet(sheet.bytes, sheet.file, count);
    return sheet;
  });
  const read = await readRows(texts, linkingParts(parts, file), sheets);
  return read.map(({ rows, controls }, at) => ({ rows, sheet: tabs[at]?.name ?? "", floats: true, controls }));
}
