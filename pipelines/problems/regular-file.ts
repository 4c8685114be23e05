import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { beyond } from "./beyond.ts";
import { fault } from "./problems.ts";

/** A pipe that nobody writes to would be waited for without end, a link could lead anywhere. Windows knows neither flag. */
export const CAREFULLY = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);

/** What the system says when the last step of a path is a link. */
const IS_A_LINK: ReadonlySet<string> = new Set(["ELOOP", "EMLINK"]);

/** What is thrown for a link, a pipe, a socket: whatever is no file itself. */
export function notAFile(file: string, seen: string): Error {
  const cure = "Put the file itself there: links are not followed, and nothing is read from pipes";
  return fault("from.not-a-file", { file }, `expected a file, saw ${seen}`, cure);
}

function openCarefully(path: string, file: string): number {
  try {
    return openSync(path, CAREFULLY);
  } catch (error) {
    const code = String((error as NodeJS.ErrnoException).code);
    if (IS_A_LINK.has(code)) throw notAFile(file, "a symbolic link");
    const cure = "See that the file is there and that you may read it";
    throw fault("from.unreadable", { file }, `the system does not let it be read (${code})`, cure);
  }
}

/** Bytes of an open file; fewer where it ends before. */
export function readBytes(descriptor: number, offset: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafeSlow(length);
  let filled = 0;
  while (filled < length) {
    const count = readSync(descriptor, bytes, filled, length - filled, offset + filled);
    if (count === 0) break;
    filled += count;
  }
  return bytes.subarray(0, filled);
}

/**
 * The last bytes of a file that somebody else has put there; none when it is no regular file or cannot be read.
 *
 * @param most how many bytes of it are read
 */
export function readTail(path: string, most: number): Uint8Array {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, CAREFULLY);
    const stat = fstatSync(descriptor);
    const length = stat.isFile() ? Math.min(stat.size, most) : 0;
    return readBytes(descriptor, stat.size - length, length);
  } catch {
    return new Uint8Array();
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/**
 * Reads a file that somebody else has put there.
 *
 * @param path where it lies
 * @param file its name, for messages
 * @param most how many bytes of it are read
 * @throws InputFault when it is no regular file, cannot be read, or is larger
 */
export function readRegular(path: string, file: string, most: number): Uint8Array {
  const descriptor = openCarefully(path, file);
  try {
    const stat = fstatSync(descriptor);
    if (!stat.isFile()) throw notAFile(file, stat.isDirectory() ? "a folder" : "a pipe, a socket or a device");
    if (stat.size > most) throw beyond("from.too-large", { file }, `a file of ${stat.size} bytes`, most);
    return readBytes(descriptor, 0, stat.size);
  } finally {
    closeSync(descriptor);
  }
}
