import type { FileEntry, Publication } from "../../schemas/source/release.ts";
import { baseName } from "../problems/file-name.ts";
import type { Problems } from "../problems/problems.ts";
import { sha256 } from "../problems/sha256.ts";
import { findMember, openZip, type ZipMember } from "../tables/zip.ts";
import { onlyCandidate } from "./candidates.ts";
import { bytesByHash, type Download } from "./downloads.ts";
import { formatOf } from "./formats.ts";
import { nameFitsRole, namePattern } from "./roles.ts";

/** The archive of one publication, opened once. */
export interface OpenedArchive {
  readonly members: readonly ZipMember[];
  readonly name: string;
  readonly sha256: string;
  /** True when the bytes are not those the registry pins. */
  readonly changed: boolean;
}

function archiveBytes(publication: Publication, downloads: readonly Download[]): Uint8Array | undefined {
  const { archive } = publication;
  if (archive === undefined) return undefined;
  const exact = bytesByHash(downloads, archive);
  if (exact !== undefined) return exact;
  const named = downloads.filter((each) => baseName(each.path) === archive.name);
  return onlyCandidate(named, publication, archive.name)?.read();
}

/** Opens the archive that a publication came in: by hash, else by name. Undefined when it is not there. */
export async function openArchive(
  publication: Publication,
  downloads: readonly Download[],
  problems: Problems,
): Promise<OpenedArchive | undefined> {
  const bytes = await problems.attempt(() => archiveBytes(publication, downloads));
  const name = publication.archive?.name ?? "";
  if (bytes === undefined) return undefined;
  const members = await problems.attempt(() => openZip(bytes, name, { bytes: publication.archive?.bytes }));
  const hash = sha256(bytes);
  return members === undefined
    ? undefined
    : { members, name, sha256: hash, changed: hash !== publication.archive?.sha256 };
}

/** The member of the registered name; where CMS renamed it, the one member of that format which its layout describes. */
function memberFor(archive: OpenedArchive, entry: FileEntry): ZipMember {
  const named = archive.members.find((member) => member.name === entry.name);
  if (named !== undefined) return named;
  const format = formatOf(entry.name);
  return findMember(
    archive.members,
    namePattern(entry.role),
    archive.name,
    (name) => formatOf(name) === format && nameFitsRole(name, entry.role),
  );
}

/** Inflates the member that holds a registered file; a damaged or absent one is a problem. */
export async function memberOf(
  archive: OpenedArchive,
  entry: FileEntry,
  problems: Problems,
): Promise<{ name: string; bytes: Uint8Array } | undefined> {
  return await problems.attempt(async () => {
    const member = memberFor(archive, entry);
    return { name: member.name, bytes: await member.read() };
  });
}
