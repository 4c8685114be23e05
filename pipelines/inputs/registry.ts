import { PublicationEntry } from "../../schemas/source/publication.ts";
import {
  type Family,
  isOnRequest,
  type OnRequest,
  type Publication,
  type Release,
  type RevisionOf,
  type Role,
  SOURCES,
  type SourceName,
  UsualFamily,
} from "../../schemas/source/release.ts";
import type { Window } from "../../schemas/text.ts";
import { didYouMean } from "../problems/nearest.ts";
import { fault } from "../problems/problems.ts";
import { calendarEntry, supersededLabel } from "../sources/calendar.ts";
import { publicationIds, publicationPath } from "../sources/publications.ts";
import { readSource } from "../sources/read-source.ts";
import { SOURCES_OF } from "./companions.ts";
import { registeredReleases } from "./registered-releases.ts";
import {
  hasTwoTracks,
  nearestQuarters,
  parseReleaseName,
  pfsId,
  quarterId,
  quarterWindow,
  type ReleaseName,
  releaseTitle,
} from "./release-id.ts";

/** A publication entry, and whether it comes from the registry or from a look into the downloads. */
export interface KnownEntry {
  readonly entry: PublicationEntry;
  readonly registered: boolean;
}

/** Which publication of each family stands beside a release's own. */
export const ID_OF: Readonly<Record<Family, (name: ReleaseName) => string>> = {
  pfs: pfsId,
  opps: quarterId,
  asc: quarterId,
  "opps-rule": ({ year }) => year,
  ncci: quarterId,
  "ncci-ptp": quarterId,
  "wage-index": ({ year }) => year,
  zip: quarterId,
};
const FAMILIES = Object.keys(ID_OF) as Family[];

/** The families of a release that a build asks for others with. */
export function familiesWith(asked: readonly OnRequest[]): Family[] {
  return FAMILIES.filter((family) => !isOnRequest(family) || asked.includes(family));
}

/** Families with one publication a year, which serves all its quarters. */
const YEARLY: ReadonlySet<Family> = new Set<Family>(["opps-rule", "wage-index"]);

export function isYearly(family: Family): boolean {
  return YEARLY.has(family);
}

/** What a publication of each family is called before its id; a relative value archive is its id. */
const CALLED: Readonly<Record<Family, string>> = {
  pfs: "",
  opps: "Addendum B ",
  asc: "ASC addenda ",
  "opps-rule": "OPPS rule addenda ",
  ncci: "NCCI edits ",
  "ncci-ptp": "NCCI PTP edits ",
  "wage-index": "ASC wage index ",
  zip: "ZIP5 ",
};

/** Name of a publication by its family and its id: "Addendum B 2026Q1". */
export function publicationLabel(family: Family, id: string): string {
  return `${CALLED[family]}${id}`;
}

/** The release's name; throws InputFault when it is none. */
export function releaseName(id: string): ReleaseName {
  const name = parseReleaseName(id);
  if (name !== undefined) return name;
  const expected = "expected a year and CMS's letter such as 2026A or 2024AR, or a revision such as 2022D-opps1";
  throw fault(
    "release.name",
    { file: "--release" },
    `"${id}" is not a name of a release, ${expected}${didYouMean(id, registeredReleases())}`,
    "Correct --release",
  );
}

/** Days of service that a relative value release was posted for: CMS's calendar knows, else its quarter's. */
export function windowOf(name: ReleaseName): Window {
  return calendarEntry(name.base)?.window ?? quarterWindow(name);
}

function isStandIn({ revisions }: PublicationEntry, number: number): boolean {
  return revisions[number - 1]?.insteadOf !== undefined;
}

/** Numbers of the revisions that CMS posted. */
function postedNumbers(entry: PublicationEntry): number[] {
  return entry.revisions.map((_, index) => index + 1).filter((number) => !isStandIn(entry, number));
}

function preferredRevision(entry: PublicationEntry): number {
  return entry.preferred?.revision ?? postedNumbers(entry).at(-1) ?? entry.revisions.length;
}

function revisionName(name: ReleaseName, family: Family, number: number): string {
  return `${name.base}-${family}${number}`;
}

/** The name that builds a revision: the release's plain one where that picks it. */
function buildName(name: ReleaseName, entry: PublicationEntry, number: number): string {
  return number === preferredRevision(entry) ? name.base : revisionName(name, entry.family, number);
}

function whyThis({ preferred }: PublicationEntry, number: number): { why?: string } {
  return preferred?.revision === number ? { why: preferred.reason } : {};
}

/** What a revision replaces and what replaces it: others of the publication, or the release of another letter. */
function linksOf(
  name: ReleaseName,
  entry: PublicationEntry,
  number: number,
): Pick<RevisionOf, "supersedes" | "supersededBy"> {
  const otherRelease = entry.family === "pfs" ? supersededLabel(name.base) : null;
  const numbers = isStandIn(entry, number) ? [] : postedNumbers(entry);
  const before = numbers.filter((each) => each < number).at(-1);
  const after = numbers.find((each) => each > number);
  return {
    supersedes: before === undefined ? otherRelease : buildName(name, entry, before),
    supersededBy: after === undefined ? null : buildName(name, entry, after),
  };
}

/** The quarter that a ZIP code file of another one stands in for. */
function standsIn(name: ReleaseName, { family, id }: PublicationEntry): Pick<Publication, "standsInFor"> {
  const own = ID_OF[family](name);
  return id === own ? {} : { standsInFor: own };
}

/** The publication as one of its revisions; throws InputFault when the name picks one that is not there. */
function revisionOf(name: ReleaseName, { entry, registered }: KnownEntry): Publication {
  const { revisions, preferred: _, id: __, alsoPosted: ___, ...common } = entry;
  const number = name.picks.get(entry.family) ?? preferredRevision(entry);
  const revision = revisions[number - 1];
  if (revision === undefined) {
    const of = revisions.length;
    const message = `${entry.label} has ${of} registered revision${of === 1 ? "" : "s"}, the release's name picks number ${number}`;
    throw fault(
      "release.revision",
      { file: "--release" },
      message,
      `Name a number from 1 to ${of}, as in ${revisionName(name, entry.family, of)}`,
    );
  }
  // Who accepted the licence stays in the registry: it says nothing of the figures.
  const { note, insteadOf: ____, licence: _____, ...rest } = revision;
  return {
    ...common,
    revision: {
      number,
      of: Math.max(number, postedNumbers(entry).length),
      ...linksOf(name, entry, number),
      ...(note === undefined ? {} : { note }),
      ...whyThis(entry, number),
    },
    registered,
    ...standsIn(name, entry),
    ...rest,
  };
}

function missingReason(source: SourceName, family: Family, name: ReleaseName, known: boolean): string {
  if (name.preview !== undefined) return `the folder has no such file of the ${name.preview} rule`;
  const id = family === "zip" ? name.year : ID_OF[family](name);
  if (known) return `no file of this kind is registered for ${id}`;
  return `${family === "pfs" || source === family ? "" : `${source}: `}no ${family} publication of ${id} is registered`;
}

function expectsSource(source: SourceName, name: ReleaseName): boolean {
  return source !== "qpp" || hasTwoTracks(name.year);
}

/**
 * Sources that a release of this name should have and its publications do not bring, each with its reason. A family on
 * request is there, or the release is not put together.
 */
export function missingSources(name: ReleaseName, publications: readonly Publication[]): Release["missing"] {
  const roles = new Set<Role>(publications.flatMap((each) => each.files.map((file) => file.role)));
  return UsualFamily.options.flatMap((family) => {
    const known = publications.some((each) => each.family === family);
    return SOURCES_OF[family]
      .filter((source) => expectsSource(source, name) && !SOURCES[source].some((role) => roles.has(role)))
      .map((source) => ({ source, reason: missingReason(source, family, name, known) }));
  });
}

/** The edits of another quarter are never passed off as the release's. */
function refuseWithout(name: ReleaseName, entries: readonly KnownEntry[], asked: readonly OnRequest[]): void {
  const lacking = asked.find((family) => !entries.some(({ entry }) => entry.family === family));
  if (lacking === undefined) return;
  const label = publicationLabel(lacking, ID_OF[lacking](name));
  const known = publicationIds(lacking).map((id) => publicationLabel(lacking, id));
  throw fault(
    "release.not-of-quarter",
    { file: `--with ${lacking}` },
    `${label} of ${name.base} is not there; ${known.length === 0 ? "no other quarter is registered" : `registered are ${known.join(", ")}`}, and another quarter's edits do not stand in for it`,
    `Put CMS's files of ${ID_OF[lacking](name)} into the folder and build with --allow-unregistered, register them with \`ratebook register --family ${lacking}\`, or build without --with ${lacking}`,
  );
}

/**
 * Puts a release together from its own publication and those of the same quarter and year.
 *
 * @param asked families that must be among the entries
 * @throws InputFault when one of these is not
 */
export function assembleRelease(id: string, entries: readonly KnownEntry[], asked: readonly OnRequest[] = []): Release {
  const name = releaseName(id);
  refuseWithout(name, entries, asked);
  const publications = entries.map((known) => revisionOf(name, known));
  const missing = missingSources(name, publications);
  return { release: id, title: releaseTitle(name), window: windowOf(name), coverage: "whole", publications, missing };
}

/** Registry entry of one publication; throws InputFault when it is not of its shape. */
export function publicationEntry(family: Family, id: string): PublicationEntry {
  return readSource(publicationPath(family, id), PublicationEntry);
}

/**
 * Releases as which the publication of a family is looked for, the best first: itself, and for ZIP codes the other
 * quarters of its year. CMS offers the newest ZIP code file alone, and hardly a ZIP code changes its locality.
 */
export function lookedForAs(name: ReleaseName, family: Family): ReleaseName[] {
  return family === "zip" ? nearestQuarters(name) : [name];
}

/** The registered publication of a family that is a release's own; undefined where there is none. */
export function ownEntry(name: ReleaseName, family: Family): KnownEntry | undefined {
  const id = ID_OF[family](name);
  if (!publicationIds(family).includes(id)) return undefined;
  return { entry: publicationEntry(family, id), registered: true };
}

/**
 * Registered publications of a release, by family; those that are not registered are left out.
 *
 * @param asked families beside the usual ones
 */
export function registeredEntries(name: ReleaseName, asked: readonly OnRequest[] = []): KnownEntry[] {
  return familiesWith(asked).flatMap((family) => {
    const [first] = lookedForAs(name, family).flatMap((each) => ownEntry(each, family) ?? []);
    return first ?? [];
  });
}

/** Revisions that are registered beside the one a plain name builds: "2022D-opps1". */
export function otherRevisions(id: string): string[] {
  const name = releaseName(id);
  if (name.preview !== undefined) return [];
  return registeredEntries(name).flatMap(({ entry }) => {
    return postedNumbers(entry)
      .filter((number) => number !== preferredRevision(entry))
      .map((number) => revisionName(name, entry.family, number));
  });
}

/** Whether the registry knows the release's own publications, revisions included. */
export function isRegistered(id: string): boolean {
  return registeredReleases().includes(releaseName(id).base);
}

/**
 * The registered release of this name; throws InputFault for others.
 *
 * @param choose may choose another revision of a publication than the usual one
 * @param asked families beside the usual ones
 */
export function registeredRelease(
  id: string,
  choose: (entry: PublicationEntry) => PublicationEntry = (entry) => entry,
  asked: readonly OnRequest[] = [],
): Release {
  const chosen = (known: KnownEntry): KnownEntry => ({ ...known, entry: choose(known.entry) });
  if (isRegistered(id)) return assembleRelease(id, registeredEntries(releaseName(id), asked).map(chosen), asked);
  throw fault(
    "release.unknown",
    { file: "sources/publications" },
    `release ${id} is not registered; registered are ${registeredReleases().join(", ")}${didYouMean(id, registeredReleases())}`,
    "Build it unregistered with --allow-unregistered, register it with `ratebook register`, or name one of these",
  );
}
