import type { Problem } from "../../schemas/place.ts";
import type { Layout } from "../../schemas/source/layout.ts";
import { collapse, filledCells, type Grid, trimCell } from "./grid.ts";
import type { Heading } from "./heading.ts";

/** How many rows below the heading were data, and how many were passed over as what. */
export interface RowCounts {
  data: number;
  blank: number;
  endMark: number;
  footnote: number;
}

/** Rows of the table itself, by index into the grid. */
export interface DataRows {
  readonly indexes: readonly number[];
  readonly counts: RowCounts;
}

/** The lone Ctrl-Z that CMS's exports end with; in a workbook it may stay escaped. */
const END_MARKS = new Set(["\u001a", "_x001A_"]);
/** CMS's notes below a table fill one cell, seldom two, with a sentence. A short lone cell is a damaged row instead. */
const FOOTNOTE_CELLS = 2;
const FOOTNOTE_LENGTH = 20;

type RowKind = "data" | "blank" | "endMark" | "footnote" | "unreadable";

function kindOf(row: readonly string[], keyPattern: RegExp): RowKind {
  const key = trimCell(row[0] ?? "");
  if (keyPattern.test(key)) return "data";
  const filled = filledCells(row);
  if (filled === 0) return "blank";
  if (filled === 1 && END_MARKS.has(key)) return "endMark";
  const sentence = row.some((cell) => cell.trim().length > FOOTNOTE_LENGTH);
  return filled <= FOOTNOTE_CELLS && sentence ? "footnote" : "unreadable";
}

function unreadable(row: readonly string[], index: number, layout: Layout, file: string): Problem {
  return {
    code: "row.unreadable",
    place: { file, row: index + 1, column: "A" },
    message: `a filled row must start with ${layout.key} like ${layout.keyPattern}, saw "${collapse(row[0] ?? "").slice(0, 60)}"`,
    cure: `Repair the row, or widen keyPattern in sources/layouts/${layout.id}.json if CMS uses a new kind of key`,
  };
}

function wrongWidth(row: readonly string[], index: number, width: number, file: string): Problem {
  return {
    code: "row.width",
    place: { file, row: index + 1, key: trimCell(row[0] ?? "") },
    message: `the row has ${row.length} cells, the heading has ${width}`,
    cure: "A cell was lost or split, often at an unquoted comma: download the file again",
  };
}

function emptyTable(heading: Heading, layout: Layout, file: string): Problem {
  return {
    code: "table.empty",
    place: { file, row: heading.lastRow },
    message: `no row below the heading starts with ${layout.key} like ${layout.keyPattern}`,
    cure: "The file holds headings only: download it again",
  };
}

/** A data row that lost or gained cells, or none of the known kinds of row. */
function rowProblem(kind: RowKind, index: number, table: RawTable): Problem | undefined {
  const row = table.grid.rows[index] ?? [];
  if (kind === "unreadable") return unreadable(row, index, table.layout, table.file);
  const width = table.heading.texts.length;
  if (kind !== "data" || table.grid.floats || row.length === width) return undefined;
  return wrongWidth(row, index, width, table.file);
}

/** A grid whose heading was found. */
export interface RawTable {
  readonly grid: Grid;
  readonly heading: Heading;
  readonly layout: Layout;
  readonly file: string;
}

/**
 * Sorts the rows below the heading into data, blank, end mark and footnotes. Anything else is a problem: a row of
 * CMS's is never dropped without being counted.
 *
 * In csv each data row must be as wide as the heading; workbooks leave trailing blank cells out.
 */
export function findDataRows(table: RawTable, problems: Problem[]): DataRows {
  const { grid, heading, layout, file } = table;
  const keyPattern = new RegExp(layout.keyPattern);
  const counts: RowCounts = { data: 0, blank: 0, endMark: 0, footnote: 0 };
  const indexes: number[] = [];
  for (let index = heading.lastRow; index < grid.rows.length; index += 1) {
    const kind = kindOf(grid.rows[index] ?? [], keyPattern);
    const problem = rowProblem(kind, index, table);
    if (problem !== undefined) problems.push(problem);
    else if (kind === "data") indexes.push(index);
    if (kind !== "unreadable") counts[kind] += 1;
  }
  if (counts.data === 0) problems.push(emptyTable(heading, layout, file));
  return { indexes, counts };
}
