import type { CalendarEntry } from "../../schemas/source/calendar.ts";
import type { Publication } from "../../schemas/source/release.ts";
import type { Window } from "../../schemas/text.ts";
import { calendar } from "../sources/calendar.ts";
import { type CaveatText, caveatsOf } from "../sources/caveats.ts";
import { publicationIds } from "../sources/publications.ts";
import { registeredReleases } from "./registered-releases.ts";
import { otherRevisions, registeredRelease, releaseName } from "./registry.ts";
import { pfsId } from "./release-id.ts";

/** A publication in a list of releases: which one, and which posting of it is built. */
export type ListedPublication = Pick<Publication, "family" | "label" | "revision" | "posted" | "origin">;

/** One release that the registry can put together. */
export interface ListedRelease {
  readonly release: string;
  readonly title: string;
  readonly window: Window;
  readonly publications: readonly ListedPublication[];
  /** Names under which revisions other than the usual one are built: "2025A-asc2". */
  readonly otherRevisions: readonly string[];
  readonly caveats: readonly CaveatText[];
}

/** A relative value release that CMS has posted, and whether its files are registered. */
export interface PostedRelease extends CalendarEntry {
  readonly registered: boolean;
}

function listed(id: string): ListedRelease {
  const { release, title, window, publications } = registeredRelease(id);
  return {
    release,
    title,
    window,
    publications: publications.map(({ family, label, revision, posted, origin }) => ({
      family,
      label,
      revision,
      posted,
      origin,
    })),
    otherRevisions: otherRevisions(id),
    caveats: caveatsOf(id),
  };
}

/** Every release of the registry, by name. */
export function listedReleases(): ListedRelease[] {
  return registeredReleases().map(listed);
}

/** Every relative value release that CMS has posted since 2009, in CMS's order, and whether its archive is registered. */
export function postedReleases(): PostedRelease[] {
  const known = new Set(publicationIds("pfs"));
  const isKnown = (release: string): boolean => known.has(pfsId(releaseName(release)));
  return calendar().releases.map((each) => ({ ...each, registered: isKnown(each.release) }));
}
