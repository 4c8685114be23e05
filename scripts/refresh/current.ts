import { type Download, isArchive } from "../../pipelines/inputs/downloads.ts";
import { nameOf } from "../../pipelines/inputs/name-of-download.ts";
import { withRecognisedNames } from "../../pipelines/inputs/recognised.ts";
import { storeRecords } from "../../pipelines/inputs/store.ts";
import { registeredHashes } from "../../pipelines/refresh/news.ts";
import { Family } from "../../schemas/source/release.ts";
import type { StoredAs, StoreRecord } from "../../schemas/source/store.ts";
import { hashedDownloads } from "../store/known-hashes.ts";
import { newestByPlace, placeOf } from "../store/newest.ts";
import type { Store } from "../store/store.ts";

/** What is known to be current beside what the store says. */
export interface KnownCurrent {
  /** Addresses that CMS's pages link to; undefined where no page was read. */
  readonly posted?: ReadonlySet<string>;
  /** Hashes of the files of the folder that the user named. */
  readonly named?: ReadonlySet<string>;
}

/** Hashes of what something else has replaced, and of what CMS's pages no longer link to. */
function replacedIn(records: readonly StoreRecord[], posted: ReadonlySet<string> | undefined): Set<string> {
  const newest = newestByPlace(records);
  const isCurrent = (record: StoreRecord, seen: StoredAs): boolean =>
    newest.get(placeOf(seen))?.record === record && (seen.address === null || (posted?.has(seen.address) ?? true));
  const replaced = records.filter((record) => !record.seen.some((seen) => isCurrent(record, seen)));
  return new Set(replaced.map(({ sha256 }) => sha256));
}

/** One archive under several names of one publication, such as before and after CMS moved it: the last name counts. */
function underLastNames(downloads: readonly Download[], records: readonly StoreRecord[]): Download[] {
  const seenOf = new Map(records.map(({ sha256, seen }) => [sha256, seen]));
  const last = new Map<string, { at: number; download: Download }>();
  const whatOf = ({ path, sha256 = "" }: Download): string => JSON.stringify([sha256, nameOf(path)]);
  for (const download of downloads) {
    const names = seenOf.get(download.sha256 ?? "") ?? [];
    const at = names.findLastIndex(({ name }) => download.path.endsWith(`/${name}`));
    if (at > (last.get(whatOf(download))?.at ?? -1)) last.set(whatOf(download), { at, download });
  }
  const isLast = (each: Download): boolean => (last.get(whatOf(each))?.download ?? each) === each;
  return downloads.filter((each) => each.inside !== undefined || !isArchive(each) || isLast(each));
}

/**
 * The store's downloads without unregistered ones that something else has replaced: CMS's first
 * file under an address that has another one now, a broken download that the user repeated. They would be in doubt
 * with what replaced them.
 */
export function currentDownloads(store: Store, { posted, named = new Set() }: KnownCurrent): Download[] {
  const records = storeRecords(store.folder);
  const replaced = replacedIn(records, posted);
  const registered = registeredHashes(Family.options);
  const all = hashedDownloads(store.folder, store);
  const isLeft = ({ sha256: hash = "" }: Download): boolean =>
    replaced.has(hash) && !registered.has(hash) && !named.has(hash);
  const outer = new Set(all.filter(isLeft).map(({ path }) => path));
  const left = all.filter(({ path, inside = "" }) => !outer.has(path) && !outer.has(inside));
  return withRecognisedNames(underLastNames(left, records));
}
