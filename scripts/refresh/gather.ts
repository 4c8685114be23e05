import { type Download, isArchive } from "../../pipelines/inputs/downloads.ts";
import { formatOf } from "../../pipelines/inputs/formats.ts";
import { nameOf } from "../../pipelines/inputs/name-of-download.ts";
import { archivesOfSeveral, withRecognisedNames } from "../../pipelines/inputs/recognised.ts";
import { mayHaveTables } from "../../pipelines/inputs/roles.ts";
import { isStore } from "../../pipelines/inputs/store.ts";
import { DIRECTORY_BYTES, directoryOf, memberBytes } from "../../pipelines/inputs/zip-directory.ts";
import { baseName } from "../../pipelines/problems/file-name.ts";
import { fault, InputFault, type Problems } from "../../pipelines/problems/problems.ts";
import { registeredHashes } from "../../pipelines/refresh/news.ts";
import type { GatedFile, GoneFile, RefreshDocument } from "../../schemas/out/refresh.ts";
import { Family, isOnRequest } from "../../schemas/source/release.ts";
import type { AcceptedLicence } from "../../schemas/source/store.ts";
import { hashedDownloads } from "../store/known-hashes.ts";
import { Store } from "../store/store.ts";
import { hasPaymentName } from "./published.ts";

/** The downloads of a refresh, and what is known of those that are missing. */
export interface Gathered {
  /** Folder of the downloads: the user's, or the store. */
  readonly from: string;
  readonly downloads: readonly Download[];
  /** Where the bytes with a hash were downloaded. */
  readonly addressOf: (sha256: string) => string | undefined;
  /** Who accepted the licence that stood before the bytes with a hash. */
  readonly licenceOf: (sha256: string) => AcceptedLicence | undefined;
  /** How many files were looked at, and those of which nothing says what they are. */
  readonly looked: RefreshDocument["looked"];
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

/** An archive of amounts that a release is compared with. */
function isPaymentArchive(download: Download): boolean {
  return isArchive(download) && hasPaymentName(download.path);
}

/** Whether a name is that of a publication; of NCCI edits, which have lists in other forms, also that of a table. */
function isNamed({ path }: Pick<Download, "path">): boolean {
  return nameOf(path).some(
    ({ family }) => !isOnRequest(family) || isArchive({ path }) || mayHaveTables(baseName(path), family),
  );
}

/** A download that a release can be built from, or compared with, by its hash or by its name. */
function isUsed(download: Download, pinned: ReadonlySet<string>): boolean {
  if (isPaymentArchive(download)) return true;
  return (download.sha256 !== undefined && pinned.has(download.sha256)) || isNamed(download);
}

/** Whether the store has a download as the last one of its name. */
function isKept({ path, sha256 }: Download, store: Store): boolean {
  return sha256 !== undefined && store.newestOf(path)?.record.sha256 === sha256;
}

/** What is known of a file that a person downloaded. */
const OWN = { address: null, page: null, etag: null, lastModified: null, licence: null };

/** Refuses an archive that did not come whole: kept, it would be in doubt with the one that comes next. */
function intactBytes(download: Download): Uint8Array {
  const bytes = download.read();
  if (!isArchive(download)) return bytes;
  const members = directoryOf(bytes.subarray(-DIRECTORY_BYTES), bytes.length);
  // Payment amounts are longer than any table: conformance reads them piece by piece, and finds what is damaged.
  const tables = isPaymentArchive(download) ? [] : members;
  for (const member of tables) memberBytes(bytes, member, `${download.path} > ${member.name}`);
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
 * Keeps every byte that a release can be built from, so that it can be built again when CMS has replaced it, and the
 * archives of payment amounts that it is compared with.
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
  const fresh = whole.filter((download) => !isKept(download, store));
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
  return { from, downloads, ...originsIn(store), looked: lookedAt(downloads), gated: [], gone: [], notes: several };
}

/** Files of a kind that CMS's tables come in, of which neither bytes nor names say what they are. */
function lookedAt(downloads: readonly Download[]): Gathered["looked"] {
  const pinned = registeredHashes(Family.options);
  const own = downloads.filter(({ inside }) => inside === undefined);
  const isStrange = (each: Download): boolean =>
    (isArchive(each) || formatOf(each.path) !== undefined) && !isUsed(each, pinned) && !hasPaymentName(each.path);
  return { files: own.length, notRecognised: own.filter(isStrange).map(({ path }) => path) };
}
