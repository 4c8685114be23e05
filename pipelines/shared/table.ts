import type { z } from "zod";
import type { Place, Problem } from "../../schemas/place.ts";
import type { Layout } from "../../schemas/source/layout.ts";
import { type Columns, type Period, resolveColumns } from "./columns.ts";
import type { Grid } from "./grid.ts";
import { headerless } from "./headerless.ts";
import { findHeading, type Heading } from "./heading.ts";
import { isFull } from "./problems.ts";
import { nameCells, namedColumns, type Reading } from "./row-cells.ts";
import { type DataRows, findDataRows, findTextRows, type RowCounts } from "./rows.ts";
import { shown } from "./shown.ts";
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

function cellProblems(error: z.ZodError, cells: Record<string, string>, index: number, source: Source): Problem[] {
  const key = shown([cells[source.reading.layout.key], cells["modifier"] ?? ""].join(" ").trim());
  return error.issues.map((issue) => {
    const field = String(issue.path[0] ?? "");
    const seen = shown(cells[field] ?? "");
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
  const before = problems.length;
  for (const index of found.indexes) {
    if (isFull(problems, before, file)) break;
    const cells = nameCells(index, named, reading);
    if (cells === undefined) continue;
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
