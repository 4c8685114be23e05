import { deflateRawSync, inflateRawSync } from "node:zlib";

/** No unpacked text of `sources/` is larger: the ZIP codes of a profile are 300 KB. */
const MOST_BYTES = 16 * 1024 * 1024;

/** Below this are control characters. */
export const FIRST_CHARACTER = 32;

/** Packs a text for a file of `sources/`, where it is many times shorter. */
export function packText(text: string): string {
  return deflateRawSync(Buffer.from(text), { level: 9 }).toString("base64");
}

/** Unpacks a text. */
export function unpackText(packed: string): string {
  return inflateRawSync(Buffer.from(packed, "base64"), { maxOutputLength: MOST_BYTES }).toString("utf8");
}

/** Unpacks keys: each begins with one character for how many characters it shares with the one before. */
export function unpackKeys(packed: string): string[] {
  let before = "";
  return unpackText(packed)
    .split("\n")
    .map((line) => {
      before = before.slice(0, line.charCodeAt(0) - FIRST_CHARACTER) + line.slice(1);
      return before;
    });
}
