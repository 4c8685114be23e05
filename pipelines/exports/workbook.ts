import {
  BlobWriter,
  configure,
  type FileEntry,
  TextReader,
  Uint8ArrayReader,
  Uint8ArrayWriter,
  ZipReader,
  ZipWriter,
} from "@zip.js/zip.js";
import Workbook from "exceljs/lib/doc/workbook.js";
import type { Batch, ColumnType, ExportShape, Value } from "./column-types.ts";

configure({ useWebWorkers: false });

/** What a spreadsheet program shows a value as. Text keeps 00100, also when somebody edits the cell. */
function numberFormat(type: ColumnType): string {
  if (typeof type === "string") return type === "flag" ? "General" : "@";
  return type.scale > 2 ? `0.00${"#".repeat(type.scale - 2)}` : "0.00";
}

/** A spreadsheet stores the shortest decimal of a double: it must be the amount, digit by digit. */
function exactNumber(text: string): number {
  const number = Number(text);
  if (String(number) === text.replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "")) return number;
  throw new RangeError(`${text} has more digits than a spreadsheet keeps`);
}

/** A cell's value. Nothing is an empty cell, and so is an empty text. */
function cellOf(value: Value | number | undefined, type: ColumnType): string | number | boolean | null {
  if (value === undefined || value === null || value === "") return null;
  return typeof type === "string" ? value : exactNumber(String(value));
}

const CORE = "docProps/core.xml";
/** 1 January 1980, the first day that a zip can name. */
const FIRST_DAY = 0x21 << 16;
const SAME_BYTES = { rawLastModDate: FIRST_DAY, extendedTimestamp: false } as const;

function coreProperties(createdBy: string): string {
  return (
    '<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties xmlns:cp=' +
    '"http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc=' +
    `"http://purl.org/dc/elements/1.1/"><dc:creator>${createdBy}</dc:creator></cp:coreProperties>`
  );
}

/**
 * The workbook without the time at which it was made, so that the same rows are the same bytes. Its first member says
 * who made it, and is stored, so that the beginning of the file says so.
 */
async function withoutTime(workbook: Uint8Array, createdBy: string): Promise<Uint8Array> {
  const writer = new ZipWriter(new BlobWriter(), SAME_BYTES);
  await writer.add(CORE, new TextReader(coreProperties(createdBy)), { level: 0, dataDescriptor: false });
  for (const entry of await new ZipReader(new Uint8ArrayReader(workbook)).getEntries()) {
    if (entry.directory || entry.filename === CORE) continue;
    const { filename, crc32, uncompressedSize, compressionMethod } = entry as FileEntry;
    const deflated = await (entry as FileEntry).getData(new Uint8ArrayWriter(), { passThrough: true });
    const signature = crc32 as number;
    const asItIs = { passThrough: true, signature, uncompressedSize, compressionMethod };
    await writer.add(filename, new Uint8ArrayReader(deflated), asItIs);
  }
  return new Uint8Array(await (await writer.close()).arrayBuffer());
}

/**
 * A table as a workbook with one worksheet: codes, modifiers and days are text, amounts are numbers.
 *
 * @param sheet name of the worksheet
 * @param createdBy name and version of the program
 */
export async function workbookOf(
  { columns }: ExportShape,
  batch: Batch<readonly Value[]>,
  { sheet, createdBy }: { readonly sheet: string; readonly createdBy: string },
): Promise<Uint8Array> {
  const types = Object.entries(columns);
  const book = new Workbook();
  const worksheet = book.addWorksheet(sheet, { views: [{ state: "frozen", ySplit: 1 }] });
  worksheet.columns = types.map(([header, type]) => ({
    header,
    width: Math.max(12, header.length + 2),
    style: { numFmt: numberFormat(type) },
  }));
  const count = batch[types[0]?.[0] ?? ""]?.length ?? 0;
  for (let at = 0; at < count; at += 1) worksheet.addRow(types.map(([name, type]) => cellOf(batch[name]?.[at], type)));
  return withoutTime(new Uint8Array(await book.xlsx.writeBuffer()), createdBy);
}
