import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { beyond } from "./beyond.ts";
import { fault } from "./problems.ts";

/** Opening a pipe without a writer never ends, and a link can point anywhere. Windows has neither flag. */
export const CAREFULLY = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);

/** The system's codes for a path that ends in a link. */
const IS_A_LINK: ReadonlySet<string> = new Set(["ELOOP", "EMLINK"]);

/** The error for a link, a pipe, a socket: whatever is not a regular file. */
export function notAFile(file: string, seen: string): Error {
  const cure = "Put the file itself there: ratebook follows no links and reads no pipes";
  return fault("from.not-a-file", { file }, `expected a file, saw ${seen}`, cure);
}

function openCarefully(path: string, file: string): number {
  try {
    return openSync(path, CAREFULLY);
  } catch (error) {
    const code = String((error as NodeJS.ErrnoException).code);
    if (IS_A_LINK.has(code)) throw notAFile(file, "a symbolic link");
    const cure = "Check that the file exists and that you may read it";
    throw fault("from.unreadable", { file }, `the file cannot be read (${code})`, cure);
  }
}

/** Bytes of an open file; fewer when the file ends first. */
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

/** A part of a file that ratebook did not write; none when it is not a regular file or cannot be read. */
function readPart(path: string, partOf: (size: number) => { offset: number; length: number }): Uint8Array {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, CAREFULLY);
    const stat = fstatSync(descriptor);
    const { offset, length } = partOf(stat.size);
    return stat.isFile() ? readBytes(descriptor, offset, length) : new Uint8Array();
  } catch {
    return new Uint8Array();
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** The first bytes of a file that ratebook did not write; none when it is not a regular file or cannot be read. */
export function readHead(path: string, most: number): Uint8Array {
  return readPart(path, (size) => ({ offset: 0, length: Math.min(size, most) }));
}

/**
 * The last bytes of a file that ratebook did not write; none when it is not a regular file or cannot be read.
 *
 * @param most how many bytes of it are read
 */
export function readTail(path: string, most: number): Uint8Array {
  return readPart(path, (size) => ({ offset: Math.max(0, size - most), length: Math.min(size, most) }));
}

/** Size of an open file, in bytes. */
function sizeOf(descriptor: number, file: string, most: number): number {
  const stat = fstatSync(descriptor);
  if (!stat.isFile()) throw notAFile(file, stat.isDirectory() ? "a folder" : "a pipe, a socket or a device");
  if (stat.size > most) throw beyond("from.too-large", { file }, `a file of ${stat.size} bytes`, most);
  return stat.size;
}

/**
 * Reads a file that ratebook did not write.
 *
 * @param path where it is
 * @param file its name, for messages
 * @param most the largest size in bytes
 * @throws InputFault when it is not a regular file, cannot be read, or is larger
 */
export function readRegular(path: string, file: string, most: number): Uint8Array {
  const descriptor = openCarefully(path, file);
  try {
    return readBytes(descriptor, 0, sizeOf(descriptor, file, most));
  } finally {
    closeSync(descriptor);
  }
}

/** Bytes of a piece of a large file. */
const PIECE = 1024 * 1024;

/** The same file piece by piece, so that it is never in memory as a whole. */
export function* regularPieces(path: string, file: string, most: number): Generator<Uint8Array> {
  const descriptor = openCarefully(path, file);
  try {
    const size = sizeOf(descriptor, file, most);
    for (let offset = 0; offset < size; offset += PIECE) yield readBytes(descriptor, offset, PIECE);
  } finally {
    closeSync(descriptor);
  }
}
