import { fault } from "../problems/problems.ts";
import type { ReleaseDocuments } from "./release-documents.ts";

/**
 * The bytes of `reader.json`, from which programs compute every amount.
 *
 * @throws InputFault for a release that was built without a relative value file
 */
export function readerBytes(documents: ReleaseDocuments): Uint8Array {
  const bytes = documents.bytesOf("reader.json");
  if (bytes !== undefined) return bytes;
  const message = "it was built without reader.json, which needs a relative value file";
  const cure = "Leave it out, or build it with CMS's file";
  throw fault("reader.not-built", { file: documents.manifest.release }, message, cure);
}
