import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { InputFault } from "../problems/problems.ts";
import { CAREFULLY, readBytes } from "../problems/regular-file.ts";
import { RunningSha256, sha256 } from "../problems/sha256.ts";
import { changed, missing, unreadable } from "./faults.ts";

/** The expected hash and size of a file, and the file that records them. */
export interface Pin {
  readonly sha256: string;
  /** Undefined for a manifest: the index has only its hash. */
  readonly bytes?: number;
  /** "the manifest". */
  readonly pinnedBy: string;
}

/** More than any document of a release: the largest has 13 MB. */
const LARGEST_BYTES = 1024 * 1024 * 1024;

/** The system's codes for a file that does not exist. A link counts as none: it points elsewhere. */
const NO_FILE: ReadonlySet<unknown> = new Set(["ENOENT", "ENOTDIR", "ELOOP", "EMLINK", "ENXIO"]);

/** Undefined when there is no regular file. Nothing else is opened: opening a pipe may never end. */
function withFile<T>(file: string, use: (descriptor: number, size: number) => T): T | undefined {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, CAREFULLY);
    const stat = fstatSync(descriptor);
    return stat.isFile() ? use(descriptor, stat.size) : undefined;
  } catch (error) {
    if (error instanceof InputFault) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    if (NO_FILE.has(code)) return undefined;
    throw new InputFault(unreadable(file, message));
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function readWhole(file: string, descriptor: number, size: number): Buffer {
  if (size <= LARGEST_BYTES) return readBytes(descriptor, 0, size);
  throw new InputFault(unreadable(file, `it is larger than ${LARGEST_BYTES} bytes, the limit`));
}

function refuseSize(file: string, size: number, { bytes, pinnedBy }: Pin): void {
  if (bytes === undefined || size === bytes) return;
  throw new InputFault(changed(file, pinnedBy, `${size} bytes`, String(bytes)));
}

function refuseHash(file: string, seen: string, pin: Pin): void {
  if (seen !== pin.sha256) throw new InputFault(changed(file, pin.pinnedBy, `sha256 ${seen}`, pin.sha256));
}

/**
 * Bytes of a file without a pin; undefined when there is no regular file.
 *
 * @throws InputFault when the file cannot be read
 */
export function readUnpinned(file: string): Buffer | undefined {
  return withFile(file, (descriptor, size) => readWhole(file, descriptor, size));
}

/** Uses a file of the pinned size; throws InputFault for any other. */
function withPinned<T>(file: string, pin: Pin, use: (descriptor: number, size: number) => T): T {
  const result = withFile(file, (descriptor, size) => {
    refuseSize(file, size, pin);
    return { value: use(descriptor, size) };
  });
  if (result === undefined) throw new InputFault(missing(file, pin.pinnedBy));
  return result.value;
}

/**
 * Bytes of a file, verified by its hash.
 *
 * @throws InputFault when they differ from the pinned ones, or cannot be read
 */
export function readPinned(file: string, pin: Pin): Buffer {
  const bytes = withPinned(file, pin, (descriptor, size) => readWhole(file, descriptor, size));
  refuseHash(file, sha256(bytes), pin);
  return bytes;
}

/** Large enough to be fast, small enough for the processor's cache: takes half the time of reading the whole file. */
const PIECE_BYTES = 131_072;
const LINE_END = 0x0a;

/** How many of the bytes are whole lines; at the end of a file, all. */
function wholeLines(buffer: Buffer, filled: number, isEnd: boolean): number {
  return isEnd ? filled : Math.max(buffer.lastIndexOf(LINE_END, filled - 1), 0);
}

/**
 * Reads a file piece by piece.
 *
 * @param use is given whole lines, each with the line end before it, good until it returns; do not rely on them before
 *   this function returns
 * @throws InputFault when the file cannot be read and, at the end, when it was not the pinned one
 */
export function scanPinned(file: string, pin: Pin, use: (lines: Buffer) => void): void {
  const hash = new RunningSha256();
  withPinned(file, pin, (descriptor, size) => {
    let buffer = Buffer.allocUnsafe(PIECE_BYTES);
    let kept = 0;
    for (let at = 0; at < size; ) {
      const count = readSync(descriptor, buffer, kept, buffer.length - kept, at);
      if (count === 0) break;
      at += count;
      const filled = kept + count;
      hash.add(buffer.subarray(kept, filled));
      const end = wholeLines(buffer, filled, at === size);
      use(buffer.subarray(0, end));
      buffer.copyWithin(0, end, filled);
      kept = filled - end;
      if (kept === buffer.length) buffer = Buffer.concat([buffer, Buffer.allocUnsafe(kept)]);
    }
  });
  refuseHash(file, hash.digest(), pin);
}
