import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { type BuiltRelease, buildRelease } from "../../pipelines/build-release.ts";
import { type Download, listDownloads } from "../../pipelines/inputs/downloads.ts";
import { sha256 } from "../../pipelines/problems/sha256.ts";
import { embeddedFolder, releaseIn } from "../../pipelines/sources/excerpts.ts";
import type { Family, Publication, Release, Role } from "../../schemas/source/release.ts";

/** The files of the embedded 2025A excerpt, by what they are. */
export const FILES_2025A = {
  rvu: "PPRRVU25_JAN.csv",
  gpci: "GPCI2025.csv",
  opps: "January 2025 Web Addendum B.12.31.24.csv",
  ascAA: "508-Version-Jan-2025-ASC-AA.csv",
  ascBB: "508-Version-Jan-2025-ASC-BB.csv",
  ascFF: "508-Version-Jan-2025-ASC-FF.csv",
  counties: "25LOCCO.csv",
  anesthesia: "ANES2025.csv",
  apcs: "2025 NFRM Addendum A.11122024 - 2025 FR Addendum A.csv",
  pairs: "2025 NFRM Addendum J.11132024 - Complexity Adjustments.csv",
  evaluation: "2025 NFRM Addendum J.11132024 - Complexity Adj. Evaluation.csv",
  ranks: "2025 NFRM Addendum J.11132024 - Rank for Primary Assignment.csv",
} as const;

/** Changes to make to a file's text before it is read. */
export type Edits = Readonly<Record<string, (text: string) => string>>;

/** Replaces the only occurrence of `seen`; a test that would change nothing, or too much, fails at once. */
export function replaceOnce(seen: string, by: string): (text: string) => string {
  return (text) => {
    const places = text.split(seen).length - 1;
    if (places !== 1) throw new Error(`"${seen}" occurs ${places} times, expected once`);
    return text.replace(seen, () => by);
  };
}

/** A table that the excerpts do not have: a table of CMS, or one made by a test. */
export interface AddedFile {
  /** The family of its publication; by default the relative value archive. */
  readonly family?: Family;
  readonly role: Role;
  readonly name: string;
  readonly text: string;
}

function withFile(release: Release, { family = "pfs", role, name, text }: AddedFile): Release {
  const bytes = Buffer.from(text);
  const files = [{ role, name, bytes: bytes.length, sha256: sha256(bytes) }];
  const home = release.publications.find((each) => each.family === family);
  if (home === undefined) {
    const [model] = release.publications;
    const fresh = { ...(model as Publication), family, label: `made up ${family}`, files };
    return { ...release, publications: [...release.publications, fresh] };
  }
  const grown = { ...home, files: [...home.files, ...files] };
  return { ...release, publications: release.publications.map((each) => (each === home ? grown : each)) };
}

function asDownload({ name, text }: AddedFile): Download {
  const bytes = new Uint8Array(Buffer.from(text));
  return { path: name, bytes: bytes.length, read: () => bytes };
}

/** Options for building an embedded release, besides its edits. */
export interface BuildOfExcerpt {
  readonly added?: readonly AddedFile[];
  readonly codes?: readonly string[];
}

function edited(download: Download, edits: Edits): Download {
  const edit = edits[download.path];
  if (edit === undefined) return download;
  const bytes = new Uint8Array(Buffer.from(edit(Buffer.from(download.read()).toString("utf8"))));
  return { path: download.path, bytes: bytes.length, read: () => bytes };
}

/** Builds an embedded release from edited copies of its files, in memory. */
export async function buildEdited(
  id: string,
  edits: Edits,
  change: (release: Release) => Release = (release) => release,
  { added = [], codes = [] }: BuildOfExcerpt = {},
): Promise<BuiltRelease> {
  const folder = embeddedFolder(id);
  const downloads = [...listDownloads(folder), ...added.map(asDownload)].map((download) => edited(download, edits));
  const release = change(added.reduce(withFile, releaseIn(folder)));
  return await buildRelease(release, downloads, { chooseCodes: () => codes, required: [], allowChanged: true });
}

/** The banner of CMS's Addendum B, which the embedded one has lost: whoever edited it left it out. */
export const BANNER_B_2025 = "Addendum B.-Final OPPS Payment by HCPCS Code for CY 2025\n";

/** A temporary folder, removed after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "ratebook-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A copy of an embedded release's folder on disk, with edits. */
export function copyExcerpt(id: string, edits: Edits = {}): string {
  const folder = join(temporaryFolder(), id);
  cpSync(embeddedFolder(id), folder, { recursive: true });
  for (const [name, edit] of Object.entries(edits)) {
    writeFileSync(join(folder, name), edit(readFileSync(join(folder, name), "utf8")));
  }
  return folder;
}
