import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inject } from "vitest";
import type { ReleaseDocuments } from "../../../pipelines/documents/release-documents.ts";
import { openFolder } from "../../../pipelines/documents/release-folder.ts";
import { lockFolder } from "../../../scripts/out/lock.ts";
import { builtWhole } from "../built-whole.ts";
import { memoryDuckdb } from "../duckdb.ts";
import { ratebookHere } from "../in-process.ts";
import { CMS_FOLDER } from "../real.ts";

const EMBEDDED = fileURLToPath(new URL("../../../out", import.meta.url));

/** Releases, built, and their tables as Parquet and as csv. */
export interface EngineTables {
  readonly out: string;
  readonly tables: string;
  /** Two releases with their first day of service. */
  readonly releases: readonly (readonly [release: string, firstDay: string])[];
  readonly isWhole: boolean;
}

export function partition(tables: string, release: string): string {
  return join(tables, `year=${release.slice(0, 4)}/release=${release}`);
}

/** A ZIP code, as documents and tables have it. */
export interface ClaimZip {
  readonly zip: string;
  readonly locality: string;
  readonly plusFour: boolean;
}

/** ZIP codes for releases that are built without CMS's file: one for each locality, every tenth of several ones. */
export function madeUpZips(localities: readonly string[]): ClaimZip[] {
  return localities.map((locality, at) => ({ zip: String(10_000 + at), locality, plusFour: at % 10 === 0 }));
}

async function writeMadeUpZips(out: string, release: string, folder: string): Promise<void> {
  const localities = documentsOf(out, release).table("localities")?.allRows() ?? [];
  if (localities.length === 0) return;
  const rows = madeUpZips(localities.map(({ locality }) => locality)).map(
    ({ zip, locality, plusFour }) => `${zip},AL,${locality},urban,${plusFour}`,
  );
  const csv = join(folder, "zips.csv");
  writeFileSync(csv, ["zip,state,locality,rural,plus_four", ...rows, ""].join("\n"));
  const duckdb = await memoryDuckdb();
  const types = "{'zip': 'VARCHAR', 'locality': 'VARCHAR', 'plus_four': 'BOOLEAN'}";
  await duckdb.run(
    `COPY (FROM read_csv('${csv}', types = ${types}, hive_partitioning = false)) TO '${join(folder, "zips.parquet")}'`,
  );
  duckdb.close();
}

/** The documents of a release in an output folder. */
export function documentsOf(out: string, release: string): ReleaseDocuments {
  return openFolder(join(out, release));
}

/** Writes the tables of releases as Parquet and as csv, with ZIP codes of ours where a release has none. */
export async function exportTables(out: string, tables: string, releases: readonly string[]): Promise<void> {
  const chosen = releases.flatMap((id) => ["--release", id]);
  for (const format of ["parquet", "csv"]) {
    const { status, stderr } = await ratebookHere(
      "export",
      "--out",
      out,
      "--to",
      tables,
      "--format",
      format,
      ...chosen,
    );
    if (status !== 0) throw new Error(`export ended with ${status}: ${stderr}`);
  }
  for (const id of releases) {
    const folder = partition(tables, id);
    if (!existsSync(join(folder, "zips.csv"))) await writeMadeUpZips(out, id, folder);
  }
}

/** Tables of two releases, made once a run: whole ones where CMS's files are, the embedded excerpts elsewhere. */
export async function engineTables(): Promise<EngineTables> {
  const isWhole = existsSync(CMS_FOLDER);
  const releases = [
    ["2025A", "2025-01-01"] as const,
    isWhole ? (["2026B", "2026-04-01"] as const) : (["2026A", "2026-01-01"] as const),
  ];
  const names = releases.map(([id]) => id);
  const out = isWhole ? await builtWhole(...names) : EMBEDDED;
  const tables = join(inject("runFolder"), "tables");
  const lock = await lockFolder(join(inject("runFolder"), "turn"), () => {});
  try {
    if (!existsSync(tables)) await exportTables(out, tables, names);
  } finally {
    lock.release();
  }
  return { out, tables, releases, isWhole };
}
