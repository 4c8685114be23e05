import type { Problem } from "../../../schemas/place.ts";
import type { OnRequest, Release } from "../../../schemas/source/release.ts";
import { availableRevisions, preferStandIn } from "../../inputs/available.ts";
import { downloadsOf, registeredAmong, releasesAmong } from "../../inputs/discover.ts";
import { discoverEntries } from "../../inputs/discover-release.ts";
import type { Download } from "../../inputs/downloads.ts";
import { hashesOf, tablesHeld } from "../../inputs/held.ts";
import { isExpected, sourceOfRole } from "../../inputs/locate.ts";
import { pinsOf } from "../../inputs/pins.ts";
import { assembleRelease, familiesWith, isRegistered, registeredRelease, releaseName } from "../../inputs/registry.ts";
import { Problems } from "../../problems/problems.ts";
import type { LackingTable } from "../builder-messages.ts";

/** A release that a person's files speak of. */
export interface FoundRelease {
  readonly id: string;
  readonly title: string;
  readonly isRegistered: boolean;
  /** Undefined where the files do not say which release it is; the problems say why. */
  readonly release: Release | undefined;
  readonly asked: readonly OnRequest[];
  readonly lacks: readonly LackingTable[];
  /** Hashes of the files that it is built from, sorted. */
  readonly files: readonly string[];
  /** Whether a file is named for it whose bytes the registry does not know: a build says what is wrong with it. */
  readonly hasUnknown: boolean;
  readonly problems: readonly Problem[];
}

/** Tables that the registry knows, CMS has and the files lack. What only a hash was recorded of cannot be brought. */
function lacking(release: Release, hashes: ReadonlySet<string>): LackingTable[] {
  const registered = release.publications.filter((each) => each.registered);
  return registered.flatMap((publication) =>
    tablesHeld(publication, hashes)
      .filter(({ state }) => state === "missing")
      .map(({ role, file }) => {
        const entries = publication.files.filter((each) => each.role === role);
        const { label } = publication;
        return { source: sourceOfRole(role), label, file, isNeeded: isExpected(publication, entries) };
      }),
  );
}

/** The hash of what a person brought, also for an archive that was inside of it. */
function outerHash(download: Download, downloads: readonly Download[]): string {
  const outer = downloads.find(({ path }) => path === download.inside);
  return (outer ?? download).sha256 as string;
}

/** Files that the registry pins for the release, and others that are named for it. */
function filesOf(id: string, release: Release | undefined, downloads: readonly Download[]) {
  const name = releaseName(id);
  const pins = (release?.publications ?? []).flatMap((each) => pinsOf<{ readonly sha256: string }>(each));
  const known = new Set(pins.map(({ sha256 }) => sha256));
  const isKnown = (each: Download): boolean => known.has(each.sha256 as string);
  const named = familiesWith(["ncci"]).flatMap((family) => downloadsOf(name, family, downloads));
  const own = new Set([...downloads.filter(isKnown), ...named]);
  const inside = new Set(downloads.filter(isKnown).map((each) => each.inside));
  return {
    files: [...new Set([...own].map((each) => outerHash(each, downloads)))].sort(),
    hasUnknown: named.some((each) => !isKnown(each) && !inside.has(each.path)),
  };
}

/** Edits of the quarter are read where they are among the files. */
function askedOf(id: string, downloads: readonly Download[]): OnRequest[] {
  return downloadsOf(releaseName(id), "ncci", downloads).length > 0 ? ["ncci"] : [];
}

/** The release as the registry has it; with files that it does not know, as they make it. */
async function releaseOf(id: string, downloads: readonly Download[], asked: readonly OnRequest[]): Promise<Release> {
  const registered = isRegistered(id) ? registeredRelease(id, preferStandIn(downloads), asked) : undefined;
  if (registered !== undefined && !filesOf(id, registered, downloads).hasUnknown) return registered;
  return assembleRelease(id, await discoverEntries(id, downloads, { asked }), asked);
}

async function found(id: string, downloads: readonly Download[]): Promise<FoundRelease> {
  const problems = new Problems();
  const asked = askedOf(id, downloads);
  const release = await problems.attempt(() => releaseOf(id, downloads, asked));
  return {
    id,
    title: release?.title ?? id,
    isRegistered: release?.publications.every(({ registered }) => registered) ?? false,
    release,
    asked,
    lacks: release === undefined ? [] : lacking(release, hashesOf(downloads)),
    ...filesOf(id, release, downloads),
    problems: problems.list,
  };
}

/** The releases that the files speak of: registered ones with their revisions, and others by the names of the files. */
export async function foundReleases(downloads: readonly Download[]): Promise<FoundRelease[]> {
  const registered = registeredAmong(downloads);
  const others = releasesAmong(downloads).filter((id) => !isRegistered(id));
  const ids = [...registered, ...registered.flatMap((id) => availableRevisions(id, downloads)), ...others];
  const all: FoundRelease[] = [];
  for (const id of [...new Set(ids)].sort()) all.push(await found(id, downloads));
  return all;
}
