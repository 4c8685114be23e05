import { preferStandIn, revisionsAtHand } from "../../pipelines/inputs/at-hand.ts";
import { discoverEntries, releasesAmong } from "../../pipelines/inputs/discover.ts";
import { type Download, listDownloads } from "../../pipelines/inputs/downloads.ts";
import { nothingOfAny } from "../../pipelines/inputs/nothing-found.ts";
import { ownRelease } from "../../pipelines/inputs/own-entry.ts";
import { registeredReleases } from "../../pipelines/inputs/registered-releases.ts";
import { assembleRelease, isRegistered, registeredRelease, releaseName } from "../../pipelines/inputs/registry.ts";
import { embeddedFolder, embeddedReleases, hasRelease, releaseIn } from "../../pipelines/sources/sources.ts";
import type { Release } from "../../schemas/source/release.ts";
import { UsageError } from "../program/usage-error.ts";
import type { JobArguments } from "./build-arguments.ts";

/** A release to build, and the files to look for it in. */
interface Opened {
  readonly release: Release;
  readonly downloads: readonly Download[];
}

/** What is to be built. */
export interface Jobs {
  /** Names of the releases, in order, each once. Throws UsageError or InputFault for names that nobody knows. */
  readonly ids: () => string[];
  /** Puts one of them together. Throws InputFault when that cannot be done. */
  readonly open: (id: string) => Promise<Opened>;
}

/** A folder that brings its own entry, as the embedded ones do. */
function openOwn(folder: string, { allowUnpinned }: JobArguments): Opened {
  return { release: ownRelease(folder, allowUnpinned === true), downloads: listDownloads(folder) };
}

function embeddedJobs(options: JobArguments): Jobs {
  return {
    ids: () => (options.release ?? embeddedReleases()).map((id) => releaseIn(embeddedFolder(id)).release),
    open: async (id) => openOwn(embeddedFolder(id), options),
  };
}

async function openRelease(id: string, downloads: readonly Download[], options: JobArguments): Promise<Release> {
  if (options.allowUnpinned !== true) return registeredRelease(id, preferStandIn(downloads));
  return assembleRelease(id, await discoverEntries(id, downloads, options.pick ?? []));
}

/**
 * Releases of the registry of which a file lies among the downloads, with those of their other revisions that lie there
 * too; and with the flag those nobody registered.
 */
function releasesAtHand(from: string, downloads: readonly Download[], options: JobArguments): string[] {
  const named = new Set(releasesAmong(downloads));
  const registered = registeredReleases().filter((id) => named.has(id));
  const others = [...named].filter((id) => options.allowUnpinned === true && !isRegistered(id));
  const ids = [...registered, ...registered.flatMap((id) => revisionsAtHand(id, downloads)), ...others].sort();
  if (ids.length > 0) return ids;
  throw nothingOfAny(from, downloads);
}

/** The name itself, when a release can be put together by it. */
function known(id: string, options: JobArguments): string {
  if (options.allowUnpinned === true) releaseName(id);
  else registeredRelease(id);
  return id;
}

function needsRelease(): UsageError {
  const ids = registeredReleases().join(", ");
  return new UsageError(
    `--from needs --release, for example --release 2025A, or --all-releases; registered are ${ids}`,
  );
}

function downloadedJobs(from: string, options: JobArguments): Jobs {
  const { release, allReleases } = options;
  if (release === undefined && allReleases !== true) throw needsRelease();
  const downloads = listDownloads(from);
  return {
    ids: () => release?.map((id) => known(id, options)) ?? releasesAtHand(from, downloads, options),
    open: async (id) => ({ release: await openRelease(id, downloads, options), downloads }),
  };
}

function jobsIn(options: JobArguments): Jobs {
  const { from, release, allReleases } = options;
  if (release !== undefined && allReleases === true)
    throw new UsageError("--release and --all-releases exclude each other");
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
 * What the arguments ask to build.
 *
 * @throws UsageError or InputFault when that cannot be said
 */
export function jobsOf(options: JobArguments): Jobs {
  const { ids, open } = jobsIn(options);
  return { ids: () => [...new Set(ids())], open };
}
