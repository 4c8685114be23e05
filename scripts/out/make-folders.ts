import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Makes a folder and those above it, one after another: Node's `recursive` never ends where a file system refuses to
 * make a folder.
 *
 * @param path absolute
 * @returns the outermost folder that was made; undefined when all existed
 */
export function makeFolders(path: string): string | undefined {
  if (existsSync(path)) return undefined;
  const first = makeFolders(dirname(path));
  mkdirSync(path);
  return first ?? path;
}
