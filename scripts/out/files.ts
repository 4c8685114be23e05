import { readFileSync } from "node:fs";

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
