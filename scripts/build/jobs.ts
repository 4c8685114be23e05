import { availableRevisions, preferStandIn } from "../../pipelines/inputs/available.ts";
import { registeredAmong, releasesAmong } from "../../pipelines/inputs/discover.ts";
import { discoverEntries } from "../../pipelines/inputs/discover-release.ts";
import { type Download, listDownloads } from "../../pipelines/inputs/downloads.ts";
import { nothingOfAny } from "../../pipelines/inputs/nothing-found.ts";
import { ownRelease } from "../../pipelines/inputs/own-entry.ts";
import { registeredReleases } from "../../pipelines/inputs/registered-releases.ts";
import { assembleRelease, isRegistered, registeredRelease, releaseName } from "../../pipelines/inputs/registry.ts";
import { isPreview } from "../../pipelines/sources/calendar.ts";
import { embeddedFolder, embeddedReleases, hasRelease, releaseIn } from "../../pipelines/sources/excerpts.ts";
import type { Release } from "../../schemas/source/release.ts";
import { UsageError } from "../program/usage-error.ts";
import { familiesAsked, type JobArguments } from "./build-arguments.ts";

/** A release to build, and the files to search for its tables. */
interface Opened {
  readonly release: Release;
  readonly downloads: readonly Download[];
}

/** The releases to build. */
export interface Jobs {
  /** Names of the releases, in order, each once. Throws UsageError or InputFault for an unknown name. */
  readonly ids: () => string[];
  /** Finds the files of one release. Throws InputFault when it cannot. */
  readonly open: (id: string) => Promise<Opened>;
}

/** A folder with its own release.json, such as an embedded release. */
function openOwn(folder: string, options: JobArguments): Opened {
  refuseAskedOfOwn(options);
  return { release: ownRelease(folder, options.allowUnregistered === true), downloads: listDownloads(folder) };
}

function embeddedJobs(options: JobArguments): Jobs {
  return {
    ids: () => (options.release ?? embeddedReleases()).map((id) => releaseIn(embeddedFolder(id)).release),
    open: async (id) => openOwn(embeddedFolder(id), options),
  };
}

/** An embedded release has what its release.json lists. */
function refuseAskedOfOwn(options: JobArguments): void {
  const [asked] = familiesAsked(options);
  if (asked === undefined) return;
  throw new UsageError(
    `--with ${asked}: an embedded release has no such tables; name a folder of CMS's files with --from`,
  );
}

/** No preview of a rule is ever registered. */
function mayBeUnregistered(id: string, { allowUnregistered }: JobArguments): boolean {
  return allowUnregistered === true || isPreview(id);
}

async function openRelease(id: string, downloads: readonly Download[], options: JobArguments): Promise<Release> {
  const asked = familiesAsked(options);
  if (!mayBeUnregistered(id, options)) return registeredRelease(id, preferStandIn(downloads), asked);
  const { pick: picks, allowChanged } = options;
  return assembleRelease(id, await discoverEntries(id, downloads, { picks, allowChanged, asked }), asked);
}

/**
 * Registered releases with a file among the downloads, and their other revisions with files there; with
 * --allow-unregistered also unregistered releases.
 */
function releasesAvailable(from: string, downloads: readonly Download[], options: JobArguments): string[] {
  const registered = registeredAmong(downloads);
  const others = options.allowUnregistered === true ? releasesAmong(downloads).filter((id) => !isRegistered(id)) : [];
  const ids = [...registered, ...registered.flatMap((id) => availableRevisions(id, downloads)), ...others].sort();
  if (ids.length > 0) return ids;
  throw nothingOfAny(from, downloads);
}

/** Returns the name of a known release; throws for another one. */
function known(id: string, options: JobArguments): string {
  if (mayBeUnregistered(id, options)) releaseName(id);
  else registeredRelease(id);
  return id;
}

function needsRelease(): UsageError {
  const ids = registeredReleases().join(", ");
  return new UsageError(
    `--from needs --release, such as --release 2025A, or --all-releases; registered releases are ${ids}`,
  );
}

function downloadedJobs(from: string, options: JobArguments): Jobs {
  const { release, allReleases } = options;
  if (release === undefined && allReleases !== true) throw needsRelease();
  const downloads = listDownloads(from);
  return {
    ids: () => release?.map((id) => known(id, options)) ?? releasesAvailable(from, downloads, options),
    open: async (id) => ({ release: await openRelease(id, downloads, options), downloads }),
  };
}

function jobsIn(options: JobArguments): Jobs {
  const { from, release, allReleases } = options;
  if (release !== undefined && allReleases === true) throw new UsageError("give --release or --all-releases, not both");
  if (from === undefined) return embeddedJobs(options);
  if (hasRelease(from) && allReleases !== true) {
    const own = releaseIn(from).release;
    if (release === undefined || release.every((id) => id === own)) {
      return { ids: () => [own], open: async () => openOwn(from, options) };
    }
  }
  return downloadedJobs(from, options);
}

/**
 * The releases that the arguments select.
 *
 * @throws UsageError or InputFault when the arguments are wrong
 */
export function jobsOf(options: JobArguments): Jobs {
  const { ids, open } = jobsIn(options);
  return { ids: () => [...new Set(ids())], open };
}
