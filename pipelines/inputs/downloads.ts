import { type Dirent, lstatSync, readdirSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { beyond } from "../problems/beyond.ts";
import { BOUNDS } from "../problems/bounds.ts";
import { fault, InputFault } from "../problems/problems.ts";
import { notAFile, readHead, readRegular, readTail, regularPieces } from "../problems/regular-file.ts";
import { sha256 } from "../problems/sha256.ts";
import { LEFT_BY_A_MAC } from "../tables/zip.ts";
import { isStore, storeDownloads, storedFile } from "./store.ts";
import { DIRECTORY_BYTES, directoryOf, memberBytes, ZIP_HEAD_BYTES } from "./zip-directory.ts";

/** One file of a user's folder of CMS downloads. */
export interface Download {
  /**
   * Path inside the folder, with forward slashes on every system. An archive inside an archive has the outer one as its
   * folder: "cms downloads.zip/RVU25A.zip".
   */
  readonly path: string;
  /** The archive that it is in; absent for a file of the folder itself. */
  readonly inside?: string;
  readonly bytes: number;
  /** Hash of the bytes, where it is known without reading them. */
  readonly sha256?: string;
  /** Throws InputFault when it cannot be read, is too large, or is a link or pipe under the name of a file. */
  read(): Uint8Array;
  /** The same piece by piece, for what is larger than what is read at once; absent where it is in memory anyway. */
  pieces?(): AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  /** The first four bytes, for less than all; none of what cannot be read. Absent where they cost as much as all. */
  head?(): Uint8Array;
}

/** Name, size and hash by which the registry knows one file; the size may not have been recorded. */
interface Pin {
  readonly name: string;
  readonly bytes: number | null;
  readonly sha256: string;
}

/** A download piece by piece; in one piece where it is in memory anyway. */
export function downloadPieces(download: Download): AsyncIterable<Uint8Array> | Iterable<Uint8Array> {
  return download.pieces?.() ?? [download.read()];
}

/** Whether a download is a zip archive by its name. */
export function isArchive({ path }: Pick<Download, "path">): boolean {
  return /\.zip$/i.test(path);
}

function extensionOf(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1).toLowerCase();
}

/** Hashes of downloads that were read for a pin without a size, so that none is read for each such pin again. */
const HASHES = new WeakMap<Download, string>();

/** Empty for what cannot be read: it is not the pinned file, and whoever needs it says what is wrong with it. */
function hashOf(download: Download): string {
  const known = HASHES.get(download);
  if (known !== undefined) return known;
  let hash = "";
  try {
    hash = sha256(download.read());
  } catch (error) {
    if (!(error instanceof InputFault)) throw error;
  }
  HASHES.set(download, hash);
  return hash;
}

/**
 * The bytes of the download that is the pinned file, whatever its name: by the hash that is known of it. Of those of
 * which none is known, only those of its size are read; where the size was not recorded, those of its kind.
 */
export function bytesByHash(downloads: readonly Download[], pin: Pin): Uint8Array | undefined {
  const known = downloads.find((download) => download.sha256 === pin.sha256);
  if (known !== undefined) return known.read();
  const unknown = downloads.filter((download) => download.sha256 === undefined);
  if (pin.bytes === null) {
    const ofKind = unknown.filter(({ path }) => extensionOf(path) === extensionOf(pin.name));
    return ofKind.find((download) => hashOf(download) === pin.sha256)?.read();
  }
  for (const download of unknown) {
    if (download.bytes !== pin.bytes) continue;
    const bytes = download.read();
    if (sha256(bytes) === pin.sha256) return bytes;
  }
  return undefined;
}

/** Whatever is below a folder and is not a folder. */
interface Found {
  readonly path: string;
  readonly entry: Dirent;
}

function entriesIn(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const cure = "See that you may read the folder, or name one beside it with --from";
    throw fault("from.unreadable", { file: folder }, `the system does not let the folder be listed (${code})`, cure);
  }
}

/** Links to folders are entries like others: what they lead to is never entered. */
function collect(folder: string, depth: number, found: Found[]): void {
  if (depth > BOUNDS.folderDepth) {
    throw beyond("from.too-deep", { file: folder }, `folders inside each other, ${depth} deep`, BOUNDS.folderDepth);
  }
  for (const entry of entriesIn(folder)) {
    const path = join(folder, entry.name);
    if (!entry.isDirectory()) found.push({ path, entry });
    else if (entry.name !== "node_modules") collect(path, depth + 1, found);
    if (found.length > BOUNDS.folderFiles) {
      throw beyond(
        "from.too-many-files",
        { file: folder },
        `more than ${BOUNDS.folderFiles} files`,
        BOUNDS.folderFiles,
      );
    }
  }
}

/** Archives inside an archive, one level deep. Their content is checked when they are opened. */
function archivesIn(outer: Download, file: string): Download[] {
  if (!isArchive(outer) || outer.bytes < 0 || outer.bytes > BOUNDS.archiveBytes) return [];
  return directoryOf(readTail(file, DIRECTORY_BYTES), outer.bytes)
    .filter(({ name }) => isArchive({ path: name }) && !LEFT_BY_A_MAC.test(name))
    .map((member) => {
      const path = `${outer.path}/${member.name}`;
      return { path, inside: outer.path, bytes: member.bytes, read: () => memberBytes(outer.read(), member, path) };
    });
}

function downloadsAt(folder: string, found: Found): Download[] {
  const download = downloadOf(folder, found);
  return [download, ...archivesIn(download, found.path)];
}

function downloadOf(folder: string, { path, entry }: Found): Download {
  const shown = relative(folder, path).split(sep).join("/");
  if (!entry.isFile()) {
    const seen = entry.isSymbolicLink() ? "a symbolic link" : "a pipe, a socket or a device";
    const read = (): never => {
      throw notAFile(shown, seen);
    };
    return { path: shown, bytes: -1, read };
  }
  const most = isArchive({ path: shown }) ? BOUNDS.archiveBytes : BOUNDS.fileBytes;
  const bytes = lstatSync(path, { throwIfNoEntry: false })?.size ?? -1;
  const head = (): Uint8Array => readHead(path, ZIP_HEAD_BYTES);
  const pieces = (): Iterable<Uint8Array> => regularPieces(path, shown, BOUNDS.partBytes);
  return { path: shown, bytes, read: () => readRegular(path, shown, most), pieces, head };
}

/** What a store of downloads holds, with the archives inside archives. */
function inStore(folder: string): readonly Download[] {
  return storeDownloads(folder).flatMap((each) => [each, ...archivesIn(each, storedFile(folder, each.sha256))]);
}

/**
 * Lists a folder of downloads, subfolders and the archives inside archives included, in an order that does not depend on
 * the file system. Nothing but the directories of archives is read yet, no link followed.
 *
 * @param folder what `--from` names: a folder, or a store of downloads
 * @throws InputFault when it is not a folder, or holds more than any folder of downloads
 */
export function listDownloads(folder: string): readonly Download[] {
  const stat = statSync(folder, { throwIfNoEntry: false });
  if (stat === undefined || !stat.isDirectory()) {
    const seen = stat === undefined ? "nothing is there" : "it is a file";
    throw fault("from.not-a-folder", { file: folder }, `expected a folder of CMS downloads, ${seen}`, "Correct --from");
  }
  if (isStore(folder)) return inStore(folder);
  const found: Found[] = [];
  collect(folder, 1, found);
  const listed = found.flatMap((each) => downloadsAt(folder, each));
  return listed.sort((left, right) => (left.path < right.path ? -1 : 1));
}
