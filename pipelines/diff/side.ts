import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import type { FactorInForce, FileRef } from "../../schemas/out/common.ts";
import type { DiffTable } from "../../schemas/out/diff.ts";
import type { AscRow, OppsRow } from "../../schemas/out/facility.ts";
import type { LocalityRow } from "../../schemas/out/localities.ts";
import { Manifest } from "../../schemas/out/manifest.ts";
import type { NationalRow } from "../../schemas/out/national.ts";
import { fault } from "../shared/problems.ts";
import { sha256 } from "../shared/sha256.ts";

/** A county list of one locality, as `counties.json` has it. */
export interface LocalityCounties {
  readonly locality: string;
  readonly state: string;
  readonly counties: readonly string[];
}

/** One of two releases to compare: its published tables, each undefined when it was built without CMS's file. */
export interface Side {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly manifestSha256: string;
  readonly conversionFactor: z.infer<typeof FactorInForce> | null;
  readonly pfs: readonly NationalRow[] | undefined;
  readonly localities: readonly LocalityRow[] | undefined;
  readonly counties: readonly LocalityCounties[] | undefined;
  readonly opps: readonly OppsRow[] | undefined;
  readonly asc: readonly AscRow[] | undefined;
  /** Columns that CMS's files of a table have, by the fields they are read into. */
  readonly columns: Readonly<Record<DiffTable, ReadonlySet<string> | undefined>>;
}

interface Table {
  readonly files: Readonly<Record<string, FileRef>>;
  readonly rows: readonly unknown[];
  readonly conversionFactor?: z.infer<typeof FactorInForce>;
}

const BUILD_AGAIN = "Build the release again, and see `ratebook verify`";

/** A table that its manifest lists; its hash vouches for its shape, so that it is not looked at again. */
function readTable(folder: string, manifest: Manifest, name: string): Table | undefined {
  const listed = manifest.outputs.find(({ path }) => path === name);
  if (listed === undefined) return undefined;
  const file = join(folder, name);
  const bytes = existsSync(file) ? readFileSync(file) : undefined;
  if (bytes !== undefined && sha256(bytes) === listed.sha256) return JSON.parse(bytes.toString("utf8")) as Table;
  const seen = bytes === undefined ? "is not there" : "is not the one that was built";
  throw fault("diff.changed-document", { file }, `the file ${seen}: the manifest pins another sha256`, BUILD_AGAIN);
}

function readManifest(folder: string): { bytes: Buffer; manifest: Manifest } {
  const file = join(folder, "manifest.json");
  if (!existsSync(file)) {
    const cure = "Build the release with `npm start`, or name another folder with --out";
    throw fault("out.not-built", { file }, "no release has been built there", cure);
  }
  const bytes = readFileSync(file);
  const parsed = Manifest.safeParse(JSON.parse(bytes.toString("utf8")));
  if (parsed.success) return { bytes, manifest: parsed.data };
  throw fault(
    "diff.shape",
    { file },
    `the manifest is of another version: ${parsed.error.issues[0]?.message}`,
    BUILD_AGAIN,
  );
}

function columnsOf(table: Table | undefined): ReadonlySet<string> | undefined {
  return table && new Set(Object.values(table.files).flatMap(({ columns }) => Object.keys(columns)));
}

/**
 * Reads one side of a diff.
 *
 * @param folder of one built release
 * @throws InputFault when nothing was built there, or a document is not the one that was built
 */
export function readSide(folder: string): Side {
  const { bytes, manifest } = readManifest(folder);
  const table = (name: string): Table | undefined => readTable(folder, manifest, `${name}.json`);
  const [national, localities, opps, asc] = ["national", "localities", "opps", "asc"].map(table);
  const columns = {
    pfs: columnsOf(national),
    localities: columnsOf(localities),
    opps: columnsOf(opps),
    asc: columnsOf(asc),
  };
  return {
    folder,
    manifest,
    manifestSha256: sha256(bytes),
    conversionFactor: national?.conversionFactor ?? null,
    pfs: national?.rows as Side["pfs"],
    localities: localities?.rows as Side["localities"],
    counties: table("counties")?.rows as Side["counties"],
    opps: opps?.rows as Side["opps"],
    asc: asc?.rows as Side["asc"],
    columns,
  };
}
