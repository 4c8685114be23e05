import { lstatSync } from "node:fs";
import { join, resolve } from "node:path";
import * as z from "zod";
import { type Download, listDownloads } from "../../pipelines/inputs/downloads.ts";
import { isStore, storedFile } from "../../pipelines/inputs/store.ts";
import { InputFault } from "../../pipelines/problems/problems.ts";
import { sha256 } from "../../pipelines/problems/sha256.ts";
import { Sha256 } from "../../schemas/text.ts";
import { errorCode, readIfThere } from "../out/files.ts";
import { placeFile } from "./placed.ts";
import type { Store } from "./store.ts";

/** File of a store with the hashes of files that were read before. Nothing is lost with it but time. */
export const HASHES_FILE = "hashes.json";

/** State of a file when it was hashed. `ctimeMs` changes also where a copying program sets the time of a change back. */
const KnownHash = z.strictObject({ bytes: z.number(), mtimeMs: z.number(), ctimeMs: z.number(), sha256: Sha256 });
type KnownHash = z.infer<typeof KnownHash>;
const KnownHashes = z.record(z.string(), KnownHash);

function rememberedIn(store: Store | undefined): Map<string, KnownHash> {
  if (store === undefined) return new Map();
  try {
    const text = String(readIfThere(join(store.folder, HASHES_FILE)) ?? "{}");
    return new Map(Object.entries(KnownHashes.parse(JSON.parse(text))));
  } catch {
    return new Map();
  }
}

/** The file of the system that has a download: for an archive inside an archive, the outer one. */
function filesOf(folder: string, downloads: readonly Download[]): (download: Download) => string {
  const listed = new Map(downloads.map((each) => [each.path, each]));
  const stored = isStore(folder);
  return (download) => {
    const outer = listed.get(download.inside ?? "") ?? download;
    return stored ? storedFile(folder, outer.sha256 ?? "") : join(folder, ...outer.path.split("/"));
  };
}

function stateOf(file: string): Omit<KnownHash, "sha256"> | undefined {
  const stat = lstatSync(file, { throwIfNoEntry: false });
  return stat && { bytes: stat.size, mtimeMs: stat.mtimeMs, ctimeMs: stat.ctimeMs };
}

function isAsBefore(known: KnownHash, state: Omit<KnownHash, "sha256">): boolean {
  return known.bytes === state.bytes && known.mtimeMs === state.mtimeMs && known.ctimeMs === state.ctimeMs;
}

/** Undefined for what cannot be read: whoever needs it says what is wrong with it. */
function hashOfDownload(download: Download): string | undefined {
  try {
    return sha256(download.read());
  } catch (error) {
    if (error instanceof InputFault) return undefined;
    throw error;
  }
}

/** The hashes of one folder's files, as they are now. */
class FolderHashes {
  readonly fresh = new Map<string, KnownHash>();
  private readonly remembered: ReadonlyMap<string, KnownHash>;

  constructor(remembered: ReadonlyMap<string, KnownHash>) {
    this.remembered = remembered;
  }

  hashOf(download: Download, file: string): string | undefined {
    const key = download.inside === undefined ? file : `${file} > ${download.path}`;
    const state = stateOf(file);
    const known = this.remembered.get(key);
    const isKnown = known !== undefined && state !== undefined && isAsBefore(known, state);
    const hash = isKnown ? known.sha256 : hashOfDownload(download);
    if (hash !== undefined && state !== undefined) this.fresh.set(key, { ...state, sha256: hash });
    return hash;
  }
}

function textOf(hashes: readonly (readonly [string, KnownHash])[]): string {
  return JSON.stringify(Object.fromEntries([...hashes].sort(([one], [other]) => (one < other ? -1 : 1))));
}

/** Hashes of other folders stay; those of this folder's files that are gone do not. */
function remember(store: Store, root: string, before: ReadonlyMap<string, KnownHash>, fresh: Map<string, KnownHash>) {
  const others = [...before].filter(([key]) => !key.startsWith(join(root, "/")));
  const after = textOf([...others, ...fresh]);
  if (after === textOf([...before])) return;
  try {
    placeFile(join(store.folder, HASHES_FILE), after);
  } catch (error) {
    // A store that cannot be written now is still read.
    if (errorCode(error) === undefined) throw error;
  }
}

/**
 * The downloads of a folder, each with its hash but for those that cannot be read. A file of which the store remembers
 * the hash is not read again, unless its size or a time of its has changed.
 *
 * @param folder what `--from` names: a folder, or a store of downloads
 * @param store where hashes are remembered; undefined to read every file
 * @throws InputFault when it is not a folder, or holds more than any folder of downloads
 */
export function hashedDownloads(folder: string, store: Store | undefined): readonly Download[] {
  const root = resolve(folder);
  const downloads = listDownloads(folder);
  const fileOf = filesOf(root, downloads);
  const before = rememberedIn(store);
  const hashes = new FolderHashes(before);
  const hashed = downloads.map((each) => {
    const hash = each.sha256 ?? hashes.hashOf(each, fileOf(each));
    return hash === undefined ? each : { ...each, sha256: hash };
  });
  if (store !== undefined) remember(store, root, before, hashes.fresh);
  return hashed;
}
