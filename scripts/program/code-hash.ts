import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { registryInUse } from "../../pipelines/sources/read-source.ts";
import { PACKED_HASH } from "./packed.ts";
import { registryFiles } from "./registry-folder.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Parts of `sources/` that the manifest of a release pins itself. */
const PINNED_ELSEWHERE = /^sources\/(excerpts|publications)\//;

/** Paths below a folder with this ending, with slashes on every system, in a third of the time of `recursive`. */
function pathsBelow(root: string, folder: string, ending: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return pathsBelow(root, path, ending);
    return path.endsWith(ending) ? [path] : [];
  });
}

/** sha256 over one line for each file: its path and its sha256, sorted by code unit, which is the same everywhere. */
function hashOf(root: string, paths: readonly string[]): string {
  const sha256 = (content: string | Buffer): string => createHash("sha256").update(content).digest("hex");
  const lines = [...paths].sort().map((path) => `${path}\0${sha256(readFileSync(join(root, path)))}\n`);
  return sha256(lines.join(""));
}

/**
 * The hash of the program. A packed ratebook contains it, because it has no sources to compute it from.
 *
 * @param root folder of a checkout
 */
export function programHashBelow(root: string): string {
  const code = ["pipelines", "schemas"].flatMap((folder) => pathsBelow(root, folder, ".ts"));
  return hashOf(root, [...code, "package-lock.json"]);
}

/**
 * The hash of everything that decides the output except CMS's files: the program and `sources/`. It does not depend on
 * where the folder is.
 *
 * @param root folder of a checkout, or of a packed ratebook
 * @param program hash of the program, if known
 */
export function codeHashBelow(root: string, program = programHashBelow(root)): string {
  const data = pathsBelow(root, "sources", ".json").filter((path) => !PINNED_ELSEWHERE.test(path));
  return createHash("sha256")
    .update(`${program}\n${hashOf(root, data)}\n`)
    .digest("hex");
}

/** The hash of the user's registry, its publications included; undefined where none is in use. */
export function registryHash(): string | undefined {
  const folder = registryInUse();
  return folder === undefined || !existsSync(folder) ? undefined : hashOf(folder, registryFiles(folder));
}

/** Taken once: the program stays what it is while it runs, and `sources/` may be written meanwhile. */
let running = PACKED_HASH;

/** The hash of the running code. */
export function codeHash(): string {
  running ??= programHashBelow(ROOT);
  return codeHashBelow(ROOT, running);
}
