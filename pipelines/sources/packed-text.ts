import { deflateRawSync, inflateRawSync } from "node:zlib";

/** No text of `sources/` is larger once it is unpacked: the ZIP codes of a profile are 300 KB. */
const MOST_BYTES = 16 * 1024 * 1024;

/** A text as a file of `sources/` can hold it where it is many times shorter so. */
export function packText(text: string): string {
  return deflateRawSync(Buffer.from(text), { level: 9 }).toString("base64");
}

/** The text again. */
export function unpackText(packed: string): string {
  return inflateRawSync(Buffer.from(packed, "base64"), { maxOutputLength: MOST_BYTES }).toString("utf8");
}
