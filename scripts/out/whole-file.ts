import { closeSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { UsageError } from "../program/usage-error.ts";

function open(path: string, part: string): number {
  try {
    return openSync(part, "w");
  } catch (error) {
    throw new UsageError(`${path} cannot be written: ${(error as Error).message}`);
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

/**
 * Writes a file piece by piece, beside and then renamed: whoever looks sees all of it or the file that was there.
 *
 * @param work is given what writes the next piece; nothing is left behind when it throws
 * @throws UsageError when the file cannot be opened
 */
export function writingWhole<T>(path: string, work: (write: (bytes: Uint8Array) => void) => T): T {
  const part = `${path}.${process.pid}.part`;
  const file = open(path, part);
  let done = false;
  try {
    const result = work((bytes) => writeAll(file, bytes));
    done = true;
    return result;
  } finally {
    closeSync(file);
    if (done) renameSync(part, path);
    else rmSync(part, { force: true });
  }
}
