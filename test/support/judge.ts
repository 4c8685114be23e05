import exceljs, { type Cell, type CellValue } from "exceljs";
import type { Grid } from "../../pipelines/tables/grid.ts";

/** exceljs does not decode escapes of control characters. */
function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** exceljs turns numbers with a date format into dates; 25,569 days from Excel's day 0 to 1 January 1970. */
const numberOfDay = (day: Date): number => 25_569 + day.getTime() / 86_400_000;

function textOf(value: CellValue): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return String(numberOfDay(value));
  if (typeof value !== "object") return unescaped(String(value));
  if ("richText" in value) return unescaped(value.richText.map(({ text }) => text).join(""));
  if ("formula" in value) return `=${value.formula}`;
  if ("error" in value) return value.error;
  throw new Error(`exceljs reads a cell as ${JSON.stringify(value)}`);
}

/** Whether a cell is not one of those that a merged range covers: exceljs repeats the first cell's value in them. */
const holdsItsOwn = (cell: Cell): boolean => cell.master === cell;

/** Result of comparing our reading of a workbook with exceljs's. */
export interface Verdict {
  /** Filled cells that both read to the same text. */
  agreed: number;
  /** The others, each with what both read; and what only one of the two reads. */
  readonly differences: string[];
}

function compare({ address, fullAddress, value }: Cell, grid: Grid | undefined, verdict: Verdict): void {
  const { row, col } = fullAddress;
  const [ours, theirs] = [grid?.rows[row - 1]?.[col - 1] ?? "", textOf(value)];
  if (ours !== theirs) verdict.differences.push(`${grid?.sheet}!${address}: ours "${ours}", exceljs "${theirs}"`);
  else if (ours !== "") verdict.agreed += 1;
}

/**
 * Compares our reading of a workbook with that of exceljs, cell by cell. exceljs reads it whole: its streaming reader
 * loses the last members of an archive when they arrive while it is busy, shared strings among them.
 */
export async function judge(bytes: Uint8Array, grids: readonly Grid[]): Promise<Verdict> {
  const verdict: Verdict = { agreed: 0, differences: [] };
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  for (const worksheet of workbook.worksheets) {
    const grid = grids.find(({ sheet }) => sheet === worksheet.name);
    worksheet.eachRow((row) => row.eachCell((cell) => holdsItsOwn(cell) && compare(cell, grid, verdict)));
  }
  const filled = grids.flatMap(({ rows }) => rows.flat()).filter((text) => text !== "").length;
  const lacking = filled - verdict.agreed - verdict.differences.length;
  if (lacking > 0) verdict.differences.push(`${lacking} cells of ours that exceljs does not read`);
  return verdict;
}
