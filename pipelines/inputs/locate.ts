import type { Problem } from "../../schemas/place.ts";
import {
  type Family,
  type FileEntry,
  isParted,
  type MissingKind,
  type Publication,
  type Release,
  type Role,
  SOURCES,
  type SourceName,
} from "../../schemas/source/release.ts";
import { baseName } from "../problems/file-name.ts";
import { Problems } from "../problems/problems.ts";
import { sha256 } from "../problems/sha256.ts";
import { memberOf, type OpenedArchive, openArchive } from "./archive.ts";
import { onlyCandidate } from "./candidates.ts";
import { bytesByHash, type Download } from "./downloads.ts";
import { type Format, formatOf, formatOrder, inFormatOrder } from "./formats.ts";
import { type KnownByArchive, tablesKnownByArchive } from "./known-by-archive.ts";
import { type LocatedPart, locateParts } from "./locate-parts.ts";
import { withMembers } from "./members.ts";
import { MAIN_ROLES } from "./roles.ts";

/** A registered file that was found, with its bytes. */
export interface Located {
  readonly publication: Publication;
  readonly entry: FileEntry;
  readonly format: Format;
  readonly bytes: Uint8Array;
  /** What was opened: "RVU25A.zip > PPRRVU25_JAN.csv" for a member of an archive, "PPRRVU25_JAN.csv" for a file. */
  readonly shown: string;
  /** The archive that it was read from; null for a file outside of one. */
  readonly archive: string | null;
  readonly sha256: string;
  /** True when the bytes are not those the registry pins. */
  readonly changed: boolean;
  /** The same table in the next format that is there; undefined when this was the last. */
  readonly next?: () => Promise<Located | undefined>;
}

/** A source that is not there, and why. */
export interface Missing {
  readonly source: SourceName;
  readonly kind: MissingKind;
  readonly reason: string;
  /** The registry has the table, so that a release without it is not whole. */
  readonly expected?: true;
}

/** A file that is there and is not read, and why. */
export interface Skipped {
  readonly file: string;
  readonly reason: string;
}

/** What was found of a release. */
export interface Inputs {
  readonly located: readonly Located[];
  /** Files of tables that are read piece by piece. */
  readonly parts: readonly LocatedPart[];
  readonly missing: readonly Missing[];
  readonly skipped: readonly Skipped[];
  /** sha256 of each archive that was opened, by the label of its publication. */
  readonly archives: ReadonlyMap<string, string>;
}

/** How to look. */
export interface LocateOptions {
  /** Read files whose bytes are not the pinned ones. */
  readonly allowChanged: boolean;
  /** Format to read where CMS ships several. */
  readonly format?: Format | undefined;
  /** Sources to leave out. */
  readonly without?: readonly SourceName[] | undefined;
}

/** Where CMS ships a file, as the registry knows it. */
function registeredName({ archive }: Publication, { copy, name, beside }: FileEntry): string {
  return archive === undefined || beside === true ? (copy ?? name) : `${archive.name} > ${name}`;
}

/** Where the files of one publication are looked for. */
interface Search {
  readonly publication: Publication;
  readonly archive: OpenedArchive | undefined;
  readonly downloads: readonly Download[];
  readonly options: LocateOptions;
  readonly problems: Problems;
}

/** By the path of the renamed copy where there is one, since "AA.csv" is every quarter's name; else by CMS's name. */
function byName({ downloads, publication }: Search, { copy, name }: FileEntry): Uint8Array | undefined {
  const fits = ({ path }: Download): boolean =>
    copy === undefined ? baseName(path) === baseName(name) : `/${path}`.endsWith(`/${copy}`);
  return onlyCandidate(downloads.filter(fits), publication, copy ?? name)?.read();
}

/** A file as it was opened. */
type Opened = Pick<Located, "bytes" | "shown" | "archive">;

async function openFile(search: Search, entry: FileEntry): Promise<Opened | undefined> {
  const { archive, problems } = search;
  if (archive !== undefined && entry.beside !== true) {
    const member = await memberOf(archive, entry, problems);
    return member && { bytes: member.bytes, shown: `${archive.name} > ${member.name}`, archive: archive.name };
  }
  const bytes = await problems.attempt(() => bytesByHash(search.downloads, entry) ?? byName(search, entry));
  return bytes && { bytes, shown: entry.copy ?? entry.name, archive: null };
}

export function changedProblem(file: string, pinned: string, seen: string): Problem {
  return {
    code: "input.changed",
    place: { file },
    message: `sha256 is ${seen}, the registry pins ${pinned}`,
    cure: "If CMS re-posted the file, review what changed, then build with --allow-changed or register the new pin",
  };
}

function changedArchive({ name, sha256: seen }: OpenedArchive, publication: Publication): Problem {
  return changedProblem(name, publication.archive?.sha256 ?? "", seen);
}

async function locateFile(search: Search, entry: FileEntry): Promise<Located | undefined> {
  const { publication, options, problems } = search;
  const format = formatOf(entry.name);
  const opened = format === undefined || format === "xls" ? undefined : await openFile(search, entry);
  if (opened === undefined) return undefined;
  const hash = sha256(opened.bytes);
  const changed = hash !== entry.sha256;
  if (changed && !options.allowChanged) problems.add(changedProblem(opened.shown, entry.sha256, hash));
  return { publication, entry, format: format as Format, ...opened, sha256: hash, changed };
}

/** The first file of one table that is there, in the order of formats. */
async function locateTable(search: Search, entries: readonly FileEntry[]): Promise<Located | undefined> {
  for (const [at, entry] of entries.entries()) {
    const problems = search.problems.part();
    const found = await locateFile({ ...search, problems }, entry);
    if (found === undefined && !problems.any) continue;
    return found && { ...found, next: () => unchangedTable(search, entries.slice(at + 1)) };
  }
  return undefined;
}

/** A changed file may not stand in for one that cannot be read: only the problems of the latter are reported. */
async function unchangedTable(search: Search, entries: readonly FileEntry[]): Promise<Located | undefined> {
  const problems = new Problems();
  const found = await locateTable({ ...search, problems }, entries);
  return problems.any ? undefined : found;
}

function skippedFiles({ publication }: Search, entries: readonly FileEntry[], read: Located | undefined): Skipped[] {
  const instead = read === undefined ? "save it as csv or xlsx to have it read" : `${read.entry.name} is read instead`;
  return entries
    .filter((entry) => formatOf(entry.name) === "xls")
    .map((entry) => ({ file: registeredName(publication, entry), reason: `an old binary workbook; ${instead}` }));
}

/** The source that a table belongs to. */
export function sourceOfRole(role: Role): SourceName {
  const names = Object.keys(SOURCES) as SourceName[];
  return names.find((name) => (SOURCES[name] as readonly Role[]).includes(role)) ?? "pfs";
}

/** Amounts for qualifying APM participants follow from the other relative value file, so that its own can be absent. */
const NEEDED_EVERYWHERE: ReadonlySet<Role> = new Set([...MAIN_ROLES].filter((role) => role !== "rvu-qpp"));

/** Families whose tables a quarter's downloads need not have: a rule's addenda are in no quarterly file of CMS's. */
const OPTIONAL: ReadonlySet<Family> = new Set<Family>(["opps-rule"]);

/**
 * Whether a release without a table of its publication is not whole. Not expected: a table of another quarter or of an
 * optional family, and one beside the main ones of which nothing but a hash is known.
 *
 * @param entries the table in each format
 */
export function isExpected(publication: Publication, entries: readonly FileEntry[]): boolean {
  if (publication.standsInFor !== undefined || OPTIONAL.has(publication.family)) return false;
  return entries.some(({ role, bytes }) => NEEDED_EVERYWHERE.has(role) || bytes !== null);
}

function notFound(publication: Publication, entries: readonly FileEntry[]): Missing {
  const [first] = entries as [FileEntry];
  const reason = `no file has the sha256 or the name of ${registeredName(publication, first)}`;
  const source = sourceOfRole(first.role);
  return { source, kind: "not-found", reason, ...(isExpected(publication, entries) && { expected: true }) };
}

function leftOut(source: SourceName): Missing {
  return { source, kind: "left-out", reason: `left out by --without ${source}`, expected: true };
}

interface Found {
  readonly located: Located[];
  readonly parts: LocatedPart[];
  readonly missing: Missing[];
  readonly skipped: Skipped[];
  readonly archives: Map<string, string>;
}

function locatePublicationParts({ publication, downloads, options }: Search, found: Found): void {
  const parts = locateParts(publication, downloads, options.allowChanged);
  found.parts.push(...parts.found);
  if (parts.absent.length > 0) found.missing.push(notFound(publication, parts.absent));
}

async function locatePublication(search: Search, found: Found): Promise<void> {
  const { publication, problems, options } = search;
  locatePublicationParts(search, found);
  const without = new Set(options.without);
  const roles = publication.files.map((file) => file.role).filter((role) => !isParted(role));
  for (const role of new Set(roles)) {
    const entries = publication.files.filter((file) => file.role === role);
    if (without.has(sourceOfRole(role))) {
      found.missing.push(leftOut(sourceOfRole(role)));
      continue;
    }
    const own = problems.part();
    const located = await locateTable(
      { ...search, problems: own },
      inFormatOrder(entries, formatOrder(options.format)),
    );
    if (located !== undefined) found.located.push(located);
    else if (!own.any) found.missing.push(notFound(publication, entries));
    found.skipped.push(...skippedFiles(search, entries, located));
  }
  for (const vouched of await tablesKnownByArchive(search.archive, publication, options.format, problems)) {
    if (!without.has(sourceOfRole(vouched.entry.role))) found.located.push(locatedAs(publication, vouched));
  }
}

function locatedAs(publication: Publication, { entry, bytes }: KnownByArchive): Located {
  const format = formatOf(entry.name) as Format;
  const shown = registeredName(publication, entry);
  const archive = publication.archive?.name ?? null;
  return { publication, entry, format, bytes, shown, archive, sha256: entry.sha256, changed: false };
}

/** Missing sources but for those of which a pinned archive turned out to hold the table. */
function stillMissing({ located, missing }: Found): Missing[] {
  const have = new Set(located.map(({ entry }) => sourceOfRole(entry.role)));
  const isOnce = ({ source, kind }: Missing, at: number): boolean =>
    missing.findIndex((each) => each.source === source && each.kind === kind) === at;
  return missing.filter((each, at) => !(have.has(each.source) && each.kind === "not-registered") && isOnce(each, at));
}

/**
 * Finds a release's files in a folder of downloads: by hash first, then by name; where CMS ships a table in several
 * formats, one of them.
 *
 * A file found by name whose bytes differ from the pin is a problem unless `allowChanged`, and is read either way so
 * that everything else wrong with it is reported in the same run.
 */
export async function locateInputs(
  release: Release,
  downloads: readonly Download[],
  options: LocateOptions,
  problems: Problems,
): Promise<Inputs> {
  const found: Found = {
    located: [],
    parts: [],
    missing: release.missing.map((each) => ({ ...each, kind: "not-registered" as const })),
    skipped: [],
    archives: new Map(),
  };
  for (const publication of release.publications) {
    const own = problems.part();
    const archive = await openArchive(publication, downloads, own);
    const among = await own.attempt(() => withMembers(publication.family, downloads));
    if (own.any || among === undefined) continue;
    if (archive !== undefined) found.archives.set(publication.label, archive.sha256);
    if (archive?.changed === true && !options.allowChanged) problems.add(changedArchive(archive, publication));
    await locatePublication({ publication, archive, downloads: among, options, problems }, found);
  }
  return { ...found, missing: stillMissing(found) };
}
