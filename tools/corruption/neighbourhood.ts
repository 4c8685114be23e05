import { knownFigures } from "../../pipelines/sources/sources.ts";
import type { Role } from "../../schemas/source/release.ts";
import type { Corruption } from "./corruption.ts";
import { lineOf, type Texts, type WholeRelease, type WholeTable } from "./whole-tables.ts";

/**
 * The rows that a corrupted cell can contradict. Every check compares rows of one code, one APC or one locality, or a row
 * with the conversion factor of the file. So a release with only those rows has the same problems as the whole one, in a
 * thousandth of the time. A test compares the two.
 */

/** Tables with at most this many rows are kept whole: localities, counties, anesthesia factors, payment indicators. */
const SHORT = 200;

interface Wanted {
  readonly codes: ReadonlySet<string>;
  readonly apcs: ReadonlySet<string>;
  /** Set when a locality itself is corrupted: MAC and number together. */
  readonly localities: ReadonlySet<string> | undefined;
}

/** Positions of a table's rows by the keys that connect them with other rows. */
interface Index {
  readonly byCode: ReadonlyMap<string, readonly number[]>;
  readonly byApc: ReadonlyMap<string, readonly number[]>;
  readonly byLocality: ReadonlyMap<string, readonly number[]>;
}

function indexBy(keys: readonly string[]): Map<string, number[]> {
  const index = new Map<string, number[]>();
  keys.forEach((key, position) => {
    const positions = index.get(key);
    if (positions === undefined) index.set(key, [position]);
    else positions.push(position);
  });
  return index;
}

const indexes = new WeakMap<WholeTable, Index>();

function indexOf(table: WholeTable): Index {
  const known = indexes.get(table);
  if (known !== undefined) return known;
  const rows = table.records;
  const fresh = {
    byCode: indexBy(rows.map((row) => row.hcpcs ?? "")),
    byApc: indexBy(rows.map((row) => row.apc ?? "")),
    byLocality: indexBy(rows.map((row) => `${row.mac ?? ""}${row.locality ?? ""}`)),
  };
  indexes.set(table, fresh);
  return fresh;
}

function hits(index: ReadonlyMap<string, readonly number[]>, keys: ReadonlySet<string>): number[] {
  return [...keys].filter((key) => key !== "").flatMap((key) => index.get(key) ?? []);
}

/**
 * Codes that are always kept, because a release without them breaks a check: those with known figures, and those of the
 * first and last capped rows.
 */
function anchorsOf(tables: readonly WholeTable[]): string[] {
  const known = knownFigures().figures.map((figure) => figure.hcpcs);
  const capped = tables.filter((each) => each.role === "opps-cap");
  const ends = capped.flatMap(({ records }) => [records[0]?.hcpcs ?? "", records.at(-1)?.hcpcs ?? ""]);
  return [...known, ...ends];
}

/** The old and the new keys of the row: both may connect it with others. */
function wantedBy({ table, position, field, text }: Corruption, { tables }: WholeRelease): Wanted {
  const row = table.records[position] ?? {};
  const now = (name: "hcpcs" | "apc", width: number): string =>
    field === name ? text.trim().padStart(width, "0") : (row[name] ?? "");
  const codes = new Set([row.hcpcs ?? "", now("hcpcs", 5), ...anchorsOf(tables)]);
  const apcs = new Set([row.apc ?? "", now("apc", 4)]);
  if (row.hcpcs !== undefined) return { codes, apcs, localities: undefined };
  const localities = new Set([`${row.mac ?? ""}${row.locality ?? ""}`]);
  const capped = tables.filter((each) => each.role === "opps-cap");
  const met = capped.flatMap((each) =>
    hits(indexOf(each).byLocality, localities).map((at) => each.records[at]?.hcpcs ?? ""),
  );
  return { codes: new Set([...met, ...anchorsOf(tables)]), apcs, localities };
}

/** Positions to keep in one table; undefined when no row is connected with the corrupted one. */
function keptOf(table: WholeTable, { codes, apcs, localities }: Wanted): number[] | undefined {
  const rows = table.records;
  if (rows.length <= SHORT) return [...rows.keys()];
  if (rows[0]?.hcpcs === undefined) return undefined;
  const { byCode, byApc, byLocality } = indexOf(table);
  const inPlaces = localities !== undefined && rows[0]?.mac !== undefined;
  const met = inPlaces ? hits(byLocality, localities) : [...hits(byCode, codes), ...hits(byApc, apcs)];
  // The first row has the conversion factor. With the last one, a damaged row does not look like a note below the table.
  return [...new Set([0, ...met, rows.length - 1])].sort((left, right) => left - right);
}

function textOf(table: WholeTable, kept: readonly number[], { table: damaged, position, cells }: Corruption): string {
  const lines = kept.map((at) => (table === damaged && at === position ? lineOf(cells) : (table.lines[at] ?? "")));
  return table.head + lines.join("");
}

/** The release with only the rows that a corruption can contradict, including the corrupted row. */
export function neighbourhoodOf(corruption: Corruption, whole: WholeRelease): Texts {
  const wanted = wantedBy(corruption, whole);
  const texts = new Map<Role, string>();
  for (const table of whole.tables) {
    const kept = keptOf(table, wanted);
    if (kept === undefined) continue;
    const withOwn = table === corruption.table ? [...new Set([...kept, corruption.position])] : kept;
    withOwn.sort((left, right) => left - right);
    texts.set(table.role, textOf(table, withOwn, corruption));
  }
  return texts;
}

/** The whole release with the corrupted row in its place. */
export function wholeWith(corruption: Corruption, { tables }: WholeRelease): Texts {
  return new Map(tables.map((table) => [table.role, textOf(table, [...table.records.keys()], corruption)] as const));
}
