import { join } from "node:path";
import type { Manifest } from "../../schemas/out/manifest.ts";
import type { ReleaseIndex } from "../../schemas/out/release-index.ts";
import { fault, InputFault } from "../problems/problems.ts";
import { refuseMisshapen, wrongIndex } from "./faults.ts";
import { headFault, versionFault } from "./head-fault.ts";
import { jsonIn } from "./parse-json.ts";
import { readPinned, readUnpinned } from "./pinned-file.ts";
import { ReleaseDocuments } from "./release-documents.ts";

/** One release of an output folder, as its index names it. */
export type IndexedRelease = ReleaseIndex["releases"][number];

/** Orders releases by first day; of one first day, the one without a picked revision is first. */
export function byFirstDay(one: IndexedRelease, other: IndexedRelease): number {
  const [left, right] = [one, other].map(({ window, release }) => `${window.from} ${release}`) as [string, string];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** A folder of built releases. */
export interface Output {
  readonly folder: string;
  readonly releases: readonly IndexedRelease[];
  /** Opens a release; throws InputFault when its manifest is not the one that the index pins. */
  readonly open: (release: IndexedRelease) => ReleaseDocuments;
}

/** Name of the index in an output folder. */
export const INDEX_FILE = "index.json";
/** Name of the manifest in a release's folder. */
export const MANIFEST_FILE = "manifest.json";

/** The error for a folder without a built release. */
export function notBuilt(file: string): Error {
  const cure = "Build one with `ratebook build`, or name another folder";
  return fault("out.not-built", { file }, "no release has been built there", cure);
}

/** What is wrong with the fields that a release is chosen by; the rest of an entry is compared with its manifest. */
function indexFault(index: Partial<ReleaseIndex>): string | undefined {
  const { schema, releases } = index;
  if (schema !== "ratebook/index") return `its schema is ${schema}, expected ratebook/index`;
  const isNamed = (entry: Partial<IndexedRelease> | null): boolean =>
    typeof entry?.release === "string" && typeof entry.window?.from === "string";
  if (!(Array.isArray(releases) && releases.every(isNamed))) return "it does not list releases with their days";
  return versionFault(index);
}

/**
 * Reads the bytes of an `index.json`.
 *
 * @param file its name, for messages
 * @throws InputFault when they are not an index, or one of a version that is not read
 */
export function indexIn(file: string, bytes: Buffer): ReleaseIndex {
  const index = jsonIn<ReleaseIndex | null>(file, bytes);
  refuseMisshapen(file, indexFault(index ?? {}));
  return index as ReleaseIndex;
}

/** The index's entry for a release must match the release's manifest. */
function refuseOtherEntry(file: string, entry: IndexedRelease, manifest: Manifest): void {
  const { release, title, window, expiresOn, next, standing, coverage } = manifest;
  const own = { release, title, window, expiresOn, next, standing, coverage };
  const expected = { ...entry, ...own, manifest: `${release}/${MANIFEST_FILE}` };
  if (JSON.stringify(expected) === JSON.stringify(entry)) return;
  throw new InputFault(wrongIndex(file, `its entry for ${entry.release} does not match the release's manifest`));
}

/**
 * Opens a release that an index pins.
 *
 * @param folder of the release
 * @param index the index's file, for messages
 */
export function openPinned(folder: string, entry: IndexedRelease, index: string): ReleaseDocuments {
  const { release, manifestSha256 } = entry;
  const file = join(folder, MANIFEST_FILE);
  const bytes = readPinned(file, { sha256: manifestSha256, pinnedBy: "the index" });
  const manifest = jsonIn<Manifest>(file, bytes);
  refuseMisshapen(file, headFault(MANIFEST_FILE, manifest, release));
  refuseOtherEntry(index, entry, manifest);
  return new ReleaseDocuments(folder, manifest, manifestSha256);
}

/**
 * Opens a folder of built releases.
 *
 * @throws InputFault when nothing was built there, or its index cannot be read
 */
export function openOutput(folder: string): Output {
  const file = join(folder, INDEX_FILE);
  const bytes = readUnpinned(file);
  if (bytes === undefined) throw notBuilt(file);
  const { releases } = indexIn(file, bytes);
  if (releases.length === 0) throw notBuilt(file);
  return { folder, releases, open: (entry) => openPinned(join(folder, entry.release), entry, file) };
}
