import { createHash } from "node:crypto";
import { type Dirent, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fault } from "../shared/problems.ts";

/** One file of a user's folder of CMS downloads. */
export interface Download {
  /** Path inside the folder, with forward slashes on every system. */
  readonly path: string;
  readonly bytes: number;
  read(): Uint8Array;
}

/** SHA-256 of bytes, in lower-case hexadecimal. */
export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
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
