import { closeSync, existsSync, lstatSync, openSync, readdirSync, readSync, rmSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import envPaths from "env-paths";
import {
  isStore,
  recordFile,
  STORE_MARKER,
  storedFile,
  storeRecord,
  storeRecords,
} from "../../pipelines/inputs/store.ts";
import { fault } from "../../pipelines/problems/problems.ts";
import { notAFile } from "../../pipelines/problems/regular-file.ts";
import { RunningSha256, sha256 } from "../../pipelines/problems/sha256.ts";
import { StoredAs, type StoreMarker, type StoreRecord } from "../../schemas/source/store.ts";
import { jsonText } from "../print/terminal.ts";
import { type NewestOfPlace, newestByPlace, placeOf } from "./newest.ts";
import { moveFile, placeFile } from "./placed.ts";
import { withRecordLock } from "./record-lock.ts";

const MARKER: StoreMarker = { kind: "ratebook/store", version: 1 };
const PIECE = 1024 * 1024;

/** Where the store is when no option names one: `RATEBOOK_STORE`, else the user's folder for caches. */
export function defaultStore(): string {
  const named = process.env["RATEBOOK_STORE"];
  return named === undefined || named === "" ? join(envPaths("ratebook", { suffix: "" }).cache, "store") : named;
}

/** Hash and size of a file, which is never in memory as a whole. */
function hashOfFile(path: string): { hash: string; bytes: number } {
  if (!lstatSync(path).isFile()) throw notAFile(path, "something else");
  const [file, hash, piece] = [openSync(path, "r"), new RunningSha256(), Buffer.allocUnsafe(PIECE)];
  try {
    let bytes = 0;
    for (let count = readSync(file, piece); count > 0; count = readSync(file, piece)) {
      hash.add(piece.subarray(0, count));
      bytes += count;
    }
    return { hash: hash.digest(), bytes };
  } finally {
    closeSync(file);
  }
}

/** What tells two occasions apart: everything but the days. */
function occasion({ name, address, page, etag, lastModified, licence }: StoredAs): string {
  return JSON.stringify([name, address, page, etag, lastModified, licence?.by ?? null]);
}

function refuseOther(folder: string): void {
  if (existsSync(folder) && !statSync(folder).isDirectory()) {
    const message = "expected a folder for the store of downloads, saw a file";
    throw fault("store.not-a-store", { file: folder }, message, "Name another folder with --store");
  }
  // What a process left that was killed while it made the store.
  const others = existsSync(folder) ? readdirSync(folder).filter((name) => !name.startsWith(".ratebook-")) : [];
  // Another process may have made it a store since it was looked at.
  if (others.length === 0 || isStore(folder)) return;
  const message = `the folder has other files (${others.slice(0, 3).join(", ")}) and no ${STORE_MARKER}; expected a store of downloads, or an empty folder`;
  throw fault("store.not-a-store", { file: folder }, message, "Name another folder with --store");
}

/** A store of downloads that this process writes into. Contents are kept by their hash and never overwritten. */
export class Store {
  /** Absolute. */
  readonly folder: string;
  private known: Map<string, StoreRecord> | undefined;

  private constructor(folder: string) {
    this.folder = folder;
  }

  /**
   * Opens a store.
   *
   * @param options whether to make it where the folder is empty or absent
   * @throws InputFault "store.not-found" where there is none, "store.not-a-store" where the folder is for something else
   */
  static open(folder: string, { create }: { readonly create: boolean }): Store {
    const path = resolve(folder);
    if (isStore(path)) return new Store(path);
    refuseOther(path);
    if (!create) {
      const message = "expected a store of downloads there, found none";
      throw fault("store.not-found", { file: folder }, message, "Correct --store; `ratebook refresh` makes a store");
    }
    placeFile(join(path, STORE_MARKER), `${jsonText(MARKER)}\n`);
    return new Store(path);
  }

  /**
   * Keeps bytes, and how they came.
   *
   * @returns the content's record, with every occasion on which the bytes came
   * @throws InputFault "store.changed" when the store has other bytes under their hash; a ZodError, with nothing written,
   *   for an occasion that no record can have
   */
  keep(bytes: Uint8Array, seen: StoredAs): StoreRecord {
    StoredAs.parse(seen);
    const hash = sha256(bytes);
    if (!this.has(hash)) placeFile(storedFile(this.folder, hash), bytes);
    return this.remember(hash, bytes.length, seen);
  }

  /** The same for a finished temporary file, which is then no longer at its path. */
  keepFile(path: string, seen: StoredAs): StoreRecord {
    StoredAs.parse(seen);
    const { hash, bytes } = hashOfFile(path);
    if (this.has(hash)) rmSync(path);
    else moveFile(path, storedFile(this.folder, hash));
    return this.remember(hash, bytes, seen);
  }

  /** What the store knows of a content; undefined when it knows nothing. */
  record(hash: string): StoreRecord | undefined {
    return storeRecord(this.folder, hash);
  }

  /**
   * The bytes that came last from an address, for a request that asks only for others, or under a name of the user's;
   * undefined when none came, or the store no longer has them.
   */
  newestOf(place: string): NewestOfPlace | undefined {
    const newest = newestByPlace(this.records().values()).get(place);
    return newest && existsSync(storedFile(this.folder, newest.record.sha256)) ? newest : undefined;
  }

  private has(hash: string): boolean {
    const file = storedFile(this.folder, hash);
    if (!existsSync(file)) return false;
    const seen = hashOfFile(file).hash;
    if (seen === hash) return true;
    const message = `the store's bytes have sha256 ${seen}, expected ${hash}, the name of their file`;
    throw fault("store.changed", { file }, message, "Delete the file, then run the command again");
  }

  private remember(hash: string, bytes: number, seen: StoredAs): StoreRecord {
    return withRecordLock(this.folder, () => {
      // Another process may have written since they were read
      this.known = undefined;
      const before = this.record(hash);
      const isKnown = before?.seen.some((each) => occasion(each) === occasion(seen)) === true;
      if (before !== undefined && isKnown && !this.gaveOthersSince(hash, seen)) return before;
      const orders = [...this.records().values()].flatMap((record) => record.seen.map(({ order }) => order));
      const order = 1 + Math.max(0, ...orders);
      const record = { sha256: hash, bytes, seen: [...(before?.seen ?? []), { ...seen, order }] };
      placeFile(recordFile(this.folder, hash), `${jsonText(record)}\n`);
      this.records().set(hash, record);
      return record;
    });
  }

  /** Whether a place has had other bytes since it had these: CMS, or the user, put an earlier file back. */
  private gaveOthersSince(hash: string, seen: StoredAs): boolean {
    return this.newestOf(placeOf(seen))?.record.sha256 !== hash;
  }

  private records(): Map<string, StoreRecord> {
    this.known ??= new Map(storeRecords(this.folder).map((record) => [record.sha256, record]));
    return this.known;
  }
}
