import { type BuiltRelease, buildRelease } from "../../pipelines/build-release.ts";
import { areSideTables, isBesideReleases } from "../../pipelines/inputs/beside-releases.ts";
import type { Download } from "../../pipelines/inputs/downloads.ts";
import { entriesWith, type Registration } from "../../pipelines/inputs/register.ts";
import { assembleRelease, registeredEntries } from "../../pipelines/inputs/registry.ts";
import type { ReleaseName } from "../../pipelines/inputs/release-id.ts";
import { withRegistration, withRelease } from "../../pipelines/inputs/source-edits.ts";
import { sourceFiles } from "../../pipelines/schedules/book.ts";
import { acceptedIn } from "../../pipelines/schedules/checks/run-checks.ts";
import { profileOf } from "../../pipelines/schedules/continuity/profile.ts";
import { profilePath } from "../../pipelines/sources/profiles.ts";
import { publicationPath } from "../../pipelines/sources/publications.ts";
import { Calendar } from "../../schemas/source/calendar.ts";
import { type Exception, Exceptions } from "../../schemas/source/parameters.ts";
import { Profile } from "../../schemas/source/profile.ts";
import { PublicationEntry } from "../../schemas/source/publication.ts";
import { currentSource, writeSource } from "../out/source-files.ts";
import { acceptedFindings } from "./accepted-findings.ts";
import { sourcesLeftOut } from "./build-arguments.ts";

/** How a release is proved before it is registered. */
export interface ProofArguments {
  /** Folder of the downloads, for messages. */
  readonly from: string;
  readonly accept?: readonly string[] | undefined;
  readonly without?: readonly string[] | undefined;
}

/** What was written into the registry. */
interface Written {
  readonly files: readonly string[];
  readonly exceptions: readonly Exception[];
}

/**
 * Builds a release with what is new of it, without writing anything. What is new counts as not registered yet, so that
 * every check of unregistered files runs.
 *
 * @throws InputFault when there is no file of the release
 */
export async function proveRegistration(
  name: ReleaseName,
  fresh: readonly Registration[],
  downloads: readonly Download[],
  { from, accept, without }: ProofArguments,
): Promise<BuiltRelease> {
  const known = isBesideReleases(name, fresh, downloads) ? [] : registeredEntries(name);
  const release = assembleRelease(name.base, entriesWith(known, fresh));
  return await buildRelease(release, downloads, {
    chooseCodes: () => [],
    required: [],
    allowChanged: false,
    without: sourcesLeftOut(without)(name.base),
    accepted: acceptedFindings(accept),
    folder: from,
    sideTablesAlone: areSideTables(fresh),
  });
}

/** Adds a relative value release to the calendar, which says which release is in force on a day. */
function writeCalendar(name: ReleaseName, fresh: readonly Registration[]): string[] {
  const before = currentSource("calendar.json", Calendar);
  const releases = withRelease(before?.releases ?? [], name, fresh);
  return releases === undefined ? [] : [writeSource("calendar.json", { ...before, releases })];
}

/** Writes the entries of publications alone; returns the written files. */
export function writePublications(fresh: readonly Registration[]): string[] {
  return fresh.map((registration) => {
    const name = publicationPath(registration.entry.family, registration.entry.id);
    return writeSource(name, withRegistration(currentSource(name, PublicationEntry), registration));
  });
}

/** Writes the profiles of the new files, and keeps those of the publication's other tables. */
function writeProfiles(fresh: readonly Registration[], { book }: BuiltRelease): string[] {
  return fresh.flatMap(({ entry }) => {
    const publication = book.release.publications.find(({ label }) => label === entry.label);
    const profile = publication && profileOf(entry.id, publication, sourceFiles(book));
    if (profile === undefined) return [];
    const name = profilePath(entry.family, entry.id);
    const before = currentSource(name, Profile)?.tables ?? [];
    const kept = before.filter(({ role }) => !profile.tables.some((table) => table.role === role));
    return [writeSource(name, { ...profile, tables: [...kept, ...profile.tables] })];
  });
}

function writeExceptions(accepted: readonly Exception[]): string[] {
  if (accepted.length === 0) return [];
  const before = currentSource("exceptions.json", Exceptions);
  return [writeSource("exceptions.json", { ...before, exceptions: [...(before?.exceptions ?? []), ...accepted] })];
}

/**
 * Writes what is new of a proved release into `sources/`, or into the registry in use.
 *
 * @param source who gives the reasons of accepted findings
 * @returns the written files
 */
export function writeRegistration(
  name: ReleaseName,
  fresh: readonly Registration[],
  built: BuiltRelease,
  source: string | undefined,
): Written {
  const exceptions = acceptedIn(built.report).map((each) => ({ ...each, source: source ?? each.source }));
  const files = [
    ...writePublications(fresh),
    ...writeProfiles(fresh, built),
    ...writeCalendar(name, fresh),
    ...writeExceptions(exceptions),
  ];
  return { files, exceptions };
}
