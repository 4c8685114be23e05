import type { PublicationEntry } from "../../schemas/source/publication.ts";
import type { Family } from "../../schemas/source/release.ts";
import { namesIn, sourceAsItIs } from "./read-source.ts";

/** Registered publications of a family, by id, in order. */
export function publicationIds(family: Family): string[] {
  return namesIn(`publications/${family}/`, (name) => name.endsWith(".json")).map((name) => name.slice(0, -5));
}

/** Path of a publication's registry entry inside `sources/`. */
export function publicationPath(family: Family, id: string): string {
  return `publications/${family}/${id}.json`;
}

/** Registry entries of a family, for look-ups. A build validates those that it reads. */
export function publicationEntries(family: Family): PublicationEntry[] {
  return publicationIds(family).map((id) => sourceAsItIs(publicationPath(family, id)));
}
