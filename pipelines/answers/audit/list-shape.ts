import { codeIn } from "../portfolio/volume-cells.ts";
import { amountIn } from "./amount-text.ts";

type Rows = readonly (readonly string[])[];

/** A code with all its characters. Fewer digits may be an amount. */
const WHOLE_CODE = /^[0-9A-Z]{5}(?:-[0-9A-Z]{2})?$/i;
const TWO_CHARACTERS = /^[0-9A-Z]{2}$/i;

function isWholeCode(text: string): boolean {
  return WHOLE_CODE.test(text) && /\d/.test(text);
}

/** "22511 26" as two cells, and "22511;22512", where a line is one cell. Empty cells between others stay cells. */
function cellsOf(row: readonly string[]): readonly string[] {
  const [only = "", second] = row.map((cell) => cell.trim()).filter((cell) => cell !== "");
  if (second !== undefined) return row;
  const codes = only.split(/[\s,;|]+/);
  if (codes.every(isWholeCode)) return codes;
  const parts = only.split(/ +/);
  return isWholeCode(parts[0] ?? "") ? parts : row;
}

/**
 * Gives each code of a line with several codes a row of its own.
 *
 * @returns the rows, and the line of each
 */
export function separateCodes(rows: Rows): { readonly rows: Rows; readonly lines: readonly number[] } {
  const separate: (readonly string[])[] = [];
  const lines: number[] = [];
  rows.forEach((row, at) => {
    const cells = cellsOf(row);
    const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
    const own = filled.length > 1 && filled.every(isWholeCode) ? filled.map((cell) => [cell]) : [cells];
    separate.push(...own);
    lines.push(...own.map(() => at + 1));
  });
  return { rows: separate, lines };
}

function filledAt(rows: Rows, at: number): string[] {
  return rows.map((row) => (row[at] ?? "").trim()).filter((cell) => cell !== "");
}

function countAt(rows: Rows, at: number, is: (cell: string) => boolean): number {
  return filledAt(rows, at).filter(is).length;
}

/** Whether most cells of a column are of a kind. */
function isMostly(rows: Rows, at: number, is: (cell: string) => boolean): boolean {
  return countAt(rows, at, is) * 2 > filledAt(rows, at).length;
}

function widthOf(rows: Rows): number {
  return rows.reduce((most, row) => Math.max(most, row.length), 1);
}

/** Whether any cell is a code. */
export function hasCodes(rows: Rows): boolean {
  return rows.some((row) => row.some((cell) => isWholeCode(cell.trim())));
}

/** The column with most codes; the first of several. */
function codeColumn(rows: Rows): number {
  let [best, most] = [0, 0];
  for (let at = 0; at < widthOf(rows); at += 1) {
    const codes = countAt(rows, at, isWholeCode) * 2 + countAt(rows, at, (cell) => "value" in codeIn(cell));
    if (codes > most) [best, most] = [at, codes];
  }
  return best;
}

function isAmount(cell: string): boolean {
  return /[.$]/.test(cell) && amountIn(cell) !== undefined;
}

/** Positions of the columns with amounts in dollars and cents. */
export function positionsOfAmounts(rows: Rows): number[] {
  const code = codeColumn(rows);
  return Array.from({ length: widthOf(rows) }, (_, at) => at).filter(
    (at) => at !== code && isMostly(rows, at, isAmount),
  );
}

/** The width of most rows: a comma inside an amount makes a row wider. */
function usualWidth(rows: Rows): number {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [[width] = [1]] = [...counts].sort(([, one], [, two]) => two - one);
  return width;
}

/** Headings for a list without: the codes, the modifiers beside them, and the amounts where one column has them. */
export function headingsByShape(rows: Rows): readonly string[] {
  const code = codeColumn(rows);
  const [amount, second] = positionsOfAmounts(rows);
  const headings = Array.from({ length: Math.max(usualWidth(rows), code + 1, (amount ?? 0) + 1) }, () => "");
  headings[code] = "code";
  if (isMostly(rows, code + 1, (cell) => TWO_CHARACTERS.test(cell))) headings[code + 1] = "modifier";
  if (amount !== undefined && second === undefined) headings[amount] = "fee";
  return headings;
}
