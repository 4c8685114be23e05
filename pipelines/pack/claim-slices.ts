import { SLICED_BY } from "../../schemas/names.ts";
import type { ClaimsDocument, ClaimsSlice } from "../../schemas/out/claims.ts";
import type { Manifest } from "../../schemas/out/manifest.ts";
import { SCHEMA_VERSION } from "../../schemas/version.ts";
import { sha256 } from "../problems/sha256.ts";
import type { PackFile, ReleaseToPack } from "./package-files.ts";

type Sliced = ClaimsSlice["of"];

/** Tables that answers look up by their first field, and what that is. */
const SLICED: Readonly<Record<Sliced, readonly string[]>> = {
  codes: [
    "site-of-service",
    "national",
    "opps",
    "asc",
    "asc-device-offsets",
    "opps-pair-evaluation",
    "opps-ranks",
  ].concat(["ncci-mue-practitioner", "ncci-mue-hospital", "ncci-mue-dme"]),
  zips: ["zips"],
};

/** Documents that answers read whole; Addendum B where they look for the J1 codes of an APC. */
const WHOLE = ["localities", "anesthesia", "opps", "opps-composites", "opps-exclusions", "opps-pairs", "ncci-addon"];

/** Characters of the rows of one slice, where more than one beginning is in it: some 8 kB compressed. */
const LARGEST = 131_072;

/** A row as its table has it, and the table. */
interface Line {
  readonly table: string;
  /** The first field. */
  readonly key: string;
  readonly json: string;
}

const LIST_START = '\n  "rows": [';
const FIRST_FIELD = /^\{"[^"]+":"([^"]*)"/;

/** The head and the lines of a table's document, which has one row a line. */
function taken(table: string, bytes: Uint8Array): { readonly head: object; readonly lines: readonly Line[] } {
  const text = Buffer.from(bytes).toString("utf8");
  const at = text.indexOf(LIST_START);
  if (at < 0) throw new Error(`${table}.json has no rows with one entry on each line`);
  const rows = text
    .slice(at + LIST_START.length, text.lastIndexOf("\n]}"))
    .split("\n")
    .slice(1);
  const lines = rows.map((row): Line => {
    const [, key] = FIRST_FIELD.exec(row) ?? [];
    if (key === undefined) throw new Error(`a row of ${table}.json does not begin with a text: ${row.slice(0, 40)}`);
    return { table, key, json: row.replace(/,$/, "") };
  });
  return { head: JSON.parse(text.slice(0, at).replace(/,$/, "}")) as object, lines };
}

/** A slice and its rows. */
interface CutSlice {
  /** Beginning of the first field of its first rows. */
  readonly from: string;
  readonly lines: readonly Line[];
}

const beginningOf = ({ key }: Line): string => key.slice(0, SLICED_BY);

function byBeginning(one: Line, other: Line): number {
  const [left, right] = [beginningOf(one), beginningOf(other)];
  return Number(left > right) - Number(left < right);
}

/**
 * Cuts the rows of several tables into slices by the beginning of their first field. All rows with one beginning are in
 * one slice; rows of one table keep their order.
 */
export function* slicesOf(lines: readonly Line[], largest = LARGEST): Generator<CutSlice> {
  let [bytes, cut] = [0, [] as Line[]];
  let last = "";
  for (const line of lines.toSorted(byBeginning)) {
    const isNext = beginningOf(line) !== last;
    if (isNext && bytes + line.json.length > largest && cut.length > 0) {
      yield { from: beginningOf(cut[0] as Line), lines: cut };
      [bytes, cut] = [0, []];
    }
    cut.push(line);
    bytes += line.json.length;
    last = beginningOf(line);
  }
  if (cut.length > 0) yield { from: beginningOf(cut[0] as Line), lines: cut };
}

function headOf({ release, coverage }: Manifest, schema: "claims" | "claims-slice") {
  return { schema: `ratebook/${schema}`, schemaVersion: SCHEMA_VERSION, release, coverage };
}

function sliceFile(manifest: Manifest, of: Sliced, { from, lines }: CutSlice): PackFile {
  const rows = new Map(SLICED[of].map((table) => [table, [] as string[]]));
  for (const { table, json } of lines) rows.get(table)?.push(json);
  const tables = [...rows].flatMap(([table, own]) => (own.length === 0 ? [] : `"${table}":[\n${own.join(",\n")}\n]`));
  const head = JSON.stringify({ ...headOf(manifest, "claims-slice"), of, from }).slice(0, -1);
  const bytes = Buffer.from(`${head},"rows":{${tables.join(",\n")}}}\n`);
  return { path: `claims/${of}/${from}.json`, bytes };
}

/** The documents that are not sliced: small tables, Addendum B, and the PTP edits of each code. */
function wholePaths({ outputs }: Manifest): string[] {
  const paths = new Set(outputs.map(({ path }) => path));
  const names = WHOLE.map((name) => `${name}.json`);
  return [...names.filter((path) => paths.has(path)), ...[...paths].filter((path) => path.startsWith("ncci-ptp-"))];
}

/** Which tables are sliced: those by code, and ZIP codes, which nobody needs who names localities by their keys. */
export interface Slicing {
  readonly of: readonly Sliced[];
  /** Characters of the rows of one slice. */
  readonly largest?: number;
}

/**
 * What `ratebook/read/claims` reads of one release, by paths in its folder: small slices of the large tables, the small
 * tables as they were built, the manifest, and last `claims.json`, which has the hash of each slice.
 */
export function* claimFiles({ manifest, document }: ReleaseToPack, slicing: Slicing): Generator<PackFile> {
  const heads: Record<string, object> = {};
  const slices: ClaimsDocument["slices"] = [];
  for (const of of slicing.of) {
    const lines = SLICED[of].flatMap((table) => {
      const bytes = document(`${table}.json`);
      if (bytes === undefined) return [];
      const { head, lines: own } = taken(table, bytes);
      heads[table] = head;
      return own;
    });
    for (const slice of slicesOf(lines, slicing.largest)) {
      const file = sliceFile(manifest, of, slice);
      slices.push({ of, from: slice.from, path: file.path, bytes: file.bytes.length, sha256: sha256(file.bytes) });
      yield file;
    }
  }
  for (const path of [...wholePaths(manifest), "manifest.json"])
    yield { path, bytes: document(path) ?? new Uint8Array() };
  yield {
    path: "claims.json",
    bytes: Buffer.from(`${JSON.stringify({ ...headOf(manifest, "claims"), heads, slices })}\n`),
  };
}
