import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { StoreMarker, StoreRecord } from "../../schemas/source/store.ts";
import { BOUNDS } from "../problems/bounds.ts";
import { fault } from "../problems/problems.ts";
import { readHead, readRegular } from "../problems/regular-file.ts";
import { sha256 } from "../problems/sha256.ts";
import type { Download } from "./downloads.ts";
import { formatOf } from "./formats.ts";
import { ZIP_HEAD_BYTES } from "./zip-directory.ts";

/** File by which a folder is known as a store. */
export const STORE_MARKER = "ratebook-store.json";
/** Folder of a store with a record for each content. */
export const RECORDS = "records";
/** Folder of a store with the bytes. */
export const CONTENTS = "sha256";
/** Folder of a store with a folder for each run that downloads: files on their way, and finished ones. */
export const ARRIVING = "arriving";

/** A download of which the hash is known. */
export type HashedDownload = Download & { readonly sha256: string };

function jsonAt(path: string): unknown {
  try {
    return JSON.parse(Buffer.from(readRegular(path, path, BOUNDS.entryBytes)).toString("utf8"));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function versionOf(marker: unknown): unknown {
  const isOurs = typeof marker === "object" && marker !== null && "kind" in marker && marker.kind === "ratebook/store";
  return isOurs && "version" in marker ? marker.version : undefined;
}

/**
 * Whether a folder is a store of downloads.
 *
 * @throws InputFault when its marker is of a newer version, or is not a marker
 */
export function isStore(folder: string): boolean {
  const file = join(folder, STORE_MARKER);
  if (!existsSync(file)) return false;
  const marker = jsonAt(file);
  if (StoreMarker.safeParse(marker).success) return true;
  const version = versionOf(marker);
  if (typeof version === "number" && version > 1) {
    const message = `the store has version ${version}, this ratebook reads version 1`;
    throw fault("store.newer", { file }, message, "Install the newest ratebook, or name another store with --store");
  }
  const message = "the file does not say that the folder is a store; expected kind ratebook/store and version 1";
  throw fault("store.not-a-store", { file }, message, "Name another folder, or restore the file from a copy");
}

/** Path of the bytes of a content, whether or not they are there. */
export function storedFile(folder: string, hash: string): string {
  return join(folder, CONTENTS, hash.slice(0, 2), hash);
}

/** Path of the record of a content, whether or not it is there. */
export function recordFile(folder: string, hash: string): string {
  return join(folder, RECORDS, `${hash}.json`);
}

/**
 * What a store knows of one content; undefined when it knows nothing.
 *
 * @throws InputFault when the record is not of its shape, or is of another content
 */
export function storeRecord(folder: string, hash: string): StoreRecord | undefined {
  const file = recordFile(folder, hash);
  if (!existsSync(file)) return undefined;
  const { data } = StoreRecord.safeParse(jsonAt(file));
  if (data?.sha256 === hash) return data;
  const message = data === undefined ? "the record is damaged" : `the record is of the content ${data.sha256}`;
  const cure = "Delete the record, then get the file again: the store writes a new record";
  throw fault("store.record", { file }, `${message}; expected a record of the content that its name says`, cure);
}

/** Hashes of the contents of which a store has a record, sorted. */
export function recordedHashes(folder: string): string[] {
  const folderOfRecords = join(folder, RECORDS);
  if (!existsSync(folderOfRecords)) return [];
  const names = readdirSync(folderOfRecords).filter((name) => /^[0-9a-f]{64}\.json$/.test(name));
  return names.map((name) => name.slice(0, -".json".length)).sort();
}

/**
 * Every record of a store, by hash.
 *
 * @throws InputFault for a record that is not of its shape
 */
export function storeRecords(folder: string): StoreRecord[] {
  return recordedHashes(folder).flatMap((hash) => storeRecord(folder, hash) ?? []);
}

/** Bytes of a content; throws InputFault when they are not those of its hash. */
function verifiedBytes(folder: string, hash: string, shown: string): Uint8Array {
  const file = storedFile(folder, hash);
  const bytes = readRegular(file, shown, formatOf(shown) === undefined ? BOUNDS.archiveBytes : BOUNDS.fileBytes);
  const seen = sha256(bytes);
  if (seen === hash) return bytes;
  const message = `the store's bytes have sha256 ${seen}, expected ${hash}, the name of their file`;
  throw fault("store.changed", { file: shown }, message, `Delete ${file}, then get the file again`);
}

/** The first digits of a hash as a folder. A year in them is broken, so that nobody takes it for that of the file. */
function hashFolder(hash: string): string {
  return hash.slice(0, 8).replace(/20(?=[0-3]\d)/g, "20-");
}

/**
 * What a store holds, as downloads: one for each content and each name that it came under, at
 * `<first digits of the hash>/<name>`. Contents without bytes are left out.
 *
 * @throws InputFault for a record that is not of its shape; `read()` throws "store.changed" for other bytes
 */
export function storeDownloads(folder: string): readonly HashedDownload[] {
  const present = storeRecords(folder).filter((each) => existsSync(storedFile(folder, each.sha256)));
  const listed = present.flatMap(({ sha256: hash, bytes, seen }) =>
    [...new Set(seen.map(({ name }) => name))].map((name) => {
      const path = `${hashFolder(hash)}/${name}`;
      const head = (): Uint8Array => readHead(storedFile(folder, hash), ZIP_HEAD_BYTES);
      return { path, bytes, sha256: hash, read: () => verifiedBytes(folder, hash, path), head };
    }),
  );
  return listed.sort((left, right) => (left.path < right.path ? -1 : 1));
}
