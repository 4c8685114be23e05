import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import Papa from "papaparse";
import { type Download, listDownloads } from "../pipelines/inputs/downloads.ts";
import { type Inputs, type Located, locateInputs } from "../pipelines/inputs/locate.ts";
import { missingSources, registeredRelease, releaseName } from "../pipelines/inputs/registry.ts";
import { Problems } from "../pipelines/problems/problems.ts";
import { prettyFile } from "../pipelines/publish/json.ts";

import type { Publication, Release, Role } from "../schemas/source/release.ts";
import {
  type Excerpt,
  excerptFile,
  excerptTranscription,
  type IsWanted,
  type Transcription,
} from "./excerpts/excerpt.ts";

/**
 * Writes the embedded excerpts in `sources/excerpts/` from a folder of CMS downloads: codes and figures in CMS's own
 * layouts, with blank descriptors. Run by hand to add an embedded release. `test/real/excerpts.slow.test.ts` proves the
 * result cell by cell.
 */

/** Figures of RVU26A, whose relative value file has not been available. Its name and hash were published. */
const SELECTED_ROWS = "RVU26A/selected-rows.csv";
const RVU26A: Omit<Transcription, "bytes"> = {
  name: SELECTED_ROWS,
  role: "rvu",
  original: {
    name: "PPRRVU2026_Jan_nonQPP.csv",
    archive: "rvu26a-updated-12-29-2025.zip",
    sha256: "9a15cb9cc117f079f5bbd41819bcad7c9ebf71fa8836ee186e079bc15b3269de",
    origin: "transcribed",
    atHand: false,
    note: "Figures transcribed row by row; the file itself was not available, so its row numbers are not known. Headings are those of the April file, whose columns are the same",
    rows: null,
    blanked: [],
  },
};

async function locate(release: Release, downloads: readonly Download[]): Promise<Inputs> {
  const problems = new Problems();
  const inputs = await locateInputs(release, downloads, { allowChanged: false }, problems);
  problems.refuse();
  return inputs;
}

function readSelectedRows(downloads: readonly Download[]): Uint8Array {
  const found = downloads.find((each) => each.path.endsWith(SELECTED_ROWS));
  if (found === undefined) throw new Error(`${SELECTED_ROWS} is not among the downloads`);
  return found.read();
}

/** The excerpt's codes: those of the transcription, in its order. */
function codesOf(selectedRows: Uint8Array): Set<string> {
  const { data } = Papa.parse<string[]>(Buffer.from(selectedRows).toString("utf8").trim());
  return new Set(data.slice(1).map((row) => row[0] ?? ""));
}

function hasRole(located: Located, role: Role): boolean {
  return located.entry.role === role;
}

/** MACs and CBSAs whose rows are kept: California, Alabama, Alaska, New York. */
const PLACES = /^(0?1112|0?1182|10112|0?2102|13202|01|41860|41884|31084|35614|50025)$/;

/** The rows to keep of each table, by key. Other tables are left out. */
function keptRows(codes: ReadonlySet<string>): Partial<Record<Role, IsWanted>> {
  const isCode = (key: string): boolean => codes.has(key);
  // Addendum J: the secondary code is in the fifth column.
  const isPair: IsWanted = (primary, row) => codes.has(primary) && codes.has(row[4] ?? "");
  // Addendum A: the APCs of the pairs.
  const isApc = (key: string): boolean => /^511\d$/.test(key);
  const isPlace = (key: string): boolean => PLACES.test(key);
  const ofCodes: Role[] = ["rvu", "addendum-b", "asc-aa", "asc-bb", "asc-ff", "opps-cap", "addendum-j-ranks"];
  return {
    ...Object.fromEntries(ofCodes.map((role) => [role, isCode])),
    gpci: () => true,
    anesthesia: isPlace,
    counties: isPlace,
    "wage-index": isPlace,
    "addendum-a": isApc,
    "addendum-j-pairs": isPair,
    "addendum-j-evaluation": isPair,
  };
}

async function excerptsOf(located: readonly Located[], codes: ReadonlySet<string>): Promise<Map<string, Excerpt[]>> {
  const byLabel = new Map<string, Excerpt[]>();
  const kept = keptRows(codes);
  for (const each of located) {
    const wanted = kept[each.entry.role];
    if (wanted === undefined) continue;
    const excerpt = await excerptFile(each, wanted);
    if (excerpt === undefined) continue;
    byLabel.set(each.publication.label, [...(byLabel.get(each.publication.label) ?? []), excerpt]);
  }
  return byLabel;
}

function publicationOf({ archive: _, ...publication }: Publication, excerpts: readonly Excerpt[]): Publication {
  return { ...publication, files: excerpts.map((excerpt) => excerpt.entry) };
}

function write(release: Release, excerpts: ReadonlyMap<string, readonly Excerpt[]>): void {
  const folder = fileURLToPath(new URL(`../sources/excerpts/${release.release}/`, import.meta.url));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const { text, entry } of [...excerpts.values()].flat()) writeFileSync(join(folder, entry.name), text);
  const publications = release.publications
    .filter((each) => excerpts.has(each.label))
    .map((each) => publicationOf(each, excerpts.get(each.label) ?? []));
  const missing = missingSources(releaseName(release.release), publications);
  const embedded: Release = { ...release, coverage: "excerpt", publications, missing };
  writeFileSync(join(folder, "release.json"), prettyFile("release.json", embedded).bytes);
}

async function excerpts(from: string): Promise<void> {
  const downloads = listDownloads(from);
  const selectedRows = readSelectedRows(downloads);
  const codes = codesOf(selectedRows);
  const a2025 = await locate(registeredRelease("2025A"), downloads);
  write(registeredRelease("2025A"), await excerptsOf(a2025.located, codes));

  const sibling = (await locate(registeredRelease("2026B"), downloads)).located.find((each) => hasRole(each, "rvu"));
  if (sibling === undefined) throw new Error("PPRRVU2026_Apr_nonQPP.csv is not among the downloads");
  const a2026 = await locate(registeredRelease("2026A"), downloads);
  const rvus = await excerptTranscription({ ...RVU26A, bytes: selectedRows }, sibling);
  const byLabel = await excerptsOf(a2026.located, codes);
  byLabel.set("RVU26A", [rvus, ...(byLabel.get("RVU26A") ?? [])]);
  write(registeredRelease("2026A"), byLabel);
}

const program = new Command("excerpts")
  .description("write the embedded excerpts from a folder of CMS downloads")
  .requiredOption("--from <folder>", "folder of CMS downloads")
  .parse();
await excerpts(program.opts<{ from: string }>().from);
