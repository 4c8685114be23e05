import type { Layout } from "../../schemas/source/layout.ts";
import { columnLetter } from "../problems/problems.ts";
import type { ColumnRef, Columns } from "./columns.ts";
import { filledCells, type Grid, trimCell } from "./grid.ts";
import { findKeyRow, type Heading } from "./heading.ts";

/** Columns of a table that CMS posted without headings. */
export interface Headerless {
  readonly heading: Heading;
  readonly columns: Columns;
}

function width(row: readonly string[]): number {
  return row.findLastIndex((cell) => cell.trim() !== "") + 1;
}

/**
 * The columns of a table without headings, when its layout allows this and every row has exactly these columns. CMS
 * posted the anesthesia factors of January 2015 like this.
 *
 * @returns undefined when the file has headings, or may be another table
 */
export function headerless(grid: Grid, layout: Layout): Headerless | undefined {
  const fields = layout.headerless;
  if (fields === undefined || findKeyRow(grid, layout) >= 0) return undefined;
  const keyPattern = new RegExp(layout.keyPattern);
  const first = grid.rows.findIndex((row) => filledCells(row) > 0);
  const rows = grid.rows.filter((row) => filledCells(row) > 1);
  const fits = rows.every((row) => keyPattern.test(trimCell(row[0] ?? "")) && width(row) === fields.length);
  if (first < 0 || rows.length === 0 || !fits) return undefined;
  const refs = fields.map((field, index): [string, ColumnRef] => [
    field,
    { field, index, letter: columnLetter(index), heading: "no heading" },
  ]);
  const heading: Heading = { texts: fields.map(() => ""), keyColumn: 0, firstRow: first + 1, lastRow: first };
  return { heading, columns: { byField: new Map(refs), unmapped: [], periods: [], misprinted: [] } };
}
