import type { OnRequest, Release } from "../../../schemas/source/release.ts";
import { availableRevisions, preferStandIn } from "../../inputs/available.ts";
import { downloadsOf, releasesAmong } from "../../inputs/discover.ts";
import { discoverEntries } from "../../inputs/discover-release.ts";
import type { Download } from "../../inputs/downloads.ts";
import { hashesOf, tablesHeld } from "../../inputs/held.ts";
import { isExpected, sourceOfRole } from "../../inputs/locate.ts";
import { pinsOf } from "../../inputs/pins.ts";
import { assembleRelease, familiesWith, isRegistered, registeredRelease, releaseName } from "../../inputs/registry.ts";
import { Problems } from "../../problems/problems.ts";
import type { LackingTable, OwnRelease } from "../builder-messages.ts";
import { knownFiles } from "./known-files.ts";

/** A release that a person's files speak of. */
export interface FoundRelease extends Pick<OwnRelease, "title" | "isRegistered" | "lacks" | "problems"> {
  readonly id: string;
  /** Undefined where the files do not say which release it is; the problems say why. */
  readonly release: Release | undefined;
  readonly asked: readonly OnRequest[];
  /** Hashes of the files that it is built from, sorted. */
  readonly files: readonly string[];
  /** Whether a file is named for it that the registry does not know: a build says what is wrong with it. */
  readonly hasUnknown: boolean;
}

/** What a person's files are. */
export interface FoundFiles {
  readonly releases: readonly FoundRelease[];
  /** Hashes of the brought files that the registry knows, also by what is inside of them, with their publications. */
  readonly labels: ReadonlyMap<string, string>;
}

/** Registered tables that the files lack. Of what CMS's own file is not registered, any file under CMS's name is read. */
function lacking(release: Release, hashes: ReadonlySet<string>): LackingTable[] {
  const registered = release.publications.filter((each) => each.registered);
  return registered.flatMap((publication) =>
    tablesHeld(publication, hashes).flatMap(({ role, file, state }): LackingTable[] => {
      const entries = publication.files.filter((each) => each.role === role);
      const isNeeded = isExpected(publication, entries);
      if (state === "held" || (state === "hash-only" && !isNeeded)) return [];
      const named = state === "missing" ? file : "CMS's own file, under the name that CMS gives it";
      return [{ source: sourceOfRole(role), label: publication.label, file: named, isNeeded }];
    }),
  );
}

/** A person's files, and what is known of each. */
class Brought {
  readonly downloads: readonly Download[];
  /** Labels of the publications of what was brought, by its hash, where the registry knows it or what is inside of it. */
  readonly labels: ReadonlyMap<string, string>;
  /** Files that no hash is known of, and that are in nothing of which one is. */
  readonly unknown: readonly Download[];
  private readonly known = knownFiles();
  private readonly byPath: ReadonlyMap<string, Download>;

  constructor(downloads: readonly Download[]) {
    this.downloads = downloads;
    this.byPath = new Map(downloads.map((each) => [each.path, each]));
    const labels = downloads.flatMap((each): [string, string][] => {
      const file = this.known.get(each.sha256 as string);
      return file === undefined ? [] : [[this.outer(each), file.label]];
    });
    this.labels = new Map(labels);
    this.unknown = downloads.filter((each) => !this.labels.has(this.outer(each)));
  }

  /** The hash of what was brought, also for an archive that was inside of it. */
  outer(download: Download): string {
    return (this.byPath.get(download.inside ?? "") ?? download).sha256 as string;
  }

  /** Releases of which a main table is known by its hash, with their other revisions; and those that names speak of. */
  ids(): string[] {
    const hashes = this.downloads.map((each) => each.sha256 as string);
    const byHash = hashes.flatMap((hash) => [...(this.known.get(hash)?.releases ?? [])]);
    const revisions = [...new Set(byHash)].flatMap((id) => availableRevisions(id, this.downloads));
    return [...new Set([...byHash, ...revisions, ...releasesAmong(this.unknown)])].sort();
  }

  /** Files that are named for a release and are not known. */
  unknownOf(id: string): Download[] {
    return familiesWith(["ncci"]).flatMap((family) => downloadsOf(releaseName(id), family, this.unknown));
  }

  /** Files that the registry pins for a release. */
  pinned({ publications }: Release): Download[] {
    const pins = new Set(
      publications.flatMap((each) => pinsOf<{ readonly sha256: string }>(each)).map((pin) => pin.sha256),
    );
    return this.downloads.filter((each) => pins.has(each.sha256 as string));
  }
}

/** Edits of the quarter are read where they are among the files. */
function askedOf(id: string, downloads: readonly Download[]): OnRequest[] {
  return downloadsOf(releaseName(id), "ncci", downloads).length > 0 ? ["ncci"] : [];
}

/** The release as the registry has it; with files that it does not know, as they make it. */
async function releaseOf(
  id: string,
  { downloads }: Brought,
  asked: OnRequest[],
  hasUnknown: boolean,
): Promise<Release> {
  if (isRegistered(id) && !hasUnknown) return registeredRelease(id, preferStandIn(downloads), asked);
  return assembleRelease(id, await discoverEntries(id, downloads, { asked }), asked);
}

/** Reads again what the registry says of a release: after codes were revealed, its notes name them. */
export async function foundRelease(id: string, downloads: readonly Download[]): Promise<FoundRelease> {
  return await found(id, new Brought(downloads));
}

async function found(id: string, brought: Brought): Promise<FoundRelease> {
  const problems = new Problems();
  const asked = askedOf(id, brought.downloads);
  const unknown = brought.unknownOf(id);
  const release = await problems.attempt(() => releaseOf(id, brought, asked, unknown.length > 0));
  const isKnown = release?.publications.every(({ registered }) => registered) ?? false;
  // What a registered release is not built from is of no use to it
  const read = [...(release === undefined ? [] : brought.pinned(release)), ...(isKnown ? [] : unknown)];
  return {
    id,
    title: release?.title ?? id,
    isRegistered: isKnown,
    release,
    asked,
    lacks: release === undefined ? [] : lacking(release, hashesOf(brought.downloads)),
    files: [...new Set(read.map((each) => brought.outer(each)))].sort(),
    hasUnknown: unknown.length > 0,
    problems: problems.list,
  };
}

/** The releases that the files speak of: known ones by their hashes, and others by their names. */
export async function foundReleases(downloads: readonly Download[]): Promise<FoundFiles> {
  const brought = new Brought(downloads);
  const releases: FoundRelease[] = [];
  for (const id of brought.ids()) releases.push(await found(id, brought));
  return { releases, labels: brought.labels };
}
