import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from "@zip.js/zip.js";

/** A file to be put into an archive. */
export interface Packed {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Everything that would make two archives of the same files differ, or that a reader could stumble over. */
const PLAIN = {
  level: 0,
  lastModDate: new Date(2000, 0, 1),
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
