import { type Family, isOnRequest } from "../../schemas/source/release.ts";
import { openZip } from "../tables/zip.ts";
import { type Download, isArchive } from "./downloads.ts";
import { nameOf } from "./name-of-download.ts";
import { DIRECTORY_BYTES, directoryOf, memberBytes, memberPieces } from "./zip-directory.ts";

/** The members of an archive as downloads of their own. Opening it refuses one that is damaged, or no archive. */
async function membersOf(archive: Download): Promise<Download[]> {
  const bytes = archive.read();
  await openZip(bytes, archive.path);
  return directoryOf(bytes.subarray(-DIRECTORY_BYTES), bytes.length).map((member) => {
    const path = `${archive.path}/${member.name}`;
    const read = (): Uint8Array => memberBytes(archive.read(), member, path);
    const pieces = (): AsyncIterable<Uint8Array> => memberPieces(archive.read(), member, path);
    return { path, inside: archive.path, bytes: member.bytes, read, pieces };
  });
}

/**
 * The downloads of a family that CMS posts in an archive for each table, with the members of its archives instead of
 * them; those of other families as they are.
 *
 * @throws InputFault when an archive of the family cannot be opened
 */
export async function withMembers(family: Family, downloads: readonly Download[]): Promise<readonly Download[]> {
  if (!isOnRequest(family)) return downloads;
  const found: Download[] = [];
  for (const each of downloads) {
    const isOwn = isArchive(each) && nameOf(each.path).some((named) => named.family === family);
    found.push(...(isOwn ? await membersOf(each) : [each]));
  }
  return found;
}
