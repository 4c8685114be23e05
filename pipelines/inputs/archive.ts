import type { Problem } from "../../schemas/place.ts";
import type { FileEntry, Publication } from "../../schemas/source/release.ts";
import { collecting } from "../shared/problems.ts";
import { layoutOf } from "../shared/sources.ts";
import { findMember, openZip, type ZipMember } from "../shared/zip.ts";
import { type Download, sha256 } from "./downloads.ts";
import { formatOf } from "./formats.ts";
import { LAYOUT_OF, nameFitsRole } from "./roles.ts";

/** The archive of one publication, opened once. */
export interface Archive {
  readonly members: readonly ZipMember[];
  readonly name: string;
  readonly sha256: string;
  /** True when the bytes are not those the registry pins. */
  readonly changed: boolean;
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function archiveBytes(publication: Publication, downloads: readonly Download[]): Uint8Array | undefined {
  const { archive } = publication;
  if (archive === undefined) return undefined;
  const sameSize = downloads.filter((each) => each.bytes === archive.bytes);
  for (const download of sameSize) {
    const bytes = download.read();
    if (sha256(bytes) === archive.sha256) return bytes;
  }
  return downloads.find((each) => baseName(each.path) === archive.name)?.read();
}

/** Opens the archive that a publication came in: by hash, else by name. Undefined when it is not there. */
export async function openArchive(
  publication: Publication,
  downloads: readonly Download[],
  problems: Problem[],
): Promise<Archive | undefined> {
  const bytes = archiveBytes(publication, downloads);
  const name = publication.archive?.name ?? "";
  if (bytes === undefined) return undefined;
  const members = await collecting(problems, () => openZip(bytes, name, publication.archive?.bytes));
  const hash = sha256(bytes);
  return members === undefined
    ? undefined
    : { members, name, sha256: hash, changed: hash !== publication.archive?.sha256 };
}

/** The member of the registered name; where CMS renamed it, the one member of that format which its layout describes. */
function memberFor(archive: Archive, entry: FileEntry): ZipMember {
  const named = archive.members.find((member) => member.name === entry.name);
  if (named !== undefined) return named;
  const pattern = new RegExp(layoutOf(LAYOUT_OF[entry.role]).member, "i");
  const format = formatOf(entry.name);
  return findMember(
    archive.members,
    pattern,
    archive.name,
    (name) => formatOf(name) === format && nameFitsRole(name, entry.role),
  );
}

/** Inflates the member that holds a registered file; a damaged or absent one is a problem. */
export async function memberBytes(
  archive: Archive,
  entry: FileEntry,
  problems: Problem[],
): Promise<Uint8Array | undefined> {
  return await collecting(problems, () => memberFor(archive, entry).read());
}
