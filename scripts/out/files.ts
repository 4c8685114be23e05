import { readFileSync } from "node:fs";

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
