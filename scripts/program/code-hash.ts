import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PACKED_HASH } from "./packed.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Below `sources/`, what says which files there are and what is in them: data that a release's manifest pins itself. */
const PINNED_ELSEWHERE = /^sources\/(excerpts|publications)\//;

/** Paths below a folder with this ending, as they are written on every system: in a third of the time that `recursive` takes. */
function pathsBelow(root: string, folder: string, ending: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return pathsBelow(root, path, ending);
    return path.endsWith(ending) ? [path] : [];
  });
}

/** sha256 over one line a file, path and sha256 of its bytes, sorted by code unit, which is no language's order. */
function hashOf(root: string, paths: readonly string[]): string {
  const sha256 = (content: string | Buffer): string => createHash("sha256").update(content).digest("hex");
  const lines = [...paths].sort().map((path) => `${path}\0${sha256(readFileSync(join(root, path)))}\n`);
  return sha256(lines.join(""));
}

/**
 * The hash of the program below a folder, which a packed ratebook carries, since it has no sources to compute it from.
 *
 * @param root folder of a checkout
 */
export function programHashBelow(root: string): string {
  const code = ["pipelines", "schemas"].flatMap((folder) => pathsBelow(root, folder, ".ts"));
  return hashOf(root, [...code, "package-lock.json"]);
}

/**
 * The hash of all that decides what comes out, besides CMS's files: the program, and what lies in `sources/` as it is
 * read. It is the same wherever the folder lies, and another one when any of it changes.
 *
 * @param root folder of a checkout, or of a packed ratebook
 * @param program hash of the program, where it is known
 */
export function codeHashBelow(root: string, program = programHashBelow(root)): string {
  const data = pathsBelow(root, "sources", ".json").filter((path) => !PINNED_ELSEWHERE.test(path));
  return createHash("sha256")
    .update(`${program}\n${hashOf(root, data)}\n`)
    .digest("hex");
}

/** The hash of the code that runs. */
export function codeHash(): string {
  return codeHashBelow(ROOT, PACKED_HASH);
}
