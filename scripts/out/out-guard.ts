import {
  accessSync,
  constants,
  existsSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmdirSync,
  statSync,
} from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import * as z from "zod";
import { ATTESTATION_FILE, SIGNED_FILE } from "../../schemas/out/attestation.ts";
import { UsageError } from "../program/usage-error.ts";
import { errorCode, manifestPart } from "./files.ts";
import { makeFolders } from "./make-folders.ts";

/** The `schema` of a JSON file, if it has one. */
function schemaOf(path: string): unknown {
  try {
    return (JSON.parse(readFileSync(path, "utf8")) as { schema?: unknown } | null)?.schema;
  } catch {
    return undefined;
  }
}

function isEmptyFolder(path: string): boolean {
  return statSync(path).isDirectory() && readdirSync(path).length === 0;
}

/** Files of a release that its manifest does not list. */
const BESIDE_OUTPUTS = ["manifest.json", ATTESTATION_FILE, SIGNED_FILE];

/** The part of a manifest that lists the files of the build. Manifests of every version have it. */
const Outputs = z.object({ outputs: z.array(z.object({ path: z.string() })).default([]) });

/** What `look` finds in a folder; undefined where the folder is missing. */
function whereThere<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes(errorCode(error) ?? "")) return undefined;
    throw error;
  }
}

/** Paths of the files that the manifest of a release lists. */
function listedFiles(target: string): string[] {
  return (manifestPart(target, Outputs)?.outputs ?? []).map(({ path }) => path);
}

/**
 * Files in the folder of a release that the build did not write, sorted. Another build may replace the release between
 * the look at the manifest and that at the files: then both are looked at again.
 */
function filesOfOthers(target: string): string[] {
  const listed = listedFiles(target);
  const entries = whereThere(() => readdirSync(target, { recursive: true, withFileTypes: true })) ?? [];
  if (listedFiles(target).join("\n") !== listed.join("\n")) return filesOfOthers(target);
  const ours = new Set([...listed, ...BESIDE_OUTPUTS]);
  const paths = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(target, join(entry.parentPath, entry.name)).replaceAll(sep, "/"));
  return paths.filter((path) => !ours.has(path)).sort();
}

/** Whether a build must not replace what is there. */
function isForeign(target: string): boolean {
  if (whereThere(() => isEmptyFolder(target)) ?? true) return false;
  return schemaOf(join(target, "manifest.json")) !== "ratebook/manifest";
}

/**
 * Refuses to replace anything but an empty folder or a release of ours, of any version. Looks twice, because another
 * build may be replacing a release of ours at this moment.
 *
 * @throws UsageError when something else is there, or the release has a file of somebody else's
 */
export function refuseForeign(target: string): void {
  if (isForeign(target) && isForeign(target)) {
    throw new UsageError(
      `--out: ${target} would be replaced, and is not a release that ratebook built; name another --out or move it`,
    );
  }
  const others = filesOfOthers(target);
  if (others.length === 0) return;
  throw new UsageError(
    `--out: ${join(target, others[0] ?? "")} was not written by ratebook and would be lost${others.length > 1 ? `, and ${others.length - 1} more files` : ""}; move it, or name another --out`,
  );
}

/** The path without links, even where its last parts do not exist yet. */
function realPath(path: string): string {
  const whole = resolve(path);
  if (existsSync(whole)) return realpathSync(whole);
  return dirname(whole) === whole ? whole : join(realPath(dirname(whole)), relative(dirname(whole), whole));
}

function isInside(inner: string, outer: string): boolean {
  const way = relative(outer, inner);
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

function refuseOverlap(target: string, from: string | undefined): void {
  if (from === undefined) return;
  const [output, downloads] = [realPath(target), realPath(from)];
  if (!isInside(output, downloads) && !isInside(downloads, output)) return;
  throw new UsageError(`--out: one of ${target} and the downloads in ${from} is inside the other; name another --out`);
}

function refuseForeignIndex(out: string): void {
  const path = join(out, "index.json");
  if (!existsSync(path) || schemaOf(path) === "ratebook/index") return;
  throw new UsageError(`--out: ${path} is not an index of ratebook's; name another --out or move it`);
}

/** An output folder that is ready. */
interface Prepared {
  /** Removes the folders that were made, if they are still empty. */
  readonly undo: () => void;
}

function removeEmptyFolders(folder: string, first: string): void {
  for (let path = folder; isInside(path, first); path = dirname(path)) {
    if (!existsSync(path) || readdirSync(path).length > 0) return;
    rmdirSync(path);
  }
}

/** Returns the outermost folder that was made. */
function makeWritable(out: string): string | undefined {
  try {
    const first = makeFolders(resolve(out));
    readdirSync(out);
    accessSync(out, constants.W_OK);
    return first;
  } catch (error) {
    throw new UsageError(`--out: cannot write to ${out}: ${(error as Error).message}`);
  }
}

/**
 * Prepares the output folder before any work is done.
 *
 * @param ids releases that will be written into it
 * @throws UsageError when it cannot be written, or a build would remove something that is not ours
 */
export function prepareOut(out: string, ids: readonly string[], from: string | undefined): Prepared {
  for (const id of ids) {
    refuseOverlap(join(out, id), from);
    refuseForeign(join(out, id));
  }
  refuseForeignIndex(out);
  const first = makeWritable(out);
  return { undo: () => first !== undefined && removeEmptyFolders(resolve(out), first) };
}
