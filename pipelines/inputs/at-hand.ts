import type { PublicationEntry } from "../../schemas/source/publication.ts";
import type { Publication } from "../../schemas/source/release.ts";
import { type Download, sha256 } from "./downloads.ts";
import { otherRevisions, registeredRelease, releaseName } from "./registry.ts";

/** Bytes of every file and archive of a publication, by sha256. What has no known size has not been at hand. */
function pinsOf({ archive, files }: Pick<Publication, "archive" | "files">): Map<string, number> {
  const pinned = archive === undefined ? files : [...files, archive];
  return new Map(pinned.flatMap(({ sha256: hash, bytes }) => (bytes === null ? [] : [[hash, bytes] as const])));
}

function liesThere(hash: string, bytes: number, downloads: readonly Download[]): boolean {
  return downloads.some((each) => each.bytes === bytes && sha256(each.read()) === hash);
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
    ([hash, bytes]) => elsewhere?.has(hash) !== true && liesThere(hash, bytes, downloads),
  );
}

/** Revisions beside the one that a plain name builds whose own files lie among the downloads: "2022D-opps1". */
export function revisionsAtHand(id: string, downloads: readonly Download[]): string[] {
  return otherRevisions(id).filter((revision) => isAtHand(revision, id, downloads));
}

function isNamed({ archive, files }: Pick<Publication, "archive" | "files">, path: string): boolean {
  const names = files.map(({ copy, name }) => copy ?? name);
  return [...names, archive?.name ?? ""].some((name) => name !== "" && `/${path}`.endsWith(`/${name}`));
}

/** Whether any file of a registered publication lies among the downloads, by hash or under its registered name. */
export function isEntryAtHand({ revisions }: PublicationEntry, downloads: readonly Download[]): boolean {
  return revisions.some(
    (revision) =>
      downloads.some(({ path }) => isNamed(revision, path)) ||
      [...pinsOf(revision)].some(([hash, bytes]) => liesThere(hash, bytes, downloads)),
  );
}
