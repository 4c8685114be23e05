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

/** Bytes of the rows of one slice, where more than one beginning is in it: some 8 kB compressed. */
const LARGEST = 131_072;

/** Rows of one table that are next to each other and begin alike, as their document has them. */
export interface RowsAlike {
  readonly table: string;
  /** Beginning of their first field. */
  readonly from: string;
  /** The JSON of each row, with a comma and a line end between two. */
  readonly json: Uint8Array;
  /** Bytes of the first row, and of all without what is between them. */
  readonly first: number;
  readonly bytes: number;
}

const LIST_START = '\n  "rows": [';
const [LINE_END, QUOTE, COMMA] = [10, 34, 44];

/** The beginning of the first field of a row, which is a text: `{"hcpcs":"22511"`. */
function beginningAt(text: Buffer, row: number, table: string): string {
  const name = text.indexOf(QUOTE, row + 2);
  if (text.toString("latin1", row, row + 2) !== '{"' || text.toString("latin1", name, name + 3) !== '":"') {
    const seen = text.toString("utf8", row, row + 40);
    throw new Error(`a row of ${table}.json does not begin with a text: ${seen}`);
  }
  const end = Math.min(text.indexOf(QUOTE, name + 3), name + 3 + SLICED_BY);
  return text.toString("utf8", name + 3, end);
}

/** Where a row is in its document. */
interface RowAt {
  readonly start: number;
  /** Without the comma behind it. */
  readonly end: number;
}

function* rowsBetween(text: Buffer, from: number, to: number): Generator<RowAt> {
  for (let start = from + 1; start < to; ) {
    const next = text.indexOf(LINE_END, start);
    const line = next < 0 || next > to ? to : next;
    yield { start, end: text[line - 1] === COMMA ? line - 1 : line };
    start = line + 1;
  }
}

/** Rows from one to another of the same beginning. */
function alike(table: string, text: Buffer, from: string, rows: readonly RowAt[]): RowsAlike {
  const [first, last] = [rows[0] as RowAt, rows.at(-1) as RowAt];
  const bytes = rows.reduce((sum, { start, end }) => sum + end - start, 0);
  return { table, from, json: text.subarray(first.start, last.end), first: first.end - first.start, bytes };
}

/** The head of a table's document, which has one row a line, and its rows. */
function taken(table: string, document: Uint8Array): { readonly head: object; readonly rows: readonly RowsAlike[] } {
  const text = Buffer.from(document.buffer, document.byteOffset, document.byteLength);
  const at = text.indexOf(LIST_START);
  if (at < 0) throw new Error(`${table}.json has no rows with one entry on each line`);
  const all: RowsAlike[] = [];
  let [from, run] = ["", [] as RowAt[]];
  for (const row of rowsBetween(text, at + LIST_START.length, text.lastIndexOf("\n]}"))) {
    const own = beginningAt(text, row.start, table);
    if (own !== from && run.length > 0) {
      all.push(alike(table, text, from, run));
      run = [];
    }
    from = own;
    run.push(row);
  }
  if (run.length > 0) all.push(alike(table, text, from, run));
  return { head: JSON.parse(text.toString("utf8", 0, at).replace(/,$/, "}")) as object, rows: all };
}

/** A slice and its rows. */
interface CutSlice {
  /** Beginning of the first field of its first rows. */
  readonly from: string;
  readonly rows: readonly RowsAlike[];
}

function byBeginning({ from: left }: RowsAlike, { from: right }: RowsAlike): number {
  return Number(left > right) - Number(left < right);
}

/**
 * Cuts the rows of several tables into slices by the beginning of their first field. All rows with one beginning are in
 * one slice; rows of one table keep their order.
 */
export function* slicesOf(all: readonly RowsAlike[], largest = LARGEST): Generator<CutSlice> {
  let [bytes, cut] = [0, [] as RowsAlike[]];
  let last = "";
  for (const rows of all.toSorted(byBeginning)) {
    const isNext = rows.from !== last;
    if (isNext && bytes + rows.first > largest && cut.length > 0) {
      yield { from: (cut[0] as RowsAlike).from, rows: cut };
      [bytes, cut] = [0, []];
    }
    cut.push(rows);
    bytes += rows.bytes;
    last = rows.from;
  }
  if (cut.length > 0) yield { from: (cut[0] as RowsAlike).from, rows: cut };
}

function headOf({ release, coverage }: Manifest, schema: "claims" | "claims-slice") {
  return { schema: `ratebook/${schema}`, schemaVersion: SCHEMA_VERSION, release, coverage };
}

const BETWEEN = Buffer.from(",\n");

/** Parts with a separator between them. */
function joined(parts: readonly Uint8Array[], separator: Uint8Array): Uint8Array[] {
  return parts.flatMap((part, at) => (at === 0 ? [part] : [separator, part]));
}

function tablePart(table: string, rows: readonly RowsAlike[]): Uint8Array {
  const parts = joined(
    rows.map(({ json }) => json),
    BETWEEN,
  );
  return Buffer.concat([Buffer.from(`"${table}":[\n`), ...parts, Buffer.from("\n]")]);
}

function sliceFile(manifest: Manifest, of: Sliced, { from, rows }: CutSlice): PackFile {
  const tables = SLICED[of].flatMap((table) => {
    const own = rows.filter((each) => each.table === table);
    return own.length === 0 ? [] : [tablePart(table, own)];
  });
  const head = JSON.stringify({ ...headOf(manifest, "claims-slice"), of, from }).slice(0, -1);
  const bytes = Buffer.concat([Buffer.from(`${head},"rows":{`), ...joined(tables, BETWEEN), Buffer.from("}}\n")]);
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
  /** Bytes of the rows of one slice. */
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
    const rows = SLICED[of].flatMap((table) => {
      const bytes = document(`${table}.json`);
      if (bytes === undefined) return [];
      const { head, rows: own } = taken(table, bytes);
      heads[table] = head;
      return own;
    });
    for (const slice of slicesOf(rows, slicing.largest)) {
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
