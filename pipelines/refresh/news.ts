import { type Family, isOnRequest } from "../../schemas/source/release.ts";
import type { AcceptedLicence } from "../../schemas/source/store.ts";
import { isBesideReleases } from "../inputs/beside-releases.ts";
import type { Download } from "../inputs/downloads.ts";
import { type NamedPublication, nameOf } from "../inputs/name-of-download.ts";
import { pinsOf } from "../inputs/pins.ts";
import { type Registration, registrations } from "../inputs/register.ts";
import { releaseName } from "../inputs/registry.ts";
import type { ReleaseName } from "../inputs/release-id.ts";
import type { Problems } from "../problems/problems.ts";
import { sha256 } from "../problems/sha256.ts";
import { publicationEntries, publicationIds } from "../sources/publications.ts";

/**
 * What is new of one release: publications, other revisions of registered ones, files that a revision lacks. What is
 * read on request is news of its own: it waits for no fee schedule of its quarter, and none waits for it.
 */
export interface ReleaseNews {
  readonly name: ReleaseName;
  readonly fresh: readonly Registration[];
  /** Whether it is proved and registered by itself, and no release is built with it. */
  readonly isBeside: boolean;
}

/** What a refresh looks for. */
export interface WantedNews {
  readonly families: readonly Family[];
  /** Parts of paths that settle which of several files is meant. */
  readonly picks: readonly string[];
  /** Where the bytes with a hash were downloaded; undefined for a file of the user's. */
  readonly addressOf: (sha256: string) => string | undefined;
  /** Who accepted the licence that stood before the bytes with a hash; undefined where there was none. */
  readonly licenceOf: (sha256: string) => AcceptedLicence | undefined;
}

/** Stands in the note of another revision until the diff with the earlier one says what changed. */
export const NOTE_TO_DRAFT = "Not compared yet with the revision before";

/** The hash of every archive and file that the registry knows. */
export function registeredHashes(families: readonly Family[]): Set<string> {
  const entries = families.flatMap((family) => publicationEntries(family));
  const pins = entries.flatMap(({ revisions }) => revisions.flatMap((each) => pinsOf<{ sha256: string }>(each)));
  return new Set(pins.map((pin) => pin.sha256));
}

/** Release as which a publication is registered: what serves a whole year is registered with its January. */
function releaseOf({ id, release }: { readonly id: string; readonly release: string | undefined }): string {
  return release ?? `${id}A`;
}

/** Families of one release that are tried together. */
interface Unknown {
  readonly release: string;
  readonly families: Set<Family>;
}

/** A quarter that is not registered may have the bytes of another one: only the names of NCCI edits say the quarter. */
function isOtherQuarter({ family, id }: NamedPublication): boolean {
  return isOnRequest(family) && !publicationIds(family).includes(id);
}

/** Families of which a release has downloads that the registry does not know, in the order of the releases. */
function unknownAmong(downloads: readonly Download[], families: readonly Family[]): Unknown[] {
  const known = registeredHashes(families);
  const unknown = downloads.flatMap((download) => {
    const named = nameOf(download.path).filter(({ family }) => families.includes(family));
    const isKnown = named.length > 0 && known.has(download.sha256 ?? sha256(download.read()));
    return isKnown ? named.filter(isOtherQuarter) : named;
  });
  const found = new Map<string, Unknown>();
  for (const each of unknown) {
    const release = releaseOf(each);
    const key = `${release}${isOnRequest(each.family) ? " on request" : ""}`;
    const together = found.get(key) ?? { release, families: new Set() };
    together.families.add(each.family);
    found.set(key, together);
  }
  return [...found].sort(([one], [two]) => (one < two ? -1 : 1)).map(([, together]) => together);
}

/**
 * What the downloads have that the registry does not, by release, in order. A release whose files could be several
 * publications is a problem, and the others are still reported.
 */
export async function newsAmong(
  downloads: readonly Download[],
  { families, picks, addressOf, licenceOf }: WantedNews,
  problems: Problems,
): Promise<ReleaseNews[]> {
  const news: ReleaseNews[] = [];
  for (const { release, families: named } of unknownAmong(downloads, families)) {
    const fresh = await problems.attempt(() =>
      registrations(
        releaseName(release),
        families.filter((each) => named.has(each)),
        downloads,
        picks,
        { note: NOTE_TO_DRAFT, addressOf, licenceOf },
      ),
    );
    if (fresh === undefined || fresh.length === 0) continue;
    const name = releaseName(release);
    news.push({ name, fresh, isBeside: isBesideReleases(name, fresh, downloads) });
  }
  return news;
}
