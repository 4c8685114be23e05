import { deflateRawSync, inflateRawSync } from "node:zlib";

/** No unpacked text of `sources/` is larger: the ZIP codes of a profile are 300 KB. */
const MOST_BYTES = 16 * 1024 * 1024;

/** Packs a text for a file of `sources/`, where it is many times shorter. */
export function packText(text: string): string {
  return deflateRawSync(Buffer.from(text), { level: 9 }).toString("base64");
}

/** Unpacks a text. */
export function unpackText(packed: string): string {
  return inflateRawSync(Buffer.from(packed, "base64"), { maxOutputLength: MOST_BYTES }).toString("utf8");
}
