import { BOUNDS } from "./bounds.ts";
import type { Grid } from "./grid.ts";
import { fault } from "./problems.ts";
import { readSharedStrings } from "./shared-strings.ts";
import { holdsControls } from "./text-survey.ts";
import { isPart, type Parts, partOf, worksheetsOf } from "./workbook-parts.ts";
import { readWorksheet, type WorksheetContext } from "./worksheet.ts";
import { openZip } from "./zip.ts";

const STRINGS = "xl/sharedStrings.xml";

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
 * @param bytes the .xlsx file
 * @param file its name, for messages
 * @throws InputFault when it is no workbook, a damaged one, or one beyond the bounds
 */
export async function readWorkbook(bytes: Uint8Array, file: string): Promise<readonly Grid[]> {
  refuseOle(bytes, file);
  const parts = await partsOf(bytes, file);
  const sheets = worksheetsOf(parts, file);
  const texts = parts.get(STRINGS);
  const strings = texts === undefined ? [] : readSharedStrings(texts, `${file} > ${STRINGS}`);
  const context = { strings, cellsLeft: BOUNDS.cells, controls: strings.some(holdsControls) };
  return sheets.map(({ name, path }) => {
    const sheet: WorksheetContext = Object.assign(context, { file: `${file} > ${path}` });
    const rows = readWorksheet(partOf(parts, path, file), sheet);
    return { rows, sheet: name, floats: true, controls: sheet.controls };
  });
}
