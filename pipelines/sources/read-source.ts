import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { z } from "zod";
import { fault } from "../problems/problems.ts";

/** The only place that knows where `sources/` is. */
const SOURCES_FOLDER = new URL("../../sources/", import.meta.url);

/** Path of a file of `sources/`, for the commands that write there. */
export function sourcePath(name: string): string {
  return fileURLToPath(new URL(name, SOURCES_FOLDER));
}

/** Names in a folder of `sources/`, sorted; none when there is no folder. */
export function namesIn(folder: string, keep: (name: string) => boolean): string[] {
  const url = new URL(folder, SOURCES_FOLDER);
  return existsSync(url) ? readdirSync(url).filter(keep).sort() : [];
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

/** Sources are read once per process: they are part of the program, not of a release. */
const asTheyAre = new Map<string, unknown>();
const validated = new Map<string, unknown>();

/**
 * A file of `sources/` for look-ups, not validated: that would take a third of their time. Tests and builds validate.
 *
 * @param name path inside the folder
 */
export function sourceAsItIs<T>(name: string): T {
  if (!asTheyAre.has(name)) {
    const text = readFileSync(new URL(name, SOURCES_FOLDER), "utf8");
    asTheyAre.set(name, jsonOf(text, `sources/${name}`));
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
  if (!validated.has(name)) validated.set(name, ofShape(sourceAsItIs(name), `sources/${name}`, schema));
  return validated.get(name) as T;
}
