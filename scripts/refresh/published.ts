import { copyFileSync, existsSync, mkdirSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { listDownloads } from "../../pipelines/inputs/downloads.ts";
import { isStore, storedFile, storeRecords } from "../../pipelines/inputs/store.ts";
import { baseName, stemOf } from "../../pipelines/problems/file-name.ts";
import { errorCode } from "../out/files.ts";

/** Whether a file has CMS's name of payment amounts: PFALL26A.txt, pfrev26b-updated-03-10-2026.zip. */
export function hasPaymentName(path: string): boolean {
  return /^pf(?:all|rev)\d/i.test(baseName(path));
}

/** What the postings of the same amounts have in common: "pfrev26b". */
function amountsOf(path: string): string {
  return stemOf(path)
    .toLowerCase()
    .replace(/[ _-]*(?:updated|posted).*$/, "");
}

function inFolder(folder: string): string[] {
  const named = listDownloads(folder).filter(({ path, inside }) => inside === undefined && hasPaymentName(path));
  return named.map(({ path }) => join(folder, path));
}

/** Names and hashes of the last posting of each amounts in a store. */
function lastInStore(folder: string): { name: string; hash: string }[] {
  const all = storeRecords(folder).flatMap(({ sha256: hash, seen }) => seen.map((each) => ({ ...each, hash })));
  const here = all.filter(({ name, hash }) => hasPaymentName(name) && existsSync(storedFile(folder, hash)));
  const inOrder = here.sort((one, other) => one.order - other.order);
  return [...new Map(inOrder.map((each) => [amountsOf(each.name), each])).values()];
}

/** Gives bytes of a store a path with CMS's name, from which conformance reads the release. */
function named(file: string, path: string): string {
  try {
    symlinkSync(file, path);
  } catch (error) {
    // Windows lets not every user make links
    if (errorCode(error) !== "EPERM") throw error;
    copyFileSync(file, path);
  }
  return path;
}

/**
 * Paths of CMS's payment amount files, by their names: those of the user's folder, and of other amounts the last ones of
 * the store. CMS's landing page of the physician payment amounts is not read: a file is in the store only after somebody
 * has refreshed from a folder with it.
 *
 * @param from the user's folder; undefined where CMS's pages were read
 * @param store folder of the store, which may be the same
 * @param work folder of the refresh, which gets a link to each file of the store
 */
export function publishedAmong(from: string | undefined, store: string, work: string): string[] {
  const own = from === undefined || isStore(from) ? [] : inFolder(from);
  const known = new Set(own.map(amountsOf));
  const links = join(work, "published");
  mkdirSync(links, { recursive: true });
  const others = lastInStore(store).filter(({ name }) => !known.has(amountsOf(name)));
  return [
    ...own,
    ...others.map(({ name, hash }) => named(storedFile(resolve(store), hash), join(links, baseName(name)))),
  ];
}
