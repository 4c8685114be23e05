import type { FieldChange, OneSided, TableTally } from "../../schemas/out/diff.ts";
import type { FieldUses } from "./fields.ts";

/** A row on both sides, and the fields in which it differs. */
export interface ChangedRow<Row> {
  readonly key: string;
  readonly before: Row;
  readonly after: Row;
  readonly fields: Readonly<Record<string, FieldChange>>;
}

/** One table on both sides. */
export interface TableDiff<Row> {
  readonly tally: TableTally;
  readonly added: readonly OneSided[];
  readonly removed: readonly OneSided[];
  /** In the order of the rows after. */
  readonly changed: readonly ChangedRow<Row>[];
}

type Value = FieldChange["from"];

interface Numbered {
  readonly row: number;
}

/** What the diff says of a table's rows. */
interface Reader<Row> {
  readonly keyOf: (row: Row) => string;
  readonly uses: FieldUses<Row>;
}

function isNested(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/** Numbers inside nested fields are row numbers of CMS's file, which are no news. */
function told(value: unknown): Value | undefined {
  if (typeof value === "string" || typeof value === "boolean") return value;
  return typeof value === "number" ? undefined : null;
}

function nestedValues(field: string, value: unknown): [string, Value][] {
  if (!isNested(value)) return [];
  return Object.entries(value).flatMap(([inner, each]): [string, Value][] => {
    const said = told(each);
    return said === undefined ? [] : [[`${field}.${inner}`, said]];
  });
}

function valuesOf<Row extends object>(row: Row, { uses }: Reader<Row>): Map<string, Value> {
  const cells = row as Readonly<Record<string, unknown>>;
  const values = Object.entries(uses).flatMap(([field, use]): [string, Value][] => {
    if (use === "nested") return nestedValues(field, cells[field]);
    return use === "compared" ? [[field, told(cells[field]) ?? null]] : [];
  });
  return new Map(values);
}

function changedFields<Row extends object>(before: Row, after: Row, reader: Reader<Row>): Record<string, FieldChange> {
  const [old, now] = [valuesOf(before, reader), valuesOf(after, reader)];
  const changed: Record<string, FieldChange> = {};
  for (const field of new Set([...old.keys(), ...now.keys()])) {
    const [from, to] = [old.get(field) ?? null, now.get(field) ?? null];
    if (from !== to) changed[field] = { from, to };
  }
  return changed;
}

function oneSided<Row extends object & Numbered>(row: Row, reader: Reader<Row>): OneSided {
  const values = [...valuesOf(row, reader)].filter(([, value]) => value !== null && value !== "" && value !== false);
  return { key: reader.keyOf(row), row: row.row, values: Object.fromEntries(values) };
}

/**
 * Compares two tables row by row, by their keys.
 *
 * @param before rows whose keys are all different, as those of every published table are
 */
export function diffRows<Row extends object & Numbered>(
  before: readonly Row[],
  after: readonly Row[],
  reader: Reader<Row>,
): TableDiff<Row> {
  const old = new Map(before.map((row) => [reader.keyOf(row), row]));
  const now = new Set(after.map(reader.keyOf));
  const added: OneSided[] = [];
  const changed: ChangedRow<Row>[] = [];
  let unchanged = 0;
  for (const row of after) {
    const key = reader.keyOf(row);
    const earlier = old.get(key);
    if (earlier === undefined) {
      added.push(oneSided(row, reader));
      continue;
    }
    const fields = changedFields(earlier, row, reader);
    if (Object.keys(fields).length === 0) unchanged += 1;
    else changed.push({ key, before: earlier, after: row, fields });
  }
  const removed = before.filter((row) => !now.has(reader.keyOf(row))).map((row) => oneSided(row, reader));
  const counts = { added: added.length, removed: removed.length, changed: changed.length, unchanged };
  return { tally: { before: before.length, after: after.length, ...counts }, added, removed, changed };
}
