import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Makes a folder and those above it, one after another: Node's own recursive way tries for ever where a file system
 * lets nobody make one.
 *
 * @param path absolute
 * @returns the outermost folder that had to be made; undefined when all were there
 */
export function makeFolders(path: string): string | undefined {
  if (existsSync(path)) return undefined;
  const first = makeFolders(dirname(path));
  mkdirSync(path);
  return first ?? path;
}
