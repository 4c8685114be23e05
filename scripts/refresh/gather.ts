import { join } from "node:path";
import { type Download, isArchive, listDownloads } from "../../pipelines/inputs/downloads.ts";
import { nameOf } from "../../pipelines/inputs/name-of-download.ts";
import { archivesOfSeveral, withRecognisedNames } from "../../pipelines/inputs/recognised.ts";
import { isStore } from "../../pipelines/inputs/store.ts";
import { DIRECTORY_BYTES, directoryOf, memberBytes } from "../../pipelines/inputs/zip-directory.ts";
import { fault, InputFault, type Problems } from "../../pipelines/problems/problems.ts";
import { registeredHashes } from "../../pipelines/refresh/news.ts";
import type { GatedFile, GoneFile } from "../../schemas/out/refresh.ts";
import { Family } from "../../schemas/source/release.ts";
import type { AcceptedLicence } from "../../schemas/source/store.ts";
import { hashedDownloads } from "../store/known-hashes.ts";
import { Store } from "../store/store.ts";

/** The downloads of a refresh, and what is known of those that are missing. */
export interface Gathered {
  /** Folder of the downloads: the user's, or the store. */
  readonly from: string;
  readonly downloads: readonly Download[];
  /** Where the bytes with a hash were downloaded. */
  readonly addressOf: (sha256: string) => string | undefined;
  /** Who accepted the licence that stood before the bytes with a hash. */
  readonly licenceOf: (sha256: string) => AcceptedLicence | undefined;
  readonly gated: readonly GatedFile[];
  readonly gone: readonly GoneFile[];
  readonly notes: readonly string[];
}

/** Where bytes were downloaded and under whose word, by the store. */
export function originsIn(store: Store | undefined): Pick<Gathered, "addressOf" | "licenceOf"> {
  const seenOf = (sha256: string) => store?.record(sha256)?.seen ?? [];
  return {
    addressOf: (sha256) => seenOf(sha256).findLast(({ address }) => address !== null)?.address ?? undefined,
    licenceOf: (sha256) => seenOf(sha256).findLast(({ licence }) => licence !== null)?.licence ?? undefined,
  };
}

/** A download that a release can be built from, by its hash or by its name. */
function isUsed(download: Download, pinned: ReadonlySet<string>): boolean {
  return (download.sha256 !== undefined && pinned.has(download.sha256)) || nameOf(download.path).length > 0;
}

function isKeptAs(path: string, sha256: string | undefined, store: Store): boolean {
  return sha256 !== undefined && store.record(sha256)?.seen.some(({ name }) => name === path) === true;
}

/** What is known of a file that a person downloaded. */
const OWN = { address: null, page: null, etag: null, lastModified: null, licence: null };

/** Refuses an archive that did not come whole: kept, it would be in doubt with the one that comes next. */
function intactBytes(download: Download): Uint8Array {
  const bytes = download.read();
  if (!isArchive(download)) return bytes;
  const members = directoryOf(bytes.subarray(-DIRECTORY_BYTES), bytes.length);
  for (const member of members) memberBytes(bytes, member, `${download.path} > ${member.name}`);
  if (members.length > 0) return bytes;
  const message = "the file has the name of an archive and no readable list of members; expected a whole zip archive";
  throw fault("refresh.damaged-archive", { file: download.path }, message, "Download it again");
}

function keptOne(download: Download, store: Store, day: string, problems: Problems): boolean {
  try {
    store.keep(intactBytes(download), { ...OWN, name: download.path, on: day });
    return true;
  } catch (error) {
    if (!(error instanceof InputFault)) throw error;
    problems.add(error.problem);
    return false;
  }
}

/**
 * Keeps every byte that a release can be built from, so that it can be built again when CMS has replaced it.
 *
 * @param problems gets one for each file that cannot be read or is damaged; it is not kept
 * @returns how many files were kept that the store did not have
 */
export function keepDownloads(downloads: readonly Download[], store: Store, day: string, problems: Problems): number {
  const pinned = registeredHashes(Family.options);
  const used = downloads.filter((each) => isUsed(each, pinned));
  const paths = new Set(used.map(({ path }) => path));
  // An archive inside a used one comes with it.
  const whole = used.filter(({ inside }) => inside === undefined || !paths.has(inside));
  const fresh = whole.filter(({ path, sha256 }) => !isKeptAs(path, sha256, store));
  return fresh.filter((download) => keptOne(download, store, day, problems)).length;
}

/** What a person downloaded into a folder. */
export function gatherFolder(from: string, folder: string): Gathered {
  const store = isStore(folder) ? Store.open(folder, { create: false }) : undefined;
  const downloads = withRecognisedNames(hashedDownloads(from, store));
  const several = archivesOfSeveral(downloads).map(
    ({ path, ids }) =>
      `${path} is not used: it has files of ${ids.join(", ")}. Unpack it into a folder for each of them`,
  );
  return { from, downloads, ...originsIn(store), gated: [], gone: [], notes: several };
}

/** Files of a folder with the names of CMS's payment amount files, PFALL26A and pfrev26b-updated-03-10-2026.zip. */
export function publishedAmong(folder: string): string[] {
  const isNamed = ({ path, inside }: Download): boolean =>
    inside === undefined && /(?:^|\/)pf(?:all|rev)\d/i.test(path);
  return listDownloads(folder)
    .filter(isNamed)
    .map(({ path }) => join(folder, path));
}
