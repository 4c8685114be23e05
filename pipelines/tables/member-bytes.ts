import { crc32, inflateRawSync } from "node:zlib";
import { ERR_INVALID_CRC32, ERR_INVALID_UNCOMPRESSED_SIZE, type FileEntry, Uint8ArrayWriter } from "@zip.js/zip.js";
import { STRICT } from "./zip-listing.ts";

const DEFLATE = 8;

/** The result with `info`, which Node's types lack. */
interface Inflated {
  readonly buffer: Uint8Array<ArrayBuffer>;
  readonly engine: { readonly bytesWritten: number };
}

/** In one call, with room for more than the claimed size: the streams of zip.js take longer than the inflating. */
function inflateWhole(deflated: Uint8Array, { uncompressedSize, crc32: claimed }: FileEntry): Uint8Array {
  const room = uncompressedSize + 64;
  const inflated: unknown = inflateRawSync(deflated, { maxOutputLength: room, chunkSize: room, info: true });
  const { buffer, engine } = inflated as Inflated;
  if (buffer.length !== uncompressedSize) throw new Error(ERR_INVALID_UNCOMPRESSED_SIZE);
  if (crc32(buffer) !== claimed) throw new Error(ERR_INVALID_CRC32);
  if (engine.bytesWritten !== deflated.length) throw new Error("there is data after its last byte");
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length);
}

/** The bytes of a member; throws an Error where they are damaged. */
export async function inflatedMember(entry: FileEntry): Promise<Uint8Array> {
  const isDeflated = entry.compressionMethod === DEFLATE;
  const bytes = await entry.getData(new Uint8ArrayWriter(), { ...STRICT, passThrough: isDeflated });
  return isDeflated ? inflateWhole(bytes, entry) : bytes;
}
