import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { z } from "zod";
import { BOUNDS } from "../problems/bounds.ts";
import { fault } from "../problems/problems.ts";
import { readRegular } from "../problems/regular-file.ts";
import { layered } from "./layers.ts";

/** The only place that knows where `sources/` is. */
const SOURCES_FOLDER = new URL("../../sources/", import.meta.url);

/** Path of a file of `sources/`. */
export function sourcePath(name: string): string {
  return fileURLToPath(new URL(name, SOURCES_FOLDER));
}

/** Sources are read once per process: they are part of the program, not of a release. */
const asTheyAre = new Map<string, unknown>();
const validated = new Map<string, unknown>();
let registry: string | undefined;

/**
 * Layers a user's registry over `sources/` from now on; undefined for none.
 *
 * @param folder with files of the same names, see `registry-folder.ts`
 */
export function useRegistry(folder: string | undefined): void {
  if (folder === undefined && registry === undefined) return;
  registry = folder;
  forgetSources();
}

/** Reads every file again from now on: after one was written. */
export function forgetSources(): void {
  asTheyAre.clear();
  validated.clear();
}

/** The user's registry that is layered over `sources/`; undefined for none. */
export function registryInUse(): string | undefined {
  return registry;
}

function namesBelow(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

/** Names in a folder of `sources/` and of the registry, sorted; none when there is no folder. */
export function namesIn(folder: string, keep: (name: string) => boolean): string[] {
  const own = registry === undefined ? [] : namesBelow(join(registry, folder));
  return [...new Set([...namesBelow(sourcePath(folder)), ...own])].filter(keep).sort();
}

function jsonOf(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw fault("source.invalid", { file }, `not valid JSON: ${(error as Error).message}`, "Correct the file by hand");
  }
}

/** A schema compiles itself when it first parses; for one text that takes longer than the parsing. */
const ONCE = { jitless: true };

function ofShape<T>(json: unknown, file: string, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(json, ONCE);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue?.path.join(".") ?? "";
  throw fault("source.invalid", { file }, `${where}: ${issue?.message}`, "Correct the file by hand");
}

/** JSON of a shape; throws InputFault for any other text. */
export function parseSource<T>(text: string, file: string, schema: z.ZodType<T>): T {
  return ofShape(jsonOf(text, file), file, schema);
}

/** The file in the user's registry; undefined where it has none of this name. */
function ownPath(name: string): string | undefined {
  const path = registry === undefined ? undefined : join(registry, name);
  return path !== undefined && existsSync(path) ? path : undefined;
}

/** Path of the file for messages: the user's, where there is one. */
function shownPath(name: string): string {
  return ownPath(name) ?? `sources/${name}`;
}

/** Whether a file of a registry takes the place of the shipped one: a publication is one thing, never half the user's. */
export function isWhole(name: string): boolean {
  return /^(?:publications|profiles)\//.test(name);
}

/** A file of `sources/` as it was shipped; undefined when there is none. */
export function shippedSource(name: string): unknown {
  const path = sourcePath(name);
  return existsSync(path) ? jsonOf(readFileSync(path, "utf8"), `sources/${name}`) : undefined;
}

/**
 * A file of `sources/` with what the user's registry says of it, read now and not validated; undefined when neither has
 * it.
 */
export function layeredSource(name: string): unknown {
  const path = ownPath(name);
  if (path === undefined) return shippedSource(name);
  const own = jsonOf(Buffer.from(readRegular(path, path, BOUNDS.entryBytes)).toString("utf8"), path);
  return isWhole(name) ? own : layered(shippedSource(name), own);
}

/**
 * A file of `sources/` for look-ups, not validated: that would take a third of their time. Tests and builds validate.
 *
 * @param name path inside the folder
 */
export function sourceAsItIs<T>(name: string): T {
  if (!asTheyAre.has(name)) {
    const json = layeredSource(name);
    if (json === undefined)
      throw fault("source.missing", { file: `sources/${name}` }, "the file is missing", "Restore it, or install again");
    asTheyAre.set(name, json);
  }
  return asTheyAre.get(name) as T;
}

/**
 * A file of `sources/`, validated.
 *
 * @param name path inside the folder
 * @throws InputFault when it is not of its shape
 */
export function readSource<T>(name: string, schema: z.ZodType<T>): T {
  if (!validated.has(name)) validated.set(name, ofShape(sourceAsItIs(name), shownPath(name), schema));
  return validated.get(name) as T;
}
