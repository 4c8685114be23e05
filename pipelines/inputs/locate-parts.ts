import { type FileEntry, isParted, type PartedRole, type Publication } from "../../schemas/source/release.ts";
import { baseName } from "../problems/file-name.ts";
import { onlyCandidate } from "./candidates.ts";
import { type Download, downloadPieces } from "./downloads.ts";
import { formatOf } from "./formats.ts";

/** One of the files of a table that CMS posts in several, which is read piece by piece. */
export interface LocatedPart {
  readonly role: PartedRole;
  readonly publication: Publication;
  readonly entry: FileEntry;
  /** "ccipra-v321r0-f1.zip > ccipra-v321r0-f1.txt" for a member of an archive. */
  readonly shown: string;
  /** The archive that it is in; null for a file outside of one. */
  readonly archive: string | null;
  /** Whether bytes that the registry does not know are read. */
  readonly allowChanged: boolean;
  readonly pieces: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** By name and size, then by name, then by size: its hash is known once it is read. */
function downloadOf(entry: FileEntry, publication: Publication, downloads: readonly Download[]): Download | undefined {
  const named = downloads.filter(({ path }) => baseName(path) === baseName(entry.name));
  const exact = named.find(({ bytes }) => bytes === entry.bytes);
  const isRenamed = ({ path, bytes }: Download): boolean => formatOf(path) === "txt" && bytes === entry.bytes;
  return exact ?? onlyCandidate(named, publication, entry.name) ?? downloads.find(isRenamed);
}

function partIn(publication: Publication, entry: FileEntry, download: Download): Omit<LocatedPart, "allowChanged"> {
  const archive = download.inside === undefined ? null : baseName(download.inside);
  const shown = archive === null ? baseName(entry.name) : `${archive} > ${baseName(download.path)}`;
  const role = entry.role as PartedRole;
  return { role, publication, entry, shown, archive, pieces: () => downloadPieces(download) };
}

/** Where the files of parted tables are; `absent` has those that are not there. */
export function locateParts(
  publication: Publication,
  downloads: readonly Download[],
  allowChanged: boolean,
): { found: LocatedPart[]; absent: FileEntry[] } {
  const entries = publication.files.filter(({ role, name }) => isParted(role) && formatOf(name) === "txt");
  const seen = entries.map((entry) => ({ entry, download: downloadOf(entry, publication, downloads) }));
  const found = seen.flatMap(({ entry, download }) =>
    download === undefined ? [] : [{ ...partIn(publication, entry, download), allowChanged }],
  );
  return { found, absent: seen.flatMap(({ entry, download }) => (download === undefined ? [entry] : [])) };
}
