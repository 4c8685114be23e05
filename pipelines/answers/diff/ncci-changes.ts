import type { NcciChanges, TableTally } from "../../../schemas/out/diff.ts";
import { NcciTable } from "../../../schemas/out/ncci.ts";
import type { NcciRow, NcciRows, NcciSide } from "./ncci-side.ts";
import { diffRows } from "./rows.ts";

/** Fields that name an edit of each kind of table. An edit that is deleted is the same edit with a last day. */
function keyFields(table: NcciTable): readonly string[] {
  if (table === "ncci-addon") return ["addOn", "primary", "effective"];
  return table.startsWith("ncci-mue") ? ["hcpcs"] : ["column1", "column2", "effective"];
}

/** Words of CMS's that stand for an indicator beside it. */
const SAID_TWICE: ReadonlySet<string> = new Set(["adjudication"]);

/** What stands in a key where CMS names no code. */
const NO_CODE = "CCCCC";

/** An edit with its key. */
interface Keyed extends NcciRow {
  readonly key: string;
}

function plainKey(fields: NcciRow["fields"], names: readonly string[]): string {
  return names.map((name) => fields[name] ?? NO_CODE).join(" ");
}

function repeatedKeys(rows: readonly NcciRow[], names: readonly string[]): string[] {
  const seen = new Set<string>();
  return rows.map(({ fields }) => plainKey(fields, names)).filter((key) => seen.size === seen.add(key).size);
}

/** Edits with their keys: where two of a side begin on one day, their last days tell them apart. */
function keyed(sides: readonly (readonly NcciRow[])[], names: readonly string[]): Keyed[][] {
  const repeated = new Set(sides.flatMap((rows) => repeatedKeys(rows, names)));
  return sides.map((rows) =>
    rows.map((row) => {
      const key = plainKey(row.fields, names);
      return { ...row, key: repeated.has(key) ? `${key} to ${row.fields["deletion"] ?? "now"}` : key };
    }),
  );
}

type Flat = Record<string, string | null | number> & { readonly row: number };

/** Rows as the comparison of tables takes them. */
function flat({ fields, row, key }: Keyed): Flat {
  return { ...fields, row, " key": key } as Flat;
}

type Compared = Omit<NcciChanges, "table" | "codes">;
/** Whether a code is compared. */
type Wanted = (hcpcs: string) => boolean;

function compare(table: NcciTable, sides: readonly (readonly NcciRow[])[]): Compared {
  const names = keyFields(table);
  const [before = [], after = []] = keyed(sides, names);
  const fields = Object.keys((after[0] ?? before[0])?.fields ?? {}).filter((name) => !SAID_TWICE.has(name));
  const uses = Object.fromEntries(fields.map((name) => [name, names.includes(name) ? "key" : "compared"] as const));
  const found = diffRows(before.map(flat), after.map(flat), { keyOf: (row) => String(row[" key"]), uses, missing: [] });
  const [old, now] = [before, after].map((rows) => new Map(rows.map((row) => [row.key, row.part])));
  const withPart = <Row extends { key: string }>(parts: typeof old, row: Row): Row & { part?: number } => {
    const part = parts?.get(row.key);
    return part === undefined ? row : { ...row, part };
  };
  return {
    tally: found.tally,
    added: found.added.map((row) => withPart(now, row)),
    removed: found.removed.map((row) => withPart(old, row)),
    changed: found.changed.map(({ key, before: one, after: other, fields: changes }) => {
      const [fromPart, toPart] = [old?.get(key), now?.get(key)];
      const parts = fromPart === undefined ? {} : { fromPart, toPart };
      return { key, fromRow: one.row, toRow: other.row, ...parts, fields: { ...changes } };
    }),
  };
}

/** Codes of which both sides have the edits; undefined where both have those of all codes. */
function commonCodes({ codes: one }: NcciRows, { codes: other }: NcciRows): readonly string[] | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  const there = new Set(other);
  return one.filter((code) => there.has(code));
}

const NOTHING: Compared = {
  tally: { before: 0, after: 0, added: 0, removed: 0, changed: 0, unchanged: 0 },
  added: [],
  removed: [],
  changed: [],
};

function sum(one: TableTally, other: TableTally): TableTally {
  const names = Object.keys(one) as (keyof TableTally)[];
  return Object.fromEntries(names.map((name) => [name, one[name] + other[name]])) as TableTally;
}

/** Compares two tables batch by batch: what is the same on both sides is dropped at once. */
function changesOf(table: NcciTable, before: NcciRows, after: NcciRows, wanted: Wanted): NcciChanges {
  const codes = commonCodes(before, after)?.filter(wanted);
  const found = { ...NOTHING, added: [...NOTHING.added], removed: [...NOTHING.removed], changed: [...NOTHING.changed] };
  const others = after.batches(codes ?? [])[Symbol.iterator]();
  for (const batch of before.batches(codes ?? [])) {
    const sides = [batch, others.next().value ?? []];
    const isOf = (row: NcciRow): boolean => codes !== undefined || row.codes.some(wanted);
    const own = compare(
      table,
      sides.map((rows) => rows.filter(isOf)),
    );
    found.tally = sum(found.tally, own.tally);
    found.added.push(...own.added);
    found.removed.push(...own.removed);
    found.changed.push(...own.changed);
  }
  return { table, codes: codes === undefined ? null : [...codes], ...found };
}

/**
 * NCCI edits of two releases, table by table: which came, which went, and which changed. Only tables that both releases
 * were built with, and of procedure-to-procedure edits the codes that have a slice in both.
 *
 * @param wanted whether a code is compared; an edit is where one of its codes is
 */
export function ncciChanges(before: NcciSide, after: NcciSide, wanted: Wanted): NcciChanges[] {
  return NcciTable.options.flatMap((table) => {
    const [one, other] = [before[table](), after[table]()];
    return one === undefined || other === undefined ? [] : [changesOf(table, one, other, wanted)];
  });
}
