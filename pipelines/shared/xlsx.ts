import { Readable } from "node:stream";
import type { CellValue, Row } from "exceljs";
import type { Grid } from "./grid.ts";
import { fault } from "./problems.ts";
import { openZip } from "./zip.ts";

/** Excel writes control characters as `_x001A_`; exceljs's streaming reader leaves that as it is. */
function decodeEscapes(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Text of one cell: numbers by their shortest exact decimal, formulas by their stored result. */
function cellText(value: CellValue | undefined): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return decodeEscapes(value);
  if (typeof value !== "object") return String(value);
  if (value instanceof Date) return value.toISOString();
  if ("richText" in value) return decodeEscapes(value.richText.map((run) => run.text).join(""));
  if ("text" in value) return decodeEscapes(String(value.text));
  if ("result" in value) return cellText(value.result as CellValue);
  return "";
}

function rowCells(row: Row): string[] {
  const cells: string[] = [];
  row.eachCell({ includeEmpty: true }, (cell, column) => {
    cells[column - 1] = cellText(cell.value);
  });
  return Array.from(cells, (cell) => cell ?? "");
}

/** exceljs reads damaged members without a word, so every CRC is checked before it sees the workbook. */
async function checkMembers(bytes: Uint8Array, file: string): Promise<void> {
  for (const member of await openZip(bytes, file)) await member.read();
}

/**
 * Reads every worksheet of a workbook into grids with exceljs's streaming reader, loaded only when needed.
 * Row numbers are the workbook's own: rows that Excel left out become blank rows.
 *
 * @param bytes the .xlsx file
 * @param file its name, for messages
 */
export async function readWorkbook(bytes: Uint8Array, file: string): Promise<readonly Grid[]> {
  await checkMembers(bytes, file);
  const { default: exceljs } = await import("exceljs");
  const reader = new exceljs.stream.xlsx.WorkbookReader(Readable.from([Buffer.from(bytes)]), {
    entries: "emit",
    sharedStrings: "cache",
    styles: "ignore",
    hyperlinks: "ignore",
    worksheets: "emit",
  });
  const grids: Grid[] = [];
  for await (const worksheet of reader) {
    const rows: string[][] = [];
    for await (const row of worksheet) {
      while (rows.length < row.number - 1) rows.push([]);
      rows.push(rowCells(row));
    }
    const { name } = worksheet as unknown as { name?: string };
    grids.push({ rows, sheet: name ?? `sheet ${grids.length + 1}`, floats: true });
  }
  if (grids.length > 0) return grids;
  throw fault("xlsx.empty", { file }, "the workbook has no worksheet", "Download the file again");
}
