import type { FieldChange, MissingColumn, OneSided, TableTally } from "../../../schemas/out/diff.ts";
import type { FieldUse, FieldUses } from "./fields.ts";
import type { Lacks } from "./not-in-copy.ts";

/** A cell that one side's copy of CMS's file lacks, so that it was not compared; a missing column is reported in the same way. */
type Lacking = MissingColumn;

/** A row on both sides, and the fields in which it differs. */
export interface ChangedRow<Row> {
  readonly key: string;
  readonly before: Row;
  readonly after: Row;
  readonly fields: Readonly<Record<string, FieldChange>>;
  readonly notInCopy: readonly Lacking[];
}

/** One table on both sides. */
export interface TableDiff<Row> {
  readonly tally: TableTally;
  readonly added: readonly OneSided[];
  readonly removed: readonly OneSided[];
  /** In the order of the rows after. */
  readonly changed: readonly ChangedRow<Row>[];
  /** Every cell that was not compared, including those of rows that are otherwise unchanged. */
  readonly lacking: readonly Lacking[];
  /** Unchanged rows with such a cell. */
  readonly incomplete: number;
}

type Value = FieldChange["from"];

interface Numbered {
  readonly row: number;
}

/** What the diff says about a table's rows. */
interface Reader<Row> {
  readonly keyOf: (row: Row) => string;
  readonly uses: FieldUses;
  /** Fields that one side has no column for. */
  readonly missing: readonly MissingColumn[];
  /** Whether the copies before and after leave out what CMS prints; undefined where both have all of it. */
  readonly lacks?: readonly [Lacks<Row>, Lacks<Row>] | undefined;
}

/** What two rows differ in, and what could not be compared. */
type Differences = Pick<ChangedRow<unknown>, "fields" | "notInCopy">;

const ALIKE: Differences = { fields: {}, notInCopy: [] };

function hasFields({ fields }: Differences): boolean {
  for (const _ in fields) return true;
  return false;
}

/** A row's cells by field. */
type Cells = Readonly<Record<string, unknown>>;

function isNested(value: unknown): value is Cells {
  return typeof value === "object" && value !== null;
}

/** Numbers inside nested fields are row numbers of CMS's file; a change of those is not reported. */
function comparable(value: unknown): Value | undefined {
  if (typeof value === "string" || typeof value === "boolean") return value;
  return typeof value === "number" ? undefined : null;
}

/** A field of a nested value; undefined where there is none. */
function at(value: unknown, inner: string): unknown {
  return isNested(value) ? value[inner] : undefined;
}

/** Names of the fields that either of two nested values has. */
function innerFields(one: unknown, other?: unknown): Iterable<string> {
  if (one === undefined && other === undefined) return [];
  return new Set([one, other].flatMap((value) => (isNested(value) ? Object.keys(value) : [])));
}

/** What the diff looks at in a table's rows: worked out once, since a table has twenty thousand of them. */
class Fields<Row extends object & Numbered> {
  private readonly looked: readonly (readonly [string, "compared" | "nested"])[];
  private readonly keyOf: (row: Row) => string;
  private readonly lacks: Reader<Row>["lacks"];

  constructor({ uses, keyOf, lacks, missing }: Reader<Row>) {
    const skipped = new Set(missing.map(({ field }) => field));
    this.keyOf = keyOf;
    this.lacks = lacks;
    this.looked = Object.entries<FieldUse>(uses).flatMap(([field, use]) =>
      (use === "compared" || use === "nested") && !skipped.has(field) ? [[field, use] as const] : [],
    );
  }

  /** Which side's copy leaves out a field in which two rows differ; undefined where both have it. */
  private lacking(field: string, before: Row, after: Row): Lacking | undefined {
    if (this.lacks?.[0](before, field) === true) return { field, side: "from" };
    return this.lacks?.[1](after, field) === true ? { field, side: "to" } : undefined;
  }

  /** Fields in which two rows differ. */
  differences(before: Row, after: Row): Differences {
    let found: { fields: Record<string, FieldChange>; notInCopy: Lacking[] } | undefined;
    const compare = (name: string, one: unknown, other: unknown): void => {
      if (one === other) return;
      const [from, to] = [comparable(one) ?? null, comparable(other) ?? null];
      if (from === to) return;
      found ??= { fields: {}, notInCopy: [] };
      const lacking = this.lacking(name, before, after);
      if (lacking === undefined) found.fields[name] = { from, to };
      else found.notInCopy.push(lacking);
    };
    for (const [field, use] of this.looked) {
      const [one, other] = [(before as Cells)[field], (after as Cells)[field]];
      if (use === "compared") compare(field, one, other);
      else for (const inner of innerFields(one, other)) compare(`${field}.${inner}`, at(one, inner), at(other, inner));
    }
    return found ?? ALIKE;
  }

  /** A row on one side only, with its values there; blanks and `false` are left out. */
  oneSided(row: Row): OneSided {
    const values = this.looked.flatMap(([field, use]): [string, Value][] => {
      const cell = (row as Cells)[field];
      if (use === "compared") return [[field, comparable(cell) ?? null]];
      return [...innerFields(cell)].map((inner) => [`${field}.${inner}`, comparable(at(cell, inner)) ?? null]);
    });
    const filled = values.filter(([, value]) => value !== null && value !== "" && value !== false);
    return { key: this.keyOf(row), row: row.row, values: Object.fromEntries(filled) };
  }
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
  const fields = new Fields(reader);
  const added: OneSided[] = [];
  const changed: ChangedRow<Row>[] = [];
  const lacking: Lacking[] = [];
  let [unchanged, incomplete] = [0, 0];
  for (const row of after) {
    const key = reader.keyOf(row);
    const earlier = old.get(key);
    if (earlier === undefined) {
      added.push(fields.oneSided(row));
      continue;
    }
    const differences = fields.differences(earlier, row);
    lacking.push(...differences.notInCopy);
    if (hasFields(differences)) {
      changed.push({ key, before: earlier, after: row, ...differences });
      continue;
    }
    unchanged += 1;
    if (differences.notInCopy.length > 0) incomplete += 1;
  }
  const removed = before.filter((row) => !now.has(reader.keyOf(row))).map((row) => fields.oneSided(row));
  const counts = { added: added.length, removed: removed.length, changed: changed.length, unchanged };
  const tally = { before: before.length, after: after.length, ...counts };
  return { tally, added, removed, changed, lacking, incomplete };
}
