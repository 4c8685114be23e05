import type { FileEntry, Publication, Release } from "../../schemas/source/release.ts";
import { fault } from "../problems/problems.ts";
import { embeddedFolder, embeddedReleases, OWN_ENTRY, releaseIn } from "../sources/excerpts.ts";
import { publicationEntries } from "../sources/publications.ts";
import { pinsOf } from "./pins.ts";

/** Whether the entry is one of those that ratebook ships, word for word. */
function isShipped(release: Release): boolean {
  if (!embeddedReleases().includes(release.release)) return false;
  return JSON.stringify(releaseIn(embeddedFolder(release.release))) === JSON.stringify(release);
}

type Named = Pick<FileEntry, "name" | "sha256" | "excerptOf">;

/** An excerpt does not claim to be the file that it was taken from. */
function pinsIn(posting: { readonly archive?: Named | undefined; readonly files: readonly Named[] }): Named[] {
  return pinsOf(posting).filter(({ excerptOf }) => excerptOf === undefined);
}

/** Files and archives that the registry knows under the same name, by another hash. */
function contradictions({ family, label, ...own }: Publication): string[] {
  const revisions = publicationEntries(family).find((entry) => entry.label === label)?.revisions ?? [];
  const known = revisions.flatMap(pinsIn);
  return pinsIn(own)
    .filter(({ name }) => known.some((each) => each.name === name))
    .filter(({ name, sha256 }) => !known.some((each) => each.name === name && each.sha256 === sha256))
    .map(({ name }) => `${name} of ${label}`);
}

function unverified(publication: Publication): Publication {
  return {
    ...publication,
    registered: false,
    posted: null,
    postedSource: `not recorded: ${OWN_ENTRY} is among the downloads`,
    origin: "unverified",
    originNote: `Taken for what ${OWN_ENTRY} among the downloads says; it is not registered`,
    url: null,
  };
}

/**
 * The release that a folder of downloads describes itself. Only `sources/` says what CMS published: an entry
 * beside the files is unverified, whatever it says of itself.
 *
 * @throws InputFault when it was not allowed, or says other than the registry
 */
export function ownRelease(folder: string, allowUnregistered: boolean): Release {
  const release = releaseIn(folder);
  if (isShipped(release)) return release;
  const place = { file: OWN_ENTRY };
  if (!allowUnregistered) {
    const message = "the folder describes its release itself, and that entry is not registered";
    const cure = "Read it with --allow-unregistered; its figures are then marked as unverified";
    throw fault("release.not-registered", place, message, cure);
  }
  const contradicted = release.publications.flatMap(contradictions);
  if (contradicted.length > 0) {
    const message = `the registry knows ${contradicted.join(", ")} by another sha256`;
    throw fault(
      "release.contradicts-registry",
      place,
      message,
      "Take the entry away, or give the publication its own label",
    );
  }
  return { ...release, publications: release.publications.map(unverified) };
}
