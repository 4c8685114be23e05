import { Readable } from "node:stream";
import exceljs, { type Cell, type CellValue } from "exceljs";
import type { Grid } from "../../pipelines/tables/grid.ts";

/** Without styles: with them, exceljs turns numbers with a date format into dates. */
const OPTIONS = { sharedStrings: "cache", styles: "ignore", hyperlinks: "ignore", worksheets: "emit" } as const;

/** exceljs does not decode escapes of control characters. */
function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function textOf(value: CellValue): string {
  if (value === null || value === undefined) return "";
  if (typeof value !== "object") return unescaped(String(value));
  if ("richText" in value) return unescaped(value.richText.map(({ text }) => text).join(""));
  if ("formula" in value) return `=${value.formula}`;
  if ("error" in value) return value.error;
  throw new Error(`exceljs reads a cell as ${JSON.stringify(value)}`);
}

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

/** Compares our reading of a workbook with that of exceljs, cell by cell. */
export async function judge(bytes: Uint8Array, grids: readonly Grid[]): Promise<Verdict> {
  const verdict: Verdict = { agreed: 0, differences: [] };
  for await (const worksheet of new exceljs.stream.xlsx.WorkbookReader(Readable.from([Buffer.from(bytes)]), OPTIONS)) {
    const { name } = worksheet as unknown as { name: string };
    const grid = grids.find(({ sheet }) => sheet === name);
    for await (const row of worksheet) row.eachCell((cell) => compare(cell, grid, verdict));
  }
  const filled = grids.flatMap(({ rows }) => rows.flat()).filter((text) => text !== "").length;
  const lacking = filled - verdict.agreed - verdict.differences.length;
  if (lacking > 0) verdict.differences.push(`${lacking} cells of ours that exceljs does not read`);
  return verdict;
}
