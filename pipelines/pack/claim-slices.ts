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

/** Documents that answers read whole. */
const WHOLE = ["localities", "anesthesia", "opps-composites", "opps-exclusions", "opps-pairs", "ncci-addon"];

/** A slice is at most so large, where its rows can be told apart: some 15 kB compressed. */
const LARGEST = 262_144;
/** Look-ups of codes that are like another one give four characters. */
const LONGEST_PREFIX = 4;

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

function grouped(lines: readonly Line[], nameOf: (line: Line) => string): Map<string, Line[]> {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const name = nameOf(line);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [line]);
    else group.push(line);
  }
  return groups;
}

/** The lines by prefixes, each as short as the bound lets it be; every line is under exactly one. */
export function* slicesOf(
  lines: readonly Line[],
  prefix = "",
): Generator<{ readonly prefix: string; readonly lines: readonly Line[] }> {
  const bytes = lines.reduce((sum, { json }) => sum + json.length, 0);
  if (bytes <= LARGEST || prefix.length === LONGEST_PREFIX) {
    yield { prefix, lines };
    return;
  }
  const byNext = grouped(lines, ({ key }) => key.slice(0, prefix.length + 1));
  for (const next of [...byNext.keys()].sort()) yield* slicesOf(byNext.get(next) ?? [], next);
}

function headOf({ release, coverage }: Manifest, schema: "claims" | "claims-slice") {
  return { schema: `ratebook/${schema}`, schemaVersion: SCHEMA_VERSION, release, coverage };
}

function sliceFile(manifest: Manifest, of: Sliced, prefix: string, lines: readonly Line[]): PackFile {
  const byTable = grouped(lines, ({ table }) => table);
  const tables = [...byTable].map(([table, own]) => `"${table}":[\n${own.map(({ json }) => json).join(",\n")}\n]`);
  const head = JSON.stringify({ ...headOf(manifest, "claims-slice"), of, prefix }).slice(0, -1);
  const bytes = Buffer.from(`${head},"rows":{${tables.join(",\n")}}}\n`);
  return { path: `claims/${of}/${prefix === "" ? "all" : prefix}.json`, bytes };
}

/** Whole documents: the rate of an APC is looked for in all rows of Addendum B where no Addendum J has it. */
function wholePaths({ outputs }: Manifest): string[] {
  const paths = new Set(outputs.map(({ path }) => path));
  const names = [...WHOLE, ...(paths.has("opps-pairs.json") ? [] : ["opps"])].map((name) => `${name}.json`);
  return [...names.filter((path) => paths.has(path)), ...[...paths].filter((path) => path.startsWith("ncci-ptp-"))];
}

/**
 * What `ratebook/read/claims` reads of one release, by paths in its folder: small slices of the large tables, the small
 * tables as they were built, the manifest, and last `claims.json`, which has the hash of each slice.
 */
export function* claimFiles({ manifest, document }: ReleaseToPack): Generator<PackFile> {
  const heads: Record<string, object> = {};
  const slices: ClaimsDocument["slices"] = [];
  for (const of of ["codes", "zips"] as const) {
    const lines = SLICED[of].flatMap((table) => {
      const bytes = document(`${table}.json`);
      if (bytes === undefined) return [];
      const { head, lines: own } = taken(table, bytes);
      heads[table] = head;
      return own;
    });
    if (lines.length === 0) continue;
    for (const { prefix, lines: own } of slicesOf(lines)) {
      const file = sliceFile(manifest, of, prefix, own);
      slices.push({ of, prefix, path: file.path, bytes: file.bytes.length, sha256: sha256(file.bytes) });
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
