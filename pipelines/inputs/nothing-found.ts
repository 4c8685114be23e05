import { Family, type Publication, type Release } from "../../schemas/source/release.ts";
import { fault } from "../problems/problems.ts";
import { publicationEntries } from "../sources/publications.ts";
import type { Download } from "./downloads.ts";
import type { Inputs } from "./locate.ts";
import { seenNotUsed } from "./not-used.ts";
import { registeredReleases } from "./registered-releases.ts";
import { MAIN_ROLES } from "./roles.ts";

/** Names by which a person knows the publication's download; none for those that bring no main table. */
function lookedFor({ archive, files }: Publication): string[] {
  const main = files.filter((file) => MAIN_ROLES.has(file.role)).map((file) => file.copy ?? file.name);
  return archive !== undefined && main.length > 0 ? [archive.name] : [...new Set(main)];
}

/** What was read of a release, by its own bytes: a file of the right name may have others than the registry pins. */
function asRead({ located, archives }: Inputs): Parameters<typeof seenNotUsed>[1] {
  const files = located.map(({ entry, bytes, sha256 }) => ({ name: entry.name, bytes: bytes.length, sha256 }));
  const opened = [...archives.values()].map((sha256) => ({ name: ".zip", bytes: null, sha256 }));
  return [{ label: "", files: [...files, ...opened] }];
}

/** Files of a folder that a build of a release did not use, for the end of a message that something is missing. */
export function notUsedFor(release: Release, inputs: Inputs, downloads: readonly Download[]): string {
  return seenNotUsed(downloads, [...release.publications, ...asRead(inputs)], release.release);
}

/**
 * Refuses a folder that holds no main table of the release: an empty release would replace a good one.
 *
 * @param folder what the user named, for the message
 * @throws InputFault saying where was looked and for what
 */
export function requireAnything(
  release: Release,
  inputs: Inputs,
  folder: string,
  downloads: readonly Download[],
): void {
  if (inputs.located.some(({ entry }) => MAIN_ROLES.has(entry.role))) return;
  const names = release.publications.flatMap(lookedFor);
  const wanted = names.length === 0 ? "no file there is named as one of its files" : `looked for ${names.join(", ")}`;
  throw fault(
    "release.nothing-found",
    { file: folder },
    `no main table of release ${release.release} is there or below; ${wanted}${notUsedFor(release, inputs, downloads)}`,
    "Correct --from, or download CMS's files into that folder",
  );
}

/**
 * What is thrown for a folder with no file of any registered release.
 *
 * @param folder what the user named
 */
export function nothingOfAny(folder: string, downloads: readonly Download[]): Error {
  const registered = Family.options.flatMap((family) =>
    publicationEntries(family).flatMap(({ label, revisions }) => revisions.map((each) => ({ label, ...each }))),
  );
  return fault(
    "release.nothing-found",
    { file: folder },
    `the folder and its subfolders have no file of any release; looked for ${registeredReleases().join(", ")}${seenNotUsed(downloads, registered)}`,
    "Correct --from, or download CMS's files into that folder",
  );
}
