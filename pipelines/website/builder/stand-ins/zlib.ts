import { buf } from "crc-32";
import { deflateSync, inflateSync } from "fflate";

/** As much of `node:zlib` as archives inside archives and profiles need, where there is no Node. */

/** Of a piece, after those before it. */
export function crc32(bytes: Uint8Array, before = 0): number {
  return buf(bytes, before) >>> 0;
}

export function inflateRawSync(bytes: Uint8Array): Uint8Array {
  return Buffer.from(inflateSync(bytes));
}

export function deflateRawSync(bytes: Uint8Array): Uint8Array {
  return Buffer.from(deflateSync(bytes, { level: 1 }));
}

/** PTP edits are read piece by piece, and no site of a person's own files reads them. */
export function createInflateRaw(): never {
  throw new Error("files are not inflated piece by piece here");
}
