import { type Dirent, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fault } from "../shared/problems.ts";
import { sha256 } from "../shared/sha256.ts";

/** One file of a user's folder of CMS downloads. */
export interface Download {
  /** Path inside the folder, with forward slashes on every system. */
  readonly path: string;
  readonly bytes: number;
  read(): Uint8Array;
}

/** Size and hash by which the registry knows one file; the size may not have been recorded. */
interface Pin {
  readonly bytes: number | null;
  readonly sha256: string;
}

/** Whether a download is a zip archive by its name. */
export function isArchive({ path }: Download): boolean {
  return /\.zip$/i.test(path);
}

/** Bytes of the download that is the pinned file, whatever its name; only those of its size are read. */
export function pinnedBytes(downloads: readonly Download[], pin: Pin): Uint8Array | undefined {
  for (const download of downloads) {
    if (download.bytes !== pin.bytes) continue;
    const bytes = download.read();
    if (sha256(bytes) === pin.sha256) return bytes;
  }
  return undefined;
}

function filesBelow(folder: string): string[] {
  const entries: Dirent[] = readdirSync(folder, { withFileTypes: true });
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "node_modules" ? [] : filesBelow(path);
    return entry.isFile() ? [path] : [];
  });
}

/**
 * Lists a folder of downloads, subfolders included, in an order that does not depend on the file system.
 *
 * @param folder what `--from` names; throws InputFault when it is not a folder
 */
export function listDownloads(folder: string): readonly Download[] {
  const stat = statSync(folder, { throwIfNoEntry: false });
  if (stat === undefined || !stat.isDirectory()) {
    const seen = stat === undefined ? "nothing is there" : "it is a file";
    throw fault("from.not-a-folder", { file: folder }, `expected a folder of CMS downloads, ${seen}`, "Correct --from");
  }
  const listed = filesBelow(folder).map((path) => ({
    path: relative(folder, path).split(sep).join("/"),
    bytes: statSync(path).size,
    read: () => new Uint8Array(readFileSync(path)),
  }));
  return listed.sort((left, right) => (left.path < right.path ? -1 : 1));
}
