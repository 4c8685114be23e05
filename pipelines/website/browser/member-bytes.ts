import { type FileEntry, Uint8ArrayWriter } from "@zip.js/zip.js";
import { STRICT } from "../../tables/zip-listing.ts";

/** The bytes of a member of an archive; throws an Error where they are damaged. Node has a faster way. */
export function memberBytes(entry: FileEntry): Promise<Uint8Array> {
  return entry.getData(new Uint8ArrayWriter(), STRICT);
}
