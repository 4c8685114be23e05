import { readFileSync } from "node:fs";
import { join } from "node:path";
import type * as z from "zod";
import { MANIFEST_FILE } from "../../pipelines/documents/release-index.ts";

/** What to do when the system refuses to read or write. */
export const SYSTEM_CURE =
  "Check that the disk has space and that the folders can be read and written; then run the command again";

/** The system's error code: "ENOENT", "EEXIST", "ENOSPC". */
export function errorCode(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}

/** Undefined where the file is missing or cannot be read. */
export function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** The part of a release's manifest that a schema picks; undefined where there is no manifest, or it does not fit. */
export function manifestPart<T>(folder: string, part: z.ZodType<T>): T | undefined {
  try {
    return part.parse(JSON.parse(readFileSync(join(folder, MANIFEST_FILE), "utf8")));
  } catch {
    return undefined;
  }
}
