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
import { errorCode, readIfThere } from "./files.ts";
import { makeFolders } from "./make-folders.ts";

/** What a JSON file says it is, if it says so. */
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

/** What a build leaves in the folder of a release beside the files that the manifest lists. */
const BESIDE_OUTPUTS = ["manifest.json", ATTESTATION_FILE, SIGNED_FILE];

/** Files in the folder of a release that its manifest does not list, sorted. */
function filesOfOthers(target: string): string[] {
  const text = readIfThere(join(target, "manifest.json"));
  if (text === undefined) return [];
  const { outputs } = Outputs.parse(JSON.parse(String(text)));
  const ours = new Set([...outputs.map(({ path }) => path), ...BESIDE_OUTPUTS]);
  const entries = readdirSync(target, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(target, join(entry.parentPath, entry.name)).replaceAll(sep, "/"));
  return paths.filter((path) => !ours.has(path)).sort();
}

/** As much of a manifest as says which files the build wrote. Manifests of every version have it. */
const Outputs = z.object({ outputs: z.array(z.object({ path: z.string() })).default([]) });

/** Whether there is something that a build must not replace. */
function isForeign(target: string): boolean {
  try {
    if (isEmptyFolder(target)) return false;
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes(errorCode(error) ?? "")) return false;
    throw error;
  }
  return schemaOf(join(target, "manifest.json")) !== "ratebook/manifest";
}

/**
 * Refuses to put a release where something else is: it may go where nothing is, into an empty folder, or in place of a
 * release of ours, of whichever version. What looks foreign is looked at again, since another build may have been
 * replacing a release of ours at that moment.
 *
 * @throws UsageError when something else is there, or a file in it, which would be lost
 */
export function refuseForeign(target: string): void {
  if (isForeign(target) && isForeign(target)) {
    throw new UsageError(
      `--out: ${target} is there and is not a release that ratebook built; it would be replaced, so name another --out or move it`,
    );
  }
  const others = filesOfOthers(target);
  if (others.length === 0) return;
  throw new UsageError(
    `--out: ${join(target, others[0] ?? "")} was not written by ratebook and would be lost${others.length > 1 ? `, and ${others.length - 1} more files` : ""}; move it, or name another --out`,
  );
}

/** The path without links, also where its last parts do not exist yet. */
function realPath(path: string): string {
  const whole = resolve(path);
  if (existsSync(whole)) return realpathSync(whole);
  return dirname(whole) === whole ? whole : join(realPath(dirname(whole)), relative(dirname(whole), whole));
}

function liesIn(inner: string, outer: string): boolean {
  const way = relative(outer, inner);
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

function refuseOverlap(target: string, from: string | undefined): void {
  if (from === undefined) return;
  const [output, downloads] = [realPath(target), realPath(from)];
  if (!liesIn(output, downloads) && !liesIn(downloads, output)) return;
  throw new UsageError(`--out: ${target} and the downloads in ${from} are inside one another; name an --out elsewhere`);
}

function refuseForeignIndex(out: string): void {
  const path = join(out, "index.json");
  if (!existsSync(path) || schemaOf(path) === "ratebook/index") return;
  throw new UsageError(`--out: ${path} is there and is not an index of ratebook's; name another --out or move it`);
}

/** An output folder that was made ready. */
interface Prepared {
  /** Takes away again what was made, if nothing came to lie in it. */
  readonly undo: () => void;
}

function removeEmptyFolders(folder: string, first: string): void {
  for (let path = folder; liesIn(path, first); path = dirname(path)) {
    if (!existsSync(path) || readdirSync(path).length > 0) return;
    rmdirSync(path);
  }
}

/** The outermost folder that had to be made. */
function makeWritable(out: string): string | undefined {
  try {
    const first = makeFolders(resolve(out));
    readdirSync(out);
    accessSync(out, constants.W_OK);
    return first;
  } catch (error) {
    throw new UsageError(`--out: ${out} cannot be written: ${(error as Error).message}`);
  }
}

/**
 * Makes the output folder ready before any work is done.
 *
 * @param ids releases that will be put into it
 * @throws UsageError when it cannot be written, or when a build would take away something that is not ours
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
