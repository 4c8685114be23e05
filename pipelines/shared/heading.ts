import type { Layout } from "../../schemas/source/layout.ts";
import { collapse, filledCells, type Grid } from "./grid.ts";
import { fault } from "./problems.ts";

/** The heading of a table: one joined text per column, and the rows it spans. */
export interface Heading {
  /** Joined heading text per column, white space collapsed, as CMS spells it. */
  readonly texts: readonly string[];
  /** First and last heading row, as a spreadsheet numbers them. */
  readonly firstRow: number;
  readonly lastRow: number;
}

/** CMS's banners are at most ten rows; a heading further down belongs to something else. */
const SEARCHED_ROWS = 60;
/** A heading row has at least this many filled cells; banner rows have one. */
const LEAST_FILLED = 2;

function sameHeading(cell: string, heading: string): boolean {
  return collapse(cell).toLowerCase() === heading.toLowerCase();
}

/** Parts of a stacked heading joined top-down: "NON-FAC" over "PE RVU", and "CO-" over "SURG" without a blank. */
function joinParts(parts: readonly string[]): string {
  return parts
    .map(collapse)
    .filter((part) => part !== "")
    .reduce((joined, part) => (joined === "" || joined.endsWith("-") ? joined + part : `${joined} ${part}`), "");
}

function isHeadingRow(row: readonly string[] | undefined): boolean {
  return row !== undefined && filledCells(row) >= LEAST_FILLED;
}

function spanUp(grid: Grid, keyRow: number): number {
  let first = keyRow;
  while (first > 0 && isHeadingRow(grid.rows[first - 1])) first -= 1;
  return first;
}

function spanDown(grid: Grid, keyRow: number): number {
  let last = keyRow;
  for (;;) {
    const below = grid.rows[last + 1];
    if (below === undefined || !isHeadingRow(below) || (below[0] ?? "").trim() !== "") return last;
    last += 1;
  }
}

function joinColumns(grid: Grid, first: number, last: number): string[] {
  const stacked = grid.rows.slice(first, last + 1);
  const width = Math.max(...stacked.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => joinParts(stacked.map((row) => row[column] ?? "")));
}

/** Row index of the heading, or -1: the first row whose first cell is the key column's heading. */
export function findKeyRow(grid: Grid, layout: Layout): number {
  const key = layout.columns.find((column) => column.field === layout.key);
  const headings = key?.headings ?? [];
  return grid.rows
    .slice(0, SEARCHED_ROWS)
    .findIndex((row) => headings.some((heading) => sameHeading(row[0] ?? "", heading)));
}

/**
 * Finds the heading and joins its stacked rows.
 *
 * @param grid the table as text
 * @param layout names the key column, whose heading starts the heading row
 * @param file for messages
 * @returns the heading; throws InputFault when no row starts like one
 */
export function findHeading(grid: Grid, layout: Layout, file: string): Heading {
  const keyRow = findKeyRow(grid, layout);
  if (keyRow < 0) {
    const expected = layout.columns.find((column) => column.field === layout.key)?.headings.join('" or "');
    const begins = grid.rows.slice(0, 5).map((row) => `"${collapse(row[0] ?? "").slice(0, 40)}"`);
    throw fault(
      "heading.not-found",
      { file },
      `none of the first ${SEARCHED_ROWS} rows starts with the heading "${expected}"; the first cells are ${begins.join(", ")}`,
      `Check that this is the ${layout.title}; if CMS renamed the column, add the new heading to sources/layouts/${layout.id}.json`,
    );
  }
  const first = spanUp(grid, keyRow);
  const last = spanDown(grid, keyRow);
  return { texts: joinColumns(grid, first, last), firstRow: first + 1, lastRow: last + 1 };
}
