import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PACKED_HASH } from "./packed.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Below `sources/`, what says which files there are and what is in them: data that a release's manifest pins itself. */
const PINNED_ELSEWHERE = /^sources\/(excerpts|publications)\//;

/** Paths below a folder with this ending, as they are written on every system. */
function pathsBelow(root: string, folder: string, ending: string): string[] {
  const names = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" });
  return names.filter((name) => name.endsWith(ending)).map((name) => `${folder}/${name.replaceAll("\\", "/")}`);
}

/** Files that decide what is computed from CMS's files, sorted by code unit, which is no language's order. */
function pathsThatDecide(root: string): string[] {
  const code = ["pipelines", "schemas"].flatMap((folder) => pathsBelow(root, folder, ".ts"));
  const data = pathsBelow(root, "sources", ".json").filter((path) => !PINNED_ELSEWHERE.test(path));
  return [...code, ...data, "package-lock.json"].sort();
}

/**
 * The hash of the code below a folder: sha256 over path, NUL and bytes of each file that decides what comes out. It is
 * the same wherever the folder lies, and another one when any of them changes.
 *
 * @param root folder of a checkout
 */
export function codeHashBelow(root: string): string {
  const hash = createHash("sha256");
  for (const path of pathsThatDecide(root)) {
    hash.update(`${path}\0`).update(readFileSync(join(root, path)));
  }
  return hash.digest("hex");
}

/** The hash of the code that runs: of this checkout's, or the one that a packed ratebook was made from. */
export function codeHash(): string {
  return PACKED_HASH ?? codeHashBelow(ROOT);
}
