import type { Problem } from "../../schemas/place.ts";
import type { FileEntry, Publication, Release, Role, SourceName } from "../../schemas/source/release.ts";
import { SOURCES } from "../../schemas/source/release.ts";
import { baseName } from "../problems/file-name.ts";
import type { Problems } from "../problems/problems.ts";
import { sha256 } from "../problems/sha256.ts";
import { memberBytes, type OpenedArchive, openArchive } from "./archive.ts";
import { bytesByHash, type Download } from "./downloads.ts";
import { type Format, formatOf, formatOrder, inFormatOrder } from "./formats.ts";
import { NO_FILE_REGISTERED } from "./registry.ts";
import { type Vouched, vouchedTables } from "./vouched.ts";

/** A registered file that was found, with its bytes. */
export interface Located {
  readonly publication: Publication;
  readonly entry: FileEntry;
  readonly format: Format;
  readonly bytes: Uint8Array;
  /** Publisher's name: "RVU25A.zip > PPRRVU25_JAN.csv". The same whether read from the zip or loose. */
  readonly shown: string;
  readonly sha256: string;
  /** True when the bytes are not those the registry pins. */
  readonly changed: boolean;
}

/** A source that could not be built, and why. */
export interface Missing {
  readonly source: SourceName;
  readonly reason: string;
}

/** A file that lies there and is not read, and why. */
interface Skipped {
  readonly file: string;
  readonly reason: string;
}

/** What was found of a release. */
export interface Inputs {
  readonly located: readonly Located[];
  readonly missing: readonly Missing[];
  readonly skipped: readonly Skipped[];
  /** sha256 of each archive that was opened, by the label of its publication. */
  readonly archives: ReadonlyMap<string, string>;
}

/** How to look. */
export interface LocateOptions {
  /** Read files whose bytes are not the pinned ones. */
  readonly allowUnpinned: boolean;
  /** Format to read where CMS ships several. */
  readonly format?: Format | undefined;
}

function shownName(publication: Publication, entry: FileEntry): string {
  const { archive } = publication;
  return archive === undefined ? (entry.copy ?? entry.name) : `${archive.name} > ${entry.name}`;
}

/** By the path of the renamed copy where there is one, since "AA.csv" is every quarter's name; else by CMS's name. */
function byName(downloads: readonly Download[], { copy, name }: FileEntry): Uint8Array | undefined {
  const fits = (path: string): boolean =>
    copy === undefined ? baseName(path) === baseName(name) : `/${path}`.endsWith(`/${copy}`);
  return downloads.find((each) => fits(each.path))?.read();
}

/** Where the files of one publication are looked for. */
interface Search {
  readonly publication: Publication;
  readonly archive: OpenedArchive | undefined;
  readonly downloads: readonly Download[];
  readonly options: LocateOptions;
  readonly problems: Problems;
}

async function findBytes({ archive, downloads, problems }: Search, entry: FileEntry): Promise<Uint8Array | undefined> {
  if (archive !== undefined) return await memberBytes(archive, entry, problems);
  return bytesByHash(downloads, entry) ?? byName(downloads, entry);
}

function changedProblem(file: string, pinned: string, seen: string): Problem {
  return {
    code: "input.changed",
    place: { file },
    message: `sha256 is ${seen}, the registry pins ${pinned}`,
    cure: "If CMS re-posted the file, review what changed, then build with --allow-unpinned or register the new pin",
  };
}

function changedArchive({ name, sha256: seen }: OpenedArchive, publication: Publication): Problem {
  return changedProblem(name, publication.archive?.sha256 ?? "", seen);
}

async function locateFile(search: Search, entry: FileEntry): Promise<Located | undefined> {
  const { publication, options, problems } = search;
  const format = formatOf(entry.name);
  const bytes = format === undefined || format === "xls" ? undefined : await findBytes(search, entry);
  if (bytes === undefined) return undefined;
  const shown = shownName(publication, entry);
  const hash = sha256(bytes);
  const changed = hash !== entry.sha256;
  if (changed && !options.allowUnpinned) problems.add(changedProblem(shown, entry.sha256, hash));
  return { publication, entry, format: format as Format, bytes, shown, sha256: hash, changed };
}

/** The first file of one table that is there, in the order of formats. */
async function locateTable(search: Search, entries: readonly FileEntry[]): Promise<Located | undefined> {
  for (const entry of inFormatOrder(entries, formatOrder(search.options.format))) {
    const problems = search.problems.part();
    const found = await locateFile({ ...search, problems }, entry);
    if (found !== undefined || problems.any) return found;
  }
  return undefined;
}

function skippedFiles({ publication }: Search, entries: readonly FileEntry[], read: Located | undefined): Skipped[] {
  const instead = read === undefined ? "save it as csv or xlsx to have it read" : `${read.entry.name} is read instead`;
  return entries
    .filter((entry) => formatOf(entry.name) === "xls")
    .map((entry) => ({ file: shownName(publication, entry), reason: `an old binary workbook; ${instead}` }));
}

function sourceOf(role: Role): SourceName {
  const names = Object.keys(SOURCES) as SourceName[];
  return names.find((name) => (SOURCES[name] as readonly Role[]).includes(role)) ?? "pfs";
}

function notFound(publication: Publication, entries: readonly FileEntry[]): Missing {
  const [first] = entries as [FileEntry];
  const reason = `${shownName(publication, first)} was not found among the downloads, neither by sha256 nor by name`;
  return { source: sourceOf(first.role), reason };
}

interface Found {
  readonly located: Located[];
  readonly missing: Missing[];
  readonly skipped: Skipped[];
  readonly archives: Map<string, string>;
}

async function locatePublication(search: Search, found: Found): Promise<void> {
  const { publication, problems } = search;
  for (const role of new Set(publication.files.map((file) => file.role))) {
    const entries = publication.files.filter((file) => file.role === role);
    const own = problems.part();
    const located = await locateTable({ ...search, problems: own }, entries);
    if (located !== undefined) found.located.push(located);
    else if (!own.any) found.missing.push(notFound(publication, entries));
    found.skipped.push(...skippedFiles(search, entries, located));
  }
  for (const vouched of await vouchedTables(search.archive, publication, search.options.format, problems)) {
    found.located.push(locatedAs(publication, vouched));
  }
}

function locatedAs(publication: Publication, { entry, bytes }: Vouched): Located {
  const format = formatOf(entry.name) as Format;
  return {
    publication,
    entry,
    format,
    bytes,
    shown: shownName(publication, entry),
    sha256: entry.sha256,
    changed: false,
  };
}

/** Missing sources but for those of which a pinned archive turned out to hold the table. */
function stillMissing({ located, missing }: Found): Missing[] {
  const have = new Set(located.map(({ entry }) => sourceOf(entry.role)));
  const notListed = (reason: string): boolean => reason.startsWith(NO_FILE_REGISTERED);
  return missing.filter(({ source, reason }) => !(have.has(source) && notListed(reason)));
}

/**
 * Finds a release's files in a folder of downloads: by hash first, then by name; where CMS ships a table in several
 * formats, one of them.
 *
 * A file found by name whose bytes differ from the pin is a problem unless `allowUnpinned`, and is read either way so
 * that everything else wrong with it is reported in the same run.
 */
export async function locateInputs(
  release: Release,
  downloads: readonly Download[],
  options: LocateOptions,
  problems: Problems,
): Promise<Inputs> {
  const found: Found = { located: [], missing: [...release.missing], skipped: [], archives: new Map() };
  for (const publication of release.publications) {
    const own = problems.part();
    const archive = await openArchive(publication, downloads, own);
    if (own.any) continue;
    if (archive !== undefined) found.archives.set(publication.label, archive.sha256);
    if (archive?.changed === true && !options.allowUnpinned) problems.add(changedArchive(archive, publication));
    await locatePublication({ publication, archive, downloads, options, problems }, found);
  }
  return { ...found, missing: stillMissing(found) };
}
