import type { PublicationEntry } from "../../schemas/source/publication.ts";
import type { FileEntry, Publication } from "../../schemas/source/release.ts";
import { bytesByHash, type Download } from "./downloads.ts";
import { pinsOf } from "./pins.ts";
import { otherRevisions, registeredRelease, releaseName } from "./registry.ts";

type Pinned = Pick<FileEntry, "name" | "bytes" | "sha256">;

function isPresent(pin: Pinned, downloads: readonly Download[]): boolean {
  return bytesByHash(downloads, pin) !== undefined;
}

/** The publication that the name of a revision picks: Addendum B for 2022D-opps1. */
function picked(id: string): Publication | undefined {
  const families = releaseName(id).picks;
  return registeredRelease(id).publications.find(({ family }) => families.has(family));
}

/** Whether a file of this revision, and of no other that is built anyway, is among the downloads. */
function isAvailable(id: string, plain: string, downloads: readonly Download[]): boolean {
  const publication = picked(id);
  if (publication === undefined) return false;
  const usual = registeredRelease(plain).publications.find(({ family }) => family === publication.family);
  const elsewhere = new Set((usual === undefined ? [] : pinsOf(usual)).map((pin) => pin.sha256));
  return pinsOf(publication).some((pin) => !elsewhere.has(pin.sha256) && isPresent(pin, downloads));
}

/** Revisions beside the one that a plain name builds whose own files are among the downloads: "2022D-opps1". */
export function availableRevisions(id: string, downloads: readonly Download[]): string[] {
  return otherRevisions(id).filter((revision) => isAvailable(revision, id, downloads));
}

/** Whether the first table of a revision, or its archive, is among the downloads. */
function isThere({ archive, files }: PublicationEntry["revisions"][number], downloads: readonly Download[]): boolean {
  const [main] = files;
  return [archive, main].some((pinned) => pinned !== undefined && isPresent(pinned, downloads));
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

/** Whether any file of a registered publication is among the downloads, byte for byte. */
export function isEntryAvailable({ revisions }: PublicationEntry, downloads: readonly Download[]): boolean {
  return revisions.flatMap(pinsOf).some((each) => isPresent(each, downloads));
}
