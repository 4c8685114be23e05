import { closeSync, copyFileSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { errorCode } from "../out/files.ts";
import { besidePath } from "../out/leftovers.ts";
import { makeFolders } from "../out/make-folders.ts";

function synced(path: string): void {
  const file = openSync(path, "r+");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Makes a rename last through a loss of power, where the system can. */
function syncedFolder(folder: string): void {
  try {
    const file = openSync(folder, "r");
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } catch {
    // Windows opens no folder, and some file systems sync none.
  }
}

/** Two processes may make the same folder at once. */
function folderFor(path: string): string {
  const folder = dirname(path);
  try {
    makeFolders(folder);
  } catch (error) {
    if (errorCode(error) !== "EEXIST") throw error;
    return folderFor(path);
  }
  return folder;
}

/** Makes a file beside its place, then renames it: it is in its place as a whole, or not at all. */
function placedBeside(path: string, make: (part: string) => void): void {
  const folder = folderFor(path);
  const part = besidePath(folder, basename(path), "part");
  try {
    make(part);
    synced(part);
    renameSync(part, path);
    syncedFolder(folder);
  } finally {
    rmSync(part, { force: true });
  }
}

/** Writes a whole file, on the disk when this returns. */
export function placeFile(path: string, content: Uint8Array | string): void {
  placedBeside(path, (part) => writeFileSync(part, content));
}

/** Moves a whole file to its place, also from another file system. */
export function moveFile(from: string, path: string): void {
  placedBeside(path, (part) => {
    try {
      renameSync(from, part);
    } catch (error) {
      if (errorCode(error) !== "EXDEV") throw error;
      copyFileSync(from, part);
      rmSync(from);
    }
  });
}
