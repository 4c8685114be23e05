import type { z } from "zod";
import type { Place, Problem } from "../../schemas/place.ts";
import type { Layout } from "../../schemas/source/layout.ts";
import { BOUNDS } from "../problems/bounds.ts";
import type { Problems } from "../problems/problems.ts";
import { quoted } from "../problems/quoted.ts";
import type { Column } from "./column.ts";
import { type Columns, type Period, resolveColumns } from "./columns.ts";
import { joinContinued } from "./continued-rows.ts";
import { type Grid, restoreZeros, trimCell } from "./grid.ts";
import { headerless } from "./headerless.ts";
import { bannerText, findHeading, type Heading } from "./heading.ts";
import { absentColumn, type CellFault, type ReadColumn, readColumn } from "./read-column.ts";
import { type DataRows, findDataRows, findTextRows, type RowCounts } from "./rows.ts";
import type { TextTable } from "./text-table.ts";

/** The columns of a table by field; a field without a column in the file is undefined in every row. */
export type ColumnsOf<Row> = { readonly [Field in keyof Row]-?: Column<Row[Field]> };

/** The key of a row, as `sources/exceptions.json` and messages name it: "22511", "77002 26", "0112205". */
export type KeyOf<Row> = (columns: ColumnsOf<Row>) => (row: number) => string;

/** A row that repeats an earlier one cell for cell. */
interface Repeat {
  readonly row: number;
  /** The first row with the same key. */
  readonly first: number;
}

/** A CMS table that was read: its columns, and where the file has them. Its rows are numbered from 0. */
export interface Table<out Row> {
  /** Publisher's name, for example "RVU25A.zip > PPRRVU25_JAN.csv". */
  readonly file: string;
  /** Worksheet name, for workbooks. */
  readonly sheet: string | undefined;
  /** Text encoding, for csv and text. */
  readonly encoding: string | undefined;
  readonly heading: Heading;
  /** The columns of the layout's fields in the file, descriptors included. */
  readonly found: Columns;
  /** Every period that the banner and the headings name. */
  readonly periods: readonly Period[];
  readonly columns: ColumnsOf<Row>;
  /** The key of a row. */
  readonly key: (row: number) => string;
  /** The number of each row in a spreadsheet, from 1. */
  readonly rowNumbers: readonly number[];
  readonly counts: RowCounts;
  /** Workbook cells whose unpublished digits were rounded away, as the layout allows. */
  readonly lossyCells: number;
  /** Cells whose leading zeros were restored after a spreadsheet removed them. */
  readonly restoredCells: number;
  readonly repeats: readonly Repeat[];
}

/** How many rows a table has. */
export function rowCount({ rowNumbers }: Table<unknown>): number {
  return rowNumbers.length;
}

/** One row as an object. Fields without a column in the file are left out. */
export function rowOf<Row>({ columns }: Table<Row>, row: number): Row {
  const cells = Object.entries<Column<unknown>>(columns).map(([field, column]) => [field, column.at(row)]);
  return Object.fromEntries(cells.filter(([, value]) => value !== undefined)) as Row;
}

/** Every row as an object, for tables of some hundred rows. */
export function rowsOf<Row>(table: Table<Row>): Row[] {
  return table.rowNumbers.map((_, row) => rowOf(table, row));
}

/** The place of a field in a row, for problems and provenance. */
export function cellPlace(table: Table<unknown>, row: number, field: string, key?: string): Place {
  const ref = table.found.byField.get(field);
  return {
    file: table.file,
    ...(table.sheet === undefined ? {} : { sheet: table.sheet }),
    row: table.rowNumbers[row] ?? 0,
    ...(ref === undefined ? {} : { column: ref.letter, heading: ref.heading }),
    ...(key === undefined ? {} : { key }),
  };
}

/** How a kind of table is read. */
export interface TableKind<Row> {
  readonly layout: Layout;
  /** Decodes each field's cell: text in, typed value out. */
  readonly schema: z.ZodObject & z.ZodType<Row>;
  readonly keyOf: KeyOf<Row>;
  /** Converts a table from an older form of CMS's to today's. */
  readonly modernise: (table: Table<Row>) => Table<Row>;
}

/** A table whose columns are known and whose rows are sorted, before its cells are read. */
interface RawTable<Row> extends TableKind<Row> {
  readonly grid: Grid;
  readonly file: string;
  readonly heading: Heading;
  readonly found: Columns;
  readonly data: DataRows;
}

type ReadColumns = ReadonlyMap<string, ReadColumn>;

/** Reads every column of the layout except descriptors. */
function readColumns<Row>({ layout, schema, found, grid, data }: RawTable<Row>): ReadColumns {
  const read = layout.columns.flatMap((column): [string, ReadColumn][] => {
    const ref = found.byField.get(column.field);
    const cell = schema.shape[column.field] as z.ZodType | undefined;
    if (ref === undefined || cell === undefined || column.descriptor === true) return [];
    return [[column.field, readColumn(grid, data.indexes, ref, column, cell)]];
  });
  return new Map(read);
}

/** Code and modifier of a row whose cells may be unreadable. */
function nameOfRow<Row>({ layout, grid, found, data }: RawTable<Row>, row: number): string {
  const texts = [layout.key, "modifier"].map((field) => {
    const pad = layout.columns.find((column) => column.field === field)?.pad;
    const text = trimCell(grid.rows[data.indexes[row] ?? -1]?.[found.byField.get(field)?.index ?? -1] ?? "");
    return pad === undefined ? text : restoreZeros(text, pad);
  });
  return quoted(texts.join(" ").trim());
}

interface FaultyCell {
  readonly row: number;
  readonly column: Column<unknown>;
  readonly fault: CellFault;
}

function faultyCells(columns: ReadColumns): FaultyCell[] {
  const faulty = [...columns.values()].filter(({ faults }) => faults.size > 0);
  const cells = faulty.flatMap(({ column, faults }) =>
    Array.from(column.codes).flatMap((code, row) => {
      const fault = faults.get(code);
      return fault === undefined ? [] : [{ row, column, fault }];
    }),
  );
  return cells.sort((left, right) => left.row - right.row);
}

function cellProblem<Row>(raw: RawTable<Row>, { row, column, fault }: FaultyCell): Problem {
  const { code, message, cure } = fault;
  const { letter = "", heading = "" } = column.ref ?? {};
  const place = { file: raw.file, ...(raw.grid.sheet === undefined ? {} : { sheet: raw.grid.sheet }) };
  const at = { row: (raw.data.indexes[row] ?? 0) + 1, column: letter, heading, key: nameOfRow(raw, row) };
  return { code, place: { ...place, ...at }, message, cure };
}

/** Rows that print the same text as an earlier one of the same key in every column, ignoring surrounding blanks. */
function repeatsOf<Row>({ grid, found, data }: RawTable<Row>, key: (row: number) => string): Repeat[] {
  const firsts = new Map<string, number>();
  const columns = [...found.byField.values()].map(({ index }) => index);
  const text = (row: number, column: number): string => (grid.rows[data.indexes[row] ?? -1]?.[column] ?? "").trim();
  const repeats: Repeat[] = [];
  for (let row = 0; row < data.indexes.length; row += 1) {
    const own = key(row);
    const first = firsts.get(own);
    if (first === undefined) firsts.set(own, row);
    else if (columns.every((column) => text(first, column) === text(row, column))) repeats.push({ row, first });
  }
  return repeats;
}

/** The period in the banner above the heading, when the layout has a pattern for it. */
function bannerPeriod(grid: Grid, layout: Layout, heading: Heading): Period {
  if (layout.banner === undefined) return {};
  return { ...new RegExp(layout.banner, "i").exec(bannerText(grid, heading.firstRow - 1))?.groups };
}

function columnOf(field: string, cell: unknown, columns: ReadColumns, rows: number): Column<unknown> {
  const read = columns.get(field)?.column;
  if (read !== undefined) return read;
  if ((cell as z.ZodType).safeParse(undefined).success) return absentColumn(rows);
  throw new Error(`a layout reads tables without the column ${field}, and its row's schema requires it`);
}

function cellCounts(columns: ReadColumns): Pick<Table<unknown>, "lossyCells" | "restoredCells"> {
  const total = (cells: "lossyCells" | "restoredCells"): number =>
    [...columns.values()].reduce((sum, column) => sum + column[cells], 0);
  return { lossyCells: total("lossyCells"), restoredCells: total("restoredCells") };
}

function assemble<Row>(raw: RawTable<Row>, read: ReadColumns): Table<Row> {
  const { file, grid, heading, found, data, schema } = raw;
  const columns = Object.fromEntries(
    Object.entries(schema.shape).map(([field, cell]) => [field, columnOf(field, cell, read, data.indexes.length)]),
  ) as unknown as ColumnsOf<Row>;
  const keyOf = raw.keyOf(columns);
  // Made once: repeats, checks and exceptions look rows up by key, and a text is hashed once.
  const keys = data.indexes.map((_, row) => keyOf(row));
  const key = (row: number): string => keys[row] as string;
  return {
    file,
    sheet: grid.sheet,
    encoding: grid.encoding,
    heading,
    found,
    periods: [bannerPeriod(grid, raw.layout, heading), ...found.periods],
    columns,
    key,
    rowNumbers: data.indexes.map((index) => index + 1),
    counts: data.counts,
    ...cellCounts(read),
    repeats: repeatsOf(raw, key),
  };
}

/** Reads the cells; a row with an unreadable cell is reported and left out. */
function readCells<Row>(raw: RawTable<Row>, problems: Problems): Table<Row> {
  const columns = readColumns(raw);
  const faulty = faultyCells(columns);
  if (faulty.length === 0) return assemble(raw, columns);
  const own = problems.part({ most: BOUNDS.problems, file: raw.file });
  for (const cell of faulty) {
    if (own.full) break;
    own.add(cellProblem(raw, cell));
  }
  const left = new Set(faulty.map(({ row }) => row));
  const rest = { ...raw, data: { ...raw.data, indexes: raw.data.indexes.filter((_, row) => !left.has(row)) } };
  return { ...assemble(rest, readColumns(rest)), ...cellCounts(columns) };
}

function headed(
  grid: Grid,
  file: string,
  layout: Layout,
  problems: Problems,
  year: string | undefined,
): { heading: Heading; columns: Columns } {
  const heading = findHeading(grid, layout, file);
  return { heading, columns: resolveColumns(heading, layout, file, problems, year) };
}

/** A table as its file has it: cells under headings, or lines that a layout's record splits. */
export type TableSource = { readonly grid: Grid; readonly text?: never } | { readonly text: TextTable };

/**
 * Reads a table by its layout: heading, columns, data rows, then the cells column by column. Collects all
 * problems in `problems` and still returns the table, so that later checks can report on it.
 *
 * @param source the table as text
 * @param file publisher's name of the file
 * @param kind its layout, the schema of its cells and the key of its rows
 * @param year the publication's year, which decides when a file has columns for two years
 */
export function readTable<Row>(
  source: TableSource,
  file: string,
  kind: TableKind<Row>,
  problems: Problems,
  year?: string,
): Table<Row> | undefined {
  const { layout } = kind;
  if (source.text !== undefined) {
    const { grid, heading, columns, isRow } = source.text;
    const data = findTextRows({ grid, heading, layout, file }, isRow, problems);
    return kind.modernise(readCells({ ...kind, grid, file, heading, found: columns, data }, problems));
  }
  const own = problems.part();
  const { heading, columns } = headerless(source.grid, layout) ?? headed(source.grid, file, layout, own, year);
  if (own.any) return undefined;
  const grid = layout.continued === true ? joinContinued(source.grid, heading) : source.grid;
  const data = findDataRows({ grid, heading, layout, file }, problems);
  return kind.modernise(readCells({ ...kind, grid, file, heading, found: columns, data }, problems));
}

/** A table with some columns replaced. */
export function withColumns<Row>(table: Table<Row>, changed: Partial<ColumnsOf<Row>>, keyOf: KeyOf<Row>): Table<Row> {
  const columns = { ...table.columns, ...changed };
  return { ...table, columns, key: keyOf(columns) };
}

/** A table without the rows that repeat an earlier one. */
export function withoutRepeats<Row>(table: Table<Row>): Table<Row> {
  if (table.repeats.length === 0) return table;
  const gone = new Set(table.repeats.map(({ row }) => row));
  const kept = [...table.rowNumbers.keys()].filter((row) => !gone.has(row));
  const columns = Object.entries<Column<unknown>>(table.columns).map(([field, column]) => [field, column.select(kept)]);
  return {
    ...table,
    columns: Object.fromEntries(columns) as ColumnsOf<Row>,
    rowNumbers: kept.map((row) => table.rowNumbers[row] ?? 0),
    key: (row) => table.key(kept[row] ?? -1),
    repeats: [],
  };
}
