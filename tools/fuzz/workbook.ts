import exceljs from "exceljs";
import { openZip } from "../../pipelines/tables/zip.ts";
import { type RawEntry, rawZipOf } from "./raw-zip.ts";

const DIGITS = /^\d{1,9}(\.\d+)?$/;

/** Figures as numbers, except those whose leading zeros a spreadsheet drops. */
function stored(text: string): string | number {
  return DIGITS.test(text) && !/^0\d/.test(text) ? Number(text) : text;
}

/** A workbook of rows, as spreadsheet programs write it; always the same bytes. */
export async function workbookFrom(rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet("Table");
  for (const row of rows) sheet.addRow(row.map(stored));
  book.created = new Date(0);
  book.modified = new Date(0);
  const entries: RawEntry[] = [];
  for (const member of await openZip(new Uint8Array(await book.xlsx.writeBuffer()), "a workbook")) {
    entries.push({ name: member.name, bytes: await member.read() });
  }
  return rawZipOf(entries);
}
