import { BlobReader, BlobWriter, TextReader, Uint8ArrayReader, ZipWriter } from "@zip.js/zip.js";

/** A zip with these members, texts or other archives. */
export async function zipOf(members: Readonly<Record<string, string | Uint8Array>>): Promise<Uint8Array> {
  const writer = new ZipWriter(new BlobWriter(), { useWebWorkers: false, extendedTimestamp: false });
  for (const [name, held] of Object.entries(members)) {
    await writer.add(name, typeof held === "string" ? new TextReader(held) : new Uint8ArrayReader(held));
  }
  return new Uint8Array(await (await writer.close()).arrayBuffer());
}

/** A zip whose members are stored, so that their bytes can be found and damaged. */
export async function storedZipOf(members: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const writer = new ZipWriter(new BlobWriter(), { useWebWorkers: false, level: 0 });
  for (const [name, text] of Object.entries(members)) await writer.add(name, new BlobReader(new Blob([text])));
  return new Uint8Array(await (await writer.close()).arrayBuffer());
}

/** The bytes with the first occurrence of an ASCII text replaced by one of the same length. */
export function replaceBytes(bytes: Uint8Array, seen: string, by: string): Uint8Array {
  const buffer = Buffer.from(bytes);
  const at = buffer.indexOf(seen, 0, "latin1");
  if (at < 0 || seen.length !== by.length) throw new Error(`cannot replace "${seen}" by "${by}"`);
  buffer.write(by, at, "latin1");
  return new Uint8Array(buffer);
}
