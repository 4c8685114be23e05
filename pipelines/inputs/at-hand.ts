import type { PublicationEntry } from "../../schemas/source/publication.ts";
import type { FileEntry, Publication } from "../../schemas/source/release.ts";
import { baseName } from "../problems/file-name.ts";
import { sha256 } from "../problems/sha256.ts";
import { bytesByHash, type Download } from "./downloads.ts";
import { otherRevisions, registeredRelease, releaseName } from "./registry.ts";

/** Bytes of every file and archive of a publication, by sha256. What has no known size has not been at hand. */
function pinsOf({ archive, files }: Pick<Publication, "archive" | "files">): Map<string, number> {
  const pinned = archive === undefined ? files : [...files, archive];
  return new Map(pinned.flatMap(({ sha256: hash, bytes }) => (bytes === null ? [] : [[hash, bytes] as const])));
}

/** The publication that the name of a revision picks: Addendum B for 2022D-opps1. */
function picked(id: string): Publication | undefined {
  const families = releaseName(id).picks;
  return registeredRelease(id).publications.find(({ family }) => families.has(family));
}

/** Whether a file of this revision, and of no other that is built anyway, lies among the downloads. */
function isAtHand(id: string, plain: string, downloads: readonly Download[]): boolean {
  const publication = picked(id);
  if (publication === undefined) return false;
  const usual = registeredRelease(plain).publications.find(({ family }) => family === publication.family);
  const elsewhere = usual === undefined ? undefined : pinsOf(usual);
  return [...pinsOf(publication)].some(
    ([hash, bytes]) => elsewhere?.has(hash) !== true && bytesByHash(downloads, { sha256: hash, bytes }) !== undefined,
  );
}

/** Revisions beside the one that a plain name builds whose own files lie among the downloads: "2022D-opps1". */
export function revisionsAtHand(id: string, downloads: readonly Download[]): string[] {
  return otherRevisions(id).filter((revision) => isAtHand(revision, id, downloads));
}

/** Whether a file lies there by its hash; one whose size is not known is looked for under its registered name. */
function liesThere({ name, bytes, sha256: hash }: Pinned, downloads: readonly Download[]): boolean {
  if (bytes !== null) return bytesByHash(downloads, { bytes, sha256: hash }) !== undefined;
  return downloads.some((each) => baseName(each.path) === baseName(name) && sha256(each.read()) === hash);
}

type Pinned = Pick<FileEntry, "name" | "bytes" | "sha256">;

/** Whether the first table of a revision, or its archive, is among the downloads. */
function isThere({ archive, files }: PublicationEntry["revisions"][number], downloads: readonly Download[]): boolean {
  const [main] = files;
  return [archive, main].some((pinned) => pinned !== undefined && liesThere(pinned, downloads));
}

/**
 * Prefers a revision that stands in for CMS's own file, as long as CMS's is not among the downloads and the other one is.
 *
 * @returns the entry, which says why where it prefers a stand-in
 */
export function preferStandIn(downloads: readonly Download[]): (entry: PublicationEntry) => PublicationEntry {
  return (entry) => {
    const { label, revisions } = entry;
    const at = revisions.findIndex((each) => each.insteadOf !== undefined && isThere(each, downloads));
    const genuine = revisions[(revisions[at]?.insteadOf ?? 0) - 1];
    if (genuine === undefined || isThere(genuine, downloads)) return entry;
    const reason = `CMS's own file of ${label} is not among the downloads; this one stands in for it until somebody brings it`;
    return { ...entry, preferred: { revision: at + 1, reason } };
  };
}

/** Whether any file of a registered publication lies among the downloads, byte for byte. */
export function isEntryAtHand({ revisions }: PublicationEntry, downloads: readonly Download[]): boolean {
  const pinned = revisions.flatMap(({ archive, files }): Pinned[] =>
    archive === undefined ? files : [archive, ...files],
  );
  return pinned.some((each) => liesThere(each, downloads));
}
