import type { StoredAs } from "../../schemas/source/store.ts";

/** How a file came from CMS's site, or as a test says. */
export function seenAs(name: string, other: Partial<StoredAs> = {}): StoredAs {
  const address = `https://www.cms.gov/files/zip/${name}`;
  return { name, address, page: null, on: "2039-11-03", etag: null, lastModified: null, licence: null, ...other };
}

/** Bytes of a text. */
export function bytesOf(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text));
}
