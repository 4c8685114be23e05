import type { z } from "zod";
import type { Place, Problem } from "../../schemas/place.ts";
import type { Layout, LayoutColumn } from "../../schemas/source/layout.ts";
import { type ColumnRef, type Columns, type Period, resolveColumns } from "./columns.ts";
import { type Grid, restoreZeros, trimCell } from "./grid.ts";
import { headerless } from "./headerless.ts";
import { findHeading, type Heading } from "./heading.ts";
import { percentOf, quantise } from "./quantise.ts";
import { type DataRows, findDataRows, findTextRows, type RowCounts } from "./rows.ts";
import type { TextTable } from "./text-table.ts";

/** A CMS table read to typed rows, with the way back to every cell. */
export interface Table<Row> {
  /** Publisher's name, for example "RVU25A.zip > PPRRVU25_JAN.csv". */
  readonly file: string;
  readonly grid: Grid;
  readonly heading: Heading;
  readonly columns: Columns;
  readonly rows: readonly Row[];
  /** Spreadsheet row of each of `rows`. */
  readonly rowNumbers: readonly number[];
  readonly counts: RowCounts;
  /** Workbook cells whose unpublished digits were rounded away, where the layout allows it. */
  readonly lossyCells: number;
  /** Cells whose leading zeros a spreadsheet had taken away and which have them back. */
  readonly restoredCells: number;
  readonly periods: readonly Period[];
}

/** What a row-reading schema looks like from here: named cell texts in, one typed row out. */
export interface RowSchema<Row> {
  safeParse(cells: Record<string, string>): z.ZodSafeParseResult<Row>;
}

interface Reading {
  readonly file: string;
  readonly grid: Grid;
  readonly layout: Layout;
  readonly problems: Problem[];
  lossyCells: number;
  restoredCells: number;
}

/** The place of a field in a row, for problems and provenance. */
export function cellPlace(
  table: Pick<Table<unknown>, "file" | "grid" | "columns">,
  row: number,
  field: string,
  key?: string,
): Place {
  const ref = table.columns.byField.get(field);
  return {
    file: table.file,
    ...(table.grid.sheet === undefined ? {} : { sheet: table.grid.sheet }),
    row,
    ...(ref === undefined ? {} : { column: ref.letter, heading: ref.heading }),
    ...(key === undefined ? {} : { key }),
  };
}

/** Text of a cell exactly as CMS printed it, undefined when the file has no such column. */
export function printedText(table: Table<unknown>, row: number, field: string): string | undefined {
  const ref = table.columns.byField.get(field);
  return ref === undefined ? undefined : (table.grid.rows[row - 1]?.[ref.index] ?? "");
}

function readFloat(stored: string, column: LayoutColumn, place: Place, reading: Reading): string {
  const text = column.percent === true ? (percentOf(stored) ?? stored) : stored;
  const quantised = column.decimals === undefined ? undefined : quantise(text, column.decimals);
  if (quantised === undefined) return text;
  if (!quantised.lossy) return quantised.text;
  if (column.lossy === "allowed") {
    reading.lossyCells += 1;
    return quantised.text;
  }
  reading.problems.push({
    code: "cell.lossy",
    place,
    message: `the workbook stores ${text}, which does not fit the ${column.decimals} decimals CMS publishes`,
    cure: "Build from CMS's csv or txt of the same table, where the published digits stand",
  });
  return quantised.text;
}

type NamedColumn = readonly [LayoutColumn, ColumnRef];

function namedColumns(layout: Layout, columns: Columns): NamedColumn[] {
  return layout.columns.flatMap((column) => {
    const ref = columns.byField.get(column.field);
    return ref === undefined || column.descriptor === true ? [] : [[column, ref] as const];
  });
}

function nameCells(index: number, named: readonly NamedColumn[], reading: Reading): Record<string, string> {
  const row = reading.grid.rows[index] ?? [];
  const cells: Record<string, string> = {};
  for (const [column, ref] of named) {
    const text = trimCell(row[ref.index] ?? "");
    const exact = reading.grid.floats ? readFloat(text, column, floatPlace(index, ref, reading), reading) : text;
    cells[column.field] = column.pad === undefined ? exact : withZeros(exact, column.pad, reading);
  }
  return cells;
}

function withZeros(text: string, width: number, reading: Reading): string {
  const whole = restoreZeros(text, width);
  if (whole !== text) reading.restoredCells += 1;
  return whole;
}

function floatPlace(index: number, ref: ColumnRef, reading: Reading): Place {
  return { file: reading.file, row: index + 1, column: ref.letter, heading: ref.heading };
}

function cellProblems(error: z.ZodError, cells: Record<string, string>, index: number, source: Source): Problem[] {
  const key = [cells[source.reading.layout.key], cells["modifier"] ?? ""].join(" ").trim();
  return error.issues.map((issue) => {
    const field = String(issue.path[0] ?? "");
    const seen = cells[field] ?? "";
    return {
      code: "cell.unreadable",
      place: cellPlace({ ...source.reading, columns: source.columns }, index + 1, field, key),
      message: `expected ${issue.message}, saw "${seen}"`,
      cure: "If the cell is CMS's own, widen the row's schema under schemas/row; if a column moved, see its layout",
    };
  });
}

interface Source {
  readonly reading: Reading;
  readonly columns: Columns;
}

/** A table whose columns are known and whose rows are sorted, before its cells are read. */
interface RawRows {
  readonly reading: Reading;
  readonly heading: Heading;
  readonly columns: Columns;
  readonly found: DataRows;
}

function typedTable<Row>({ reading, heading, columns, found }: RawRows, schema: RowSchema<Row>): Table<Row> {
  const { file, grid, layout, problems } = reading;
  const named = namedColumns(layout, columns);
  const rows: Row[] = [];
  const rowNumbers: number[] = [];
  for (const index of found.indexes) {
    const cells = nameCells(index, named, reading);
    const parsed = schema.safeParse(cells);
    if (parsed.success) {
      rows.push(parsed.data);
      rowNumbers.push(index + 1);
    } else {
      problems.push(...cellProblems(parsed.error, cells, index, { reading, columns }));
    }
  }
  const { lossyCells, restoredCells } = reading;
  const { counts } = found;
  const { periods } = columns;
  return { file, grid, heading, columns, rows, rowNumbers, counts, lossyCells, restoredCells, periods };
}

function headed(
  grid: Grid,
  file: string,
  layout: Layout,
  problems: Problem[],
  year: string | undefined,
): { heading: Heading; columns: Columns } {
  const heading = findHeading(grid, layout, file);
  return { heading, columns: resolveColumns(heading, layout, file, problems, year) };
}

/** A table as it comes out of its file: cells under headings, or lines that a layout's record takes apart. */
export type TableSource = { readonly grid: Grid; readonly text?: never } | { readonly text: TextTable };

/**
 * Reads a table by its layout: heading, columns, data rows, then each row through its schema. Everything wrong is
 * collected in `problems`; the table is returned even then, so that later checks can still report on it.
 *
 * @param source the table as text
 * @param file publisher's name of the file
 * @param layout which headings mean which fields
 * @param schema one row, cell texts in, typed values out
 * @param year the publication's year, which decides where a file has the columns of two years
 */
export function readTable<Row>(
  source: TableSource,
  file: string,
  layout: Layout,
  schema: RowSchema<Row>,
  problems: Problem[],
  year?: string,
): Table<Row> | undefined {
  const start = { file, layout, problems, lossyCells: 0, restoredCells: 0 };
  if (source.text !== undefined) {
    const { grid, heading, columns, isRow } = source.text;
    const found = findTextRows({ grid, heading, layout, file }, isRow, problems);
    return typedTable({ reading: { ...start, grid }, heading, columns, found }, schema);
  }
  const { grid } = source;
  const before = problems.length;
  const { heading, columns } = headerless(grid, layout) ?? headed(grid, file, layout, problems, year);
  if (problems.length > before) return undefined;
  const found = findDataRows({ grid, heading, layout, file }, problems);
  return typedTable({ reading: { ...start, grid }, heading, columns, found }, schema);
}
