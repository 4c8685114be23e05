import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from "@zip.js/zip.js";

/** A file to be put into an archive. */
export interface Packed {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** 1 January 2000, as DOS packed a day: years since 1980, month, day, above an hour of zero. */
const FIRST_OF_2000 = (((2000 - 1980) << 9) | (1 << 5) | 1) << 16;

/** Everything that would make two archives of the same files differ, or that a reader could stumble over. */
const PLAIN = {
  level: 0,
  rawLastModDate: FIRST_OF_2000,
  extendedTimestamp: false,
  dataDescriptor: false,
  useWebWorkers: false,
} as const;

/** An archive of these files in this order, not deflated; the same bytes whenever it is made. */
export async function packed(files: readonly Packed[]): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), PLAIN);
  for (const { name, bytes } of files) await writer.add(name, new Uint8ArrayReader(bytes));
  return await writer.close();
}
