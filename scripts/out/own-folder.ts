import { existsSync, mkdirSync, readdirSync, renameSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { UsageError } from "../program/usage-error.ts";
import { besidePath, removeFolder } from "./leftovers.ts";
import { makeFolders } from "./make-folders.ts";

/** A file of the folder; its bytes stay as they are. */
export interface FolderFile {
  /** Below the folder, with slashes. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * A folder that the same command wrote may be replaced; any other folder with files is the user's.
 *
 * @param option that names the folder, for messages
 * @param isOurs whether the command wrote the folder: looks at a file that only it writes
 * @throws UsageError for a folder of somebody else's
 */
export function refuseForeignFolder(option: string, folder: string, isOurs: (folder: string) => boolean): void {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return;
  try {
    if (isOurs(folder)) return;
  } catch {
    // Without the file, or with one that cannot be read, it is somebody else's.
  }
  throw new UsageError(`${option}: ${folder} has files that ratebook did not write; name an empty folder or a new one`);
}

/** Files that the system writes while the next ones are made. */
const AT_ONCE = 32;

/**
 * Writes the files beside the folder, then puts them in its place: another program sees the old folder or the new one.
 *
 * @returns how many bytes were written
 */
export async function writeOwnFolder(
  folder: string,
  files: Iterable<FolderFile> | AsyncIterable<FolderFile>,
): Promise<number> {
  const [parent, name] = [dirname(folder), basename(folder)];
  const [part, old] = [besidePath(parent, name, "part"), besidePath(parent, name, "old")];
  makeFolders(parent);
  const made = new Set<string>();
  const writing: Promise<void>[] = [];
  let total = 0;
  try {
    for await (const { path, bytes } of files) {
      const own = dirname(join(part, path));
      if (!made.has(own)) mkdirSync(own, { recursive: true });
      made.add(own);
      writing.push(writeFile(join(part, path), bytes));
      if (writing.length > AT_ONCE) await Promise.all(writing.splice(0));
      total += bytes.length;
    }
    await Promise.all(writing);
    if (existsSync(folder)) renameSync(folder, old);
    renameSync(part, folder);
  } finally {
    await Promise.allSettled(writing);
    if (!existsSync(folder) && existsSync(old)) renameSync(old, folder);
    removeFolder(part);
    removeFolder(old);
  }
  return total;
}
