import { readFileSync } from "node:fs";

/** What to do when the system refuses to read or write. */
export const SYSTEM_CURE = "See that the disk has room and the folders can be read and written, then run it again";

/** The system's code of an error: "ENOENT", "EEXIST", "ENOSPC". */
export function errorCode(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}

/** Undefined where there is none, or none that can be read. */
export function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
