import type { Problem } from "../../schemas/place.ts";
import type { Layout } from "../../schemas/source/layout.ts";
import { BOUNDS } from "../problems/bounds.ts";
import { columnLetter, type Problems } from "../problems/problems.ts";
import { quoted } from "../problems/quoted.ts";
import { formulaFault, isFormula } from "./formula.ts";
import { collapse, filledCells, type Grid, restoreZeros, trimCell } from "./grid.ts";
import type { Heading } from "./heading.ts";

/** How many rows below the heading are data, and how many were skipped, by kind. */
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

/** The single Ctrl-Z at the end of CMS's exports; in a workbook it may be escaped. */
const END_MARKS = new Set(["\u001a", "_x001A_"]);
/** CMS's notes below a table fill one cell, rarely two, with a sentence. A row with one short cell is damaged. */
const FOOTNOTE_CELLS = 2;
const FOOTNOTE_LENGTH = 20;

type RowKind = "data" | "blank" | "endMark" | "footnote" | "unreadable";

function kindOf(row: readonly string[], column: number, isKey: (cell: string) => boolean): RowKind {
  const key = trimCell(row[column] ?? "");
  if (isKey(key)) return "data";
  if (key.startsWith("=")) return "unreadable";
  const filled = filledCells(row);
  if (filled === 0) return "blank";
  if (filled === 1 && row.some((cell) => END_MARKS.has(trimCell(cell)))) return "endMark";
  const sentence = row.some((cell) => cell.trim().length > FOOTNOTE_LENGTH);
  return filled <= FOOTNOTE_CELLS && sentence ? "footnote" : "unreadable";
}

function unreadable(row: readonly string[], index: number, { layout, heading, file }: RawTable): Problem {
  const { keyColumn } = heading;
  const place = { file, row: index + 1, column: columnLetter(keyColumn) };
  const key = trimCell(row[keyColumn] ?? "");
  if (isFormula(key)) return { ...formulaFault(key), place };
  return {
    code: "row.unreadable",
    place,
    message: `expected a row with ${layout.key} like ${layout.keyPattern}, saw "${quoted(collapse(key))}"`,
    cure: `Correct the row, or widen keyPattern in sources/layouts/${layout.id}.json if CMS uses a new kind of key`,
  };
}

function wrongWidth(row: readonly string[], index: number, { heading, file }: RawTable): Problem {
  const width = heading.texts.length;
  return {
    code: "row.width",
    place: { file, row: index + 1, key: quoted(trimCell(row[heading.keyColumn] ?? "")) },
    message: `the row has ${row.length} cells, the heading has ${width}`,
    cure: "A cell was lost or split, often at an unquoted comma: download the file again",
  };
}

function emptyTable(heading: Heading, layout: Layout, file: string): Problem {
  return {
    code: "table.empty",
    place: { file, row: heading.lastRow },
    message: `no row below the heading has ${layout.key} like ${layout.keyPattern}`,
    cure: "The file contains headings only: download it again",
  };
}

/** Whether a row is as wide as its heading, not counting blank cells at its end without a heading. */
function fits(row: readonly string[], texts: readonly string[]): boolean {
  if (row.length > texts.length) return row.slice(texts.length).every((cell) => cell.trim() === "");
  return texts.slice(row.length).every((text) => text === "");
}

/** The problem of a data row that lost or gained cells, or of an unknown kind of row. */
function rowProblem(kind: RowKind, index: number, table: RawTable): Problem | undefined {
  const row = table.grid.rows[index] ?? [];
  if (kind === "unreadable") return unreadable(row, index, table);
  const { texts } = table.heading;
  if (kind !== "data" || table.grid.floats || row.length === texts.length || fits(row, texts)) return undefined;
  return wrongWidth(row, index, table);
}

/** A grid whose heading was found. */
export interface RawTable {
  readonly grid: Grid;
  readonly heading: Heading;
  readonly layout: Layout;
  readonly file: string;
}

/** Finds data rows by the key's pattern, after lost leading zeros are restored. */
function keyTest(layout: Layout): (cell: string) => boolean {
  const pattern = new RegExp(layout.keyPattern);
  const pad = layout.columns.find((column) => column.field === layout.key)?.pad;
  return (cell) => pattern.test(cell) || (pad !== undefined && pattern.test(restoreZeros(cell, pad)));
}

function lastDataRow(grid: Grid, column: number, isKey: (cell: string) => boolean): number {
  return grid.rows.findLastIndex((row) => isKey(trimCell(row[column] ?? "")));
}

/** Notes are below the table. What looks like one between two rows is a row that lost its key. */
function placed(kind: RowKind, below: boolean): RowKind {
  return kind === "footnote" && !below ? "unreadable" : kind;
}

/**
 * Sorts the rows below the heading into data, blank, end mark and footnotes. Anything else is a problem: no row is
 * dropped without being counted.
 *
 * In csv each data row must be as wide as the heading, except for blank cells without a heading; workbooks omit
 * trailing blank cells.
 */
export function findDataRows(table: RawTable, problems: Problems): DataRows {
  const { grid, heading, layout, file } = table;
  const isKey = keyTest(layout);
  const counts: RowCounts = { data: 0, blank: 0, endMark: 0, footnote: 0 };
  const indexes: number[] = [];
  const last = lastDataRow(grid, heading.keyColumn, isKey);
  const own = problems.part({ most: BOUNDS.problems, file });
  for (let index = heading.lastRow; index < grid.rows.length && !own.full; index += 1) {
    const kind = placed(kindOf(grid.rows[index] ?? [], heading.keyColumn, isKey), index > last);
    const problem = rowProblem(kind, index, table);
    if (problem !== undefined) own.add(problem);
    else if (kind === "data") indexes.push(index);
    if (kind !== "unreadable") counts[kind] += 1;
  }
  if (counts.data === 0) problems.add(emptyTable(heading, layout, file));
  return { indexes, counts };
}

function lineKind(text: string, below: boolean): RowKind {
  const line = text.trim();
  if (line === "") return "blank";
  if (END_MARKS.has(line)) return "endMark";
  return below ? "footnote" : "unreadable";
}

/**
 * Sorts the lines of a printed table. The layout's `line` matches rows; only blank lines may be between them. The
 * banner is above the first row, and notes are below the last.
 *
 * @param isRow whether the row at an index is one of the table
 */
export function findTextRows(table: RawTable, isRow: (index: number) => boolean, problems: Problems): DataRows {
  const { grid, heading, file } = table;
  const counts: RowCounts = { data: 0, blank: 0, endMark: 0, footnote: 0 };
  const indexes = [...grid.rows.keys()].filter(isRow);
  const last = indexes.at(-1) ?? -1;
  const own = problems.part({ most: BOUNDS.problems, file });
  for (let index = heading.lastRow; index < grid.rows.length && !own.full; index += 1) {
    const row = grid.rows[index] ?? [];
    const kind = isRow(index) ? "data" : lineKind(row[0] ?? "", index > last);
    if (kind === "unreadable") own.add(unreadable(row, index, table));
    else counts[kind] += 1;
  }
  return { indexes, counts };
}
