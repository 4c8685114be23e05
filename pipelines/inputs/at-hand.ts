import type { Publication } from "../../schemas/source/release.ts";
import { type Download, pinnedBytes } from "./downloads.ts";
import { otherRevisions, registeredRelease, releaseName } from "./registry.ts";

/** Bytes of every file and archive of a publication, by sha256. An archive of unknown size has not been at hand. */
function pinsOf({ archive, files }: Publication): Map<string, number> {
  const pins = new Map(files.map((file) => [file.sha256, file.bytes]));
  const size = archive?.bytes ?? null;
  return archive === undefined || size === null ? pins : pins.set(archive.sha256, size);
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
    ([sha256, bytes]) => elsewhere?.has(sha256) !== true && pinnedBytes(downloads, { sha256, bytes }) !== undefined,
  );
}

/** Revisions beside the one that a plain name builds whose own files lie among the downloads: "2022D-opps1". */
export function revisionsAtHand(id: string, downloads: readonly Download[]): string[] {
  return otherRevisions(id).filter((revision) => isAtHand(revision, id, downloads));
}
