import type { Role } from "../../../schemas/source/release.ts";
import { sha256 } from "../../problems/sha256.ts";
import type { Column } from "../../tables/column.ts";
import type { SourceFile } from "../../tables/source-file.ts";
import { rowCount, type Table } from "../../tables/table.ts";
import { magnitudeOf } from "./magnitude.ts";

/**
 * One column of a table: for each row, in the order of the keys, the number of its text or the magnitude of its figure.
 */
export interface ColumnLooks {
  readonly field: string;
  readonly hash: string;
  /** Undefined for a column of figures. */
  readonly letters: readonly string[] | undefined;
  readonly cells: readonly number[];
}

/** What a table looks like: which rows it has, and how large their figures are. */
export interface TableLooks {
  readonly role: Role;
  readonly bits: number;
  /** Sorted; a repeated key has its number behind it. */
  readonly keys: readonly string[];
  readonly columns: readonly ColumnLooks[];
  /** Columns with one text in all rows, which a profile leaves out. */
  readonly uniform: readonly ColumnLooks[];
}

/** Marks of what changed since the last quarter, of which a file may have none. */
const MAY_BE_BLANK: ReadonlySet<string> = new Set(["changeMark"]);

function isUniform({ cells }: ColumnLooks): boolean {
  return cells.every((cell) => cell === cells[0]);
}

/** Tables with up to this many rows keep their figures finely: 512 steps from one to its double, else 4. */
const SMALL = 1000;
const FINE_BITS = 9;
const COARSE_BITS = 2;

/** Columns that other checks compute from others in the row: a profile does not need them. */
const COMPUTED: ReadonlySet<string> = new Set([
  "nonFacilityTotal",
  "facilityTotal",
  "relativeWeight",
  "paymentWeight",
  "minimumCopayment",
  "apc",
  "ruralIndicator2",
]);

/** An indicator has few and short texts. A column with more has names, or the key itself. */
const MOST_INDICATORS = 1000;
const LONGEST_INDICATOR = 16;
const HASH_DIGITS = 12;

function uniqueKeys(table: Table<unknown>): string[] {
  const seen = new Map<string, number>();
  return table.rowNumbers.map((_, row) => {
    const key = table.key(row);
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return times === 1 ? key : `${key} #${times}`;
  });
}

function areFigures(values: readonly unknown[]): boolean {
  return values.some((value) => typeof value === "number");
}

function areIndicators(texts: readonly string[], rows: number): boolean {
  const most = Math.min(MOST_INDICATORS, rows / 2);
  return texts.length <= most && texts.every((text) => text.length <= LONGEST_INDICATOR);
}

function textOf(value: unknown): string {
  return value === null || value === undefined ? "" : String(value);
}

/** Undefined for a column that is missing or contains names. */
function columnLooks(
  field: string,
  column: Column<unknown>,
  order: readonly number[],
  keys: readonly string[],
  bits: number,
): ColumnLooks | undefined {
  const texts = column.values.map(textOf);
  const distinct = [...new Set(texts)].sort();
  const figures = areFigures(column.values);
  if (column.ref === undefined || !(figures || areIndicators(distinct, keys.length))) return undefined;
  const numbers = new Map(distinct.map((text, number) => [text, number]));
  const marks = column.values.map((value, code) =>
    figures ? magnitudeOf(value as number | null, bits) : (numbers.get(texts[code] as string) as number),
  );
  const codes = order.map((row) => column.codes[row] as number);
  const lines = codes.map((code, at) => `${keys[at]}\t${texts[code]}`);
  return {
    field,
    hash: sha256(Buffer.from(lines.join("\n"))).slice(0, HASH_DIGITS),
    letters: figures ? undefined : distinct,
    cells: codes.map((code) => marks[code] as number),
  };
}

/** What a table that was read looks like. */
export function looksOf({ id, table }: SourceFile<unknown>): TableLooks {
  const unsorted = uniqueKeys(table);
  const order = [...unsorted.keys()].sort((left, right) =>
    (unsorted[left] as string) < (unsorted[right] as string) ? -1 : 1,
  );
  const keys = order.map((row) => unsorted[row] as string);
  const bits = rowCount(table) <= SMALL ? FINE_BITS : COARSE_BITS;
  const fields = Object.entries<Column<unknown>>(table.columns as Record<string, Column<unknown>>);
  const columns = fields.flatMap(([field, column]) =>
    COMPUTED.has(field) ? [] : (columnLooks(field, column, order, keys, bits) ?? []),
  );
  return {
    role: id,
    bits,
    keys,
    columns: columns.filter((column) => !isUniform(column)),
    uniform: columns.filter((column) => isUniform(column) && !MAY_BE_BLANK.has(column.field)),
  };
}
