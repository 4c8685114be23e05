import { discoverEntries, releasesAmong } from "../../pipelines/inputs/discover.ts";
import { type Download, listDownloads } from "../../pipelines/inputs/downloads.ts";
import { FORMATS, type Format } from "../../pipelines/inputs/formats.ts";
import {
  assembleRelease,
  isRegistered,
  registeredRelease,
  registeredReleases,
} from "../../pipelines/inputs/registry.ts";
import { embeddedFolder, embeddedReleases, hasRelease, releaseIn } from "../../pipelines/shared/sources.ts";
import type { Release } from "../../schemas/source/release.ts";
import { UsageError } from "./usage-error.ts";

/** One release to build, and where its files lie. */
export interface Job {
  readonly id: string;
  readonly open: () => Promise<{ release: Release; downloads: readonly Download[] }>;
}

/** The part of the arguments that says which releases are meant. */
export interface JobArguments {
  readonly from?: string;
  readonly release?: readonly string[];
  readonly allReleases?: boolean;
  readonly allowUnpinned?: boolean;
  readonly pick?: readonly string[];
}

/** A folder that brings its own registry entry, as the embedded ones do. */
function ownRelease(from: string): Job {
  const release = releaseIn(from);
  return { id: release.release, open: async () => ({ release, downloads: listDownloads(from) }) };
}

async function openRelease(id: string, downloads: readonly Download[], options: JobArguments): Promise<Release> {
  if (options.allowUnpinned !== true) return registeredRelease(id);
  return assembleRelease(id, await discoverEntries(id, downloads, options.pick ?? []));
}

/** Releases of the registry of which a file lies among the downloads, and with the flag those nobody registered. */
function releasesAtHand(downloads: readonly Download[], options: JobArguments): string[] {
  const named = new Set(releasesAmong(downloads));
  const registered = registeredReleases().filter((id) => named.has(id));
  const others = [...named].filter((id) => options.allowUnpinned === true && !isRegistered(id));
  return [...registered, ...others].sort();
}

function needsRelease(): UsageError {
  const known = registeredReleases().join(", ");
  return new UsageError(
    `--from needs --release, for example --release 2025A, or --all-releases; registered are ${known}`,
  );
}

/** What is to be built, in order. */
export function jobsOf(options: JobArguments): Job[] {
  const { from, release, allReleases } = options;
  if (from === undefined) return (release ?? embeddedReleases()).map((id) => ownRelease(embeddedFolder(id)));
  if (hasRelease(from) && allReleases !== true) {
    const own = ownRelease(from);
    if (release === undefined || release.every((id) => id === own.id)) return [own];
  }
  if (release === undefined && allReleases !== true) throw needsRelease();
  const downloads = listDownloads(from);
  const ids = release ?? releasesAtHand(downloads, options);
  return ids.map((id) => ({
    id,
    open: async () => ({ release: await openRelease(id, downloads, options), downloads }),
  }));
}

/** The argument of `--format`. */
export function parseFormat(text: string | undefined): Format | undefined {
  const format = FORMATS.find((each) => each === text);
  if (text === undefined || format !== undefined) return format;
  throw new UsageError(`--format: "${text}" is no format; formats are ${FORMATS.join(", ")}`);
}
