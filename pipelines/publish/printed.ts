import type { Field } from "../../schemas/row/catalogue.ts";
import { CITED, PLAIN, plainText, STYLE_NAMES, usualText, type Written } from "../../schemas/row/printed.ts";
import type { Column } from "../tables/column.ts";
import { originalRowOf, type SourceFile } from "../tables/source-file.ts";
import { type FieldText, rowField } from "./json.ts";

/** A distinct text of a column: as printed, as published, and in how many rows. */
interface Text {
  readonly code: number;
  readonly printed: string;
  readonly plain: string;
  readonly rows: number;
}

/** A column, its usual way of writing, and its texts that differ from it. */
interface ColumnTexts {
  readonly field: string;
  readonly column: Column<unknown>;
  readonly written: Written;
  readonly odd: ReadonlyMap<number, string>;
}

function textsOf({ codes, texts, values }: Column<unknown>, kind: Field["kind"]): Text[] {
  const rows = new Int32Array(texts.length);
  codes.forEach((code) => {
    rows[code] = (rows[code] as number) + 1;
  });
  return texts.map((printed, code) => ({
    code,
    printed,
    plain: plainText(kind, values[code]),
    rows: rows[code] as number,
  }));
}

function commonest(texts: readonly Text[]): string {
  return texts.reduce((most, each) => (each.rows > most.rows ? each : most), { printed: "", rows: 0 }).printed;
}

function otherwise(texts: readonly Text[], written: Written): Text[] {
  return texts.filter(({ printed, plain }) => usualText(written, plain) !== printed);
}

function rowsOf(texts: readonly Text[]): number {
  return texts.reduce((sum, { rows }) => sum + rows, 0);
}

/** The way of writing with the fewest exceptions, and the texts of those. */
function usualWay(texts: readonly Text[]): { written: Written; odd: readonly Text[] } {
  const [none, some] = [texts.filter(({ plain }) => plain === ""), texts.filter(({ plain }) => plain !== "")];
  const usual = commonest(some);
  const width = usual.startsWith(" ") ? usual.length : 0;
  const around = { width, after: usual.slice(usual.trimEnd().length), blank: commonest(none) };
  let best: ReturnType<typeof usualWay> | undefined;
  for (const as of STYLE_NAMES) {
    const written = { as, ...around };
    const odd = otherwise(texts, written);
    if (best === undefined || rowsOf(odd) < rowsOf(best.odd)) best = { written, odd };
    if (odd.length === 0) break;
  }
  return best ?? { written: PLAIN, odd: texts };
}

/** Manifest and table both need how a file is written. */
const known = new WeakMap<SourceFile<unknown>, readonly ColumnTexts[]>();

function columnTexts(file: SourceFile<unknown>): readonly ColumnTexts[] {
  const seen = known.get(file);
  if (seen !== undefined) return seen;
  const columns = file.table.columns as Readonly<Record<string, Column<unknown>>>;
  const texts = Object.entries(CITED[file.id] ?? {}).flatMap(([field, { kind }]) => {
    const column = columns[field];
    if (column?.ref === undefined) return [];
    const { written, odd } = usualWay(textsOf(column, kind));
    return [{ field, column, written, odd: new Map(odd.map(({ code, printed }) => [code, printed])) }];
  });
  known.set(file, texts);
  return texts;
}

function isPlain(written: Written): boolean {
  return JSON.stringify(written) === JSON.stringify(PLAIN);
}

/** How a file writes the columns that documents of codes cite; undefined for a file that they do not cite. */
export function writtenColumns(file: SourceFile<unknown>): Record<string, Written> | undefined {
  if (CITED[file.id] === undefined) return undefined;
  const odd = columnTexts(file).filter(({ written }) => !isPlain(written));
  return Object.fromEntries(odd.map(({ field, written }) => [field, written]));
}

/** The cells of a row that its file writes in an unusual way; undefined when there are none. */
export function oddCells(file: SourceFile<unknown>, row: number): Record<string, string> | undefined {
  let cells: Record<string, string> | undefined;
  for (const { field, column, odd } of columnTexts(file)) {
    const text = odd.size === 0 ? undefined : odd.get(column.codes[row] as number);
    if (text !== undefined) cells = { ...cells, [field]: text };
  }
  return cells;
}

/** What a row of a document has besides its place to quote its cells. */
interface Quoted {
  readonly originalRow?: number;
  readonly printed?: Record<string, string>;
}

/** What is needed to quote the cells of a row besides its place; usually nothing. */
export function quotedFrom(file: SourceFile<unknown>, row: number): Quoted {
  const [originalRow, printed] = [originalRowOf(file, row), oddCells(file, row)];
  return { ...(originalRow && { originalRow }), ...(printed && { printed }) };
}

/** The last fields of each row: its place, and what is needed to quote its cells. */
export function placeFields(file: SourceFile<unknown>): FieldText[] {
  const { rowNumbers } = file.table;
  return [
    rowField("row", (row) => rowNumbers[row]),
    rowField("originalRow", (row) => originalRowOf(file, row)),
    rowField("printed", (row) => oddCells(file, row)),
  ];
}
