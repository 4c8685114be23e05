import type { Manifest } from "../../schemas/out/manifest.ts";
import type { ReleaseIndex } from "../../schemas/out/release-index.ts";
import { fault, InputFault } from "../problems/problems.ts";
import { refuseMisshapen, wrongIndex } from "./faults.ts";
import { headFault, versionFault } from "./head-fault.ts";
import { jsonIn } from "./parse-json.ts";

/** One release of an output folder, as its index names it. */
export type IndexedRelease = ReleaseIndex["releases"][number];

/** Name of the index in an output folder. */
export const INDEX_FILE = "index.json";
/** Name of the manifest in a release's folder. */
export const MANIFEST_FILE = "manifest.json";

/** Orders releases by first day; of one first day, the one without a picked revision is first. */
export function byFirstDay(one: IndexedRelease, other: IndexedRelease): number {
  const [left, right] = [one, other].map(({ window, release }) => `${window.from} ${release}`) as [string, string];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

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
export function indexIn(file: string, bytes: Uint8Array): ReleaseIndex {
  const index = jsonIn<ReleaseIndex | null>(file, bytes);
  refuseMisshapen(file, indexFault(index ?? {}));
  return index as ReleaseIndex;
}

/**
 * Reads the bytes of an `index.json` that lists at least one release.
 *
 * @throws InputFault when nothing was built there, or it is no index that is read
 */
export function releasesOfIndex(file: string, bytes: Uint8Array | undefined): readonly IndexedRelease[] {
  if (bytes === undefined) throw notBuilt(file);
  const { releases } = indexIn(file, bytes);
  if (releases.length === 0) throw notBuilt(file);
  return releases;
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
 * Reads the bytes of a manifest that were verified by the hash in the index.
 *
 * @param file its name, for messages
 * @param index the index's file, for messages
 * @throws InputFault when it is of another release than its entry
 */
export function pinnedManifest(file: string, bytes: Uint8Array, entry: IndexedRelease, index: string): Manifest {
  const manifest = jsonIn<Manifest>(file, bytes);
  refuseMisshapen(file, headFault(MANIFEST_FILE, manifest, entry.release));
  refuseOtherEntry(index, entry, manifest);
  return manifest;
}
