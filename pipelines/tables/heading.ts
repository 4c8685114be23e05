import type { Layout } from "../../schemas/source/layout.ts";
import { beyond } from "../problems/beyond.ts";
import { BOUNDS } from "../problems/bounds.ts";
import { fault } from "../problems/problems.ts";
import { quoted } from "../problems/quoted.ts";
import { collapse, filledCells, type Grid } from "./grid.ts";
import { headingPattern } from "./heading-pattern.ts";

/** The heading of a table: one joined text per column, and the rows it spans. */
export interface Heading {
  /** Joined heading text per column, white space collapsed, as CMS spells it. */
  readonly texts: readonly string[];
  /** Index of the key's column, nearly always the first. */
  readonly keyColumn: number;
  /** First and last heading row, as a spreadsheet numbers them. */
  readonly firstRow: number;
  readonly lastRow: number;
}

/** CMS's banners have at most ten rows; a heading further down belongs to another table. */
const SEARCHED_ROWS = 60;
/** A heading row has at least this many filled cells; banner rows have one. */
const LEAST_FILLED = 2;

/** Joins the parts of a stacked heading top-down: "NON-FAC" over "PE RVU", and "CO-" over "SURG" without a blank. */
function joinParts(parts: readonly string[]): string {
  return parts
    .map(collapse)
    .filter((part) => part !== "")
    .reduce((joined, part) => (joined === "" || joined.endsWith("-") ? joined + part : `${joined} ${part}`), "")
    .slice(0, BOUNDS.headingLength);
}

function isHeadingRow(row: readonly string[] | undefined, least = LEAST_FILLED): boolean {
  return row !== undefined && filledCells(row) >= least;
}

function spanUp(grid: Grid, keyRow: number): number {
  let first = keyRow;
  while (first > 0 && isHeadingRow(grid.rows[first - 1])) first -= 1;
  return first;
}

/** Below the key's heading a table of two columns has one cell a row: "CODE | 2022" over "BASE" over "UNIT". */
function spanDown(grid: Grid, { row, column }: KeyCell): number {
  const least = Math.min(LEAST_FILLED, filledCells(grid.rows[row] ?? []) - 1);
  let last = row;
  for (;;) {
    const below = grid.rows[last + 1];
    if (below === undefined || !isHeadingRow(below, least) || (below[column] ?? "").trim() !== "") return last;
    last += 1;
  }
}

function joinColumns(grid: Grid, first: number, last: number): string[] {
  const stacked = grid.rows.slice(first, last + 1);
  const width = Math.max(...stacked.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => joinParts(stacked.map((row) => row[column] ?? "")));
}

/** The text of the first rows, for patterns of banners, up to the length of a banner. */
export function bannerText(grid: Grid, rows: number): string {
  const cells = grid.rows
    .slice(0, Math.max(rows, 0))
    .flatMap((row) => row.map((cell) => cell.slice(0, BOUNDS.headingLength)));
  return collapse(cells.join(" ")).slice(0, BOUNDS.bannerLength);
}

/** The cell of the key's heading. */
interface KeyCell {
  readonly row: number;
  readonly column: number;
}

/** The first cell with the key's heading: in the first column, as in CMS's files, else in any. */
function findKeyCell(grid: Grid, layout: Layout): KeyCell | undefined {
  const headings = layout.columns.find((column) => column.field === layout.key)?.headings ?? [];
  const patterns = headings.map(headingPattern);
  const isKey = (cell: string): boolean => patterns.some((pattern) => pattern.test(collapse(cell)));
  const searched = grid.rows.slice(0, SEARCHED_ROWS);
  const first = searched.findIndex((row) => isKey(row[0] ?? ""));
  if (first >= 0) return { row: first, column: 0 };
  const row = searched.findIndex((cells) => cells.some(isKey));
  return row < 0 ? undefined : { row, column: grid.rows[row]?.findIndex(isKey) ?? 0 };
}

/** Row index of the heading, or -1: the first row with the key column's heading. */
export function findKeyRow(grid: Grid, layout: Layout): number {
  return findKeyCell(grid, layout)?.row ?? -1;
}

/**
 * Finds the heading and joins its stacked rows.
 *
 * @param grid the table as text
 * @param layout names the key column, whose heading marks the heading row
 * @param file for messages
 * @throws InputFault when no row has the key's heading
 */
export function findHeading(grid: Grid, layout: Layout, file: string): Heading {
  const key = findKeyCell(grid, layout);
  if (key === undefined) {
    const expected = layout.columns.find((column) => column.field === layout.key)?.headings.join('" or "');
    const begins = grid.rows.slice(0, 5).map((row) => `"${quoted(collapse(row[0] ?? ""), 40)}"`);
    throw fault(
      "heading.not-found",
      { file },
      `none of the first ${SEARCHED_ROWS} rows has the heading "${expected}"; the first cells are ${begins.join(", ")}`,
      `Check that this is the ${layout.title}; if CMS renamed the column, add the new heading to sources/layouts/${layout.id}.json`,
    );
  }
  const first = spanUp(grid, key.row);
  const last = spanDown(grid, key);
  if (last - first >= BOUNDS.headingRows) {
    const seen = `a heading of ${last - first + 1} rows`;
    throw beyond("heading.too-tall", { file, row: first + 1 }, seen, BOUNDS.headingRows);
  }
  return { texts: joinColumns(grid, first, last), keyColumn: key.column, firstRow: first + 1, lastRow: last + 1 };
}
