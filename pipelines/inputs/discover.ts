import type { PublicationEntry } from "../../schemas/source/publication.ts";
import { type Family, type FileEntry, isOnRequest, type Role } from "../../schemas/source/release.ts";
import { baseName } from "../problems/file-name.ts";
import { fault } from "../problems/problems.ts";
import { RunningSha256, sha256 } from "../problems/sha256.ts";
import { calendarEntry } from "../sources/calendar.ts";
import { openZip } from "../tables/zip.ts";
import { type Download, downloadPieces, isArchive } from "./downloads.ts";
import { formatOf, kindOf } from "./formats.ts";
import { LANDING_PAGES } from "./landing-pages.ts";
import { withMembers } from "./members.ts";
import { isNamedFor, nameOf } from "./name-of-download.ts";
import { registeredReleases } from "./registered-releases.ts";
import { ID_OF, isYearly, publicationLabel, windowOf } from "./registry.ts";
import { quarterWindow, type ReleaseName } from "./release-id.ts";
import { namesNoPeriod, rolesFor } from "./roles.ts";

/** A file of one publication, in an archive or loose. */
interface Candidate {
  readonly role: Role;
  readonly name: string;
  /** End of the path, for loose files whose own name says too little. */
  readonly copy?: string;
  readonly beside?: true;
  /** Path, so that two files with one name in folders of one name are still two. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

type Pin = Pick<Candidate, "bytes" | "sha256">;

/** Size and hash of a file, which may be larger than what is held at a time. */
export async function pinOf(download: Download): Promise<Pin> {
  const hash = new RunningSha256();
  let bytes = 0;
  for await (const piece of downloadPieces(download)) {
    hash.add(piece);
    bytes += piece.length;
  }
  return { bytes, sha256: hash.digest() };
}

/** One workbook of ASC addenda holds them all; what is no addendum of its own is tried as each. */
function rolesOrAll(name: string, family: Family): Role[] {
  const named = rolesFor(name, family);
  const wholeWorkbook = named.length === 0 && family === "asc" && formatOf(name) === "xlsx";
  return wholeWorkbook ? ["asc-aa", "asc-bb"] : named;
}

async function archiveCandidates(download: Download, family: Family): Promise<Candidate[]> {
  const members = await openZip(download.read(), download.path);
  const found = members.map(async (member) => {
    const roles = rolesFor(member.name, family);
    const bytes = roles.length === 0 ? undefined : await member.read();
    if (bytes === undefined) return [];
    const pin = { bytes: bytes.length, sha256: sha256(bytes) };
    return roles.map((role) => ({ role, name: member.name, path: `${download.path} > ${member.name}`, ...pin }));
  });
  return (await Promise.all(found)).flat();
}

async function looseCandidates(download: Download, family: Family): Promise<Candidate[]> {
  const name = baseName(download.path);
  const roles = rolesOrAll(name, family);
  if (roles.length === 0) return [];
  const pin = await pinOf(download);
  const copy = download.path.includes("/") ? { copy: download.path.split("/").slice(-2).join("/") } : {};
  return roles.map((role) => ({ role, name, ...copy, path: download.path, ...pin }));
}

function fileEntry({ role, name, copy, beside, bytes, sha256: hash }: Candidate): FileEntry {
  const where = { ...(copy !== undefined && { copy }), ...(beside && { beside }) };
  return { role, name, ...where, bytes, sha256: hash };
}

/** Two files that could both be the one wanted: never settled by order. */
function ambiguous(label: string, paths: readonly string[]): Error {
  return fault(
    "discover.ambiguous",
    { file: label },
    `several downloads could be it: ${paths.join(", ")}`,
    "Name one of them with --pick, a part of its path that the others lack, or register them as revisions",
  );
}

/** The tables that a loose file can be, each with its format. */
function kindsOf({ path }: Download, family: Family): string[] {
  const name = baseName(path);
  return rolesOrAll(name, family).map((role) => kindOf({ role, name }));
}

/**
 * The downloads that could be one publication, without those that `--pick` decides against: an archive stands for all
 * tables, a loose file for its own, so that files with other tables stay.
 */
function narrow(hits: readonly Download[], family: Family, picks: readonly string[]): readonly Download[] {
  const isPicked = ({ path }: Download): boolean => picks.some((pick) => path.includes(pick));
  const picked = hits.filter(isPicked);
  if (picked.length === 0) return hits;
  if (picked.some(isArchive)) return picked;
  const decided = new Set(picked.flatMap((hit) => kindsOf(hit, family)));
  const isOther = (hit: Download): boolean =>
    !isArchive(hit) && kindsOf(hit, family).every((kind) => !decided.has(kind));
  return hits.filter((hit) => isPicked(hit) || isOther(hit));
}

/** The tables of one publication: those of its only archive, or loose ones. */
async function candidatesAmong(
  hits: readonly Download[],
  family: Family,
  label: string,
): Promise<{ archive: Download | undefined; candidates: Candidate[] }> {
  const archives = archivesOnce(await withoutWrappers(hits.filter(isArchive), family));
  const paths = archives.map((hit) => hit.path);
  if (archives.length > 1) throw ambiguous(label, paths);
  const [archive] = archives;
  const loose: Candidate[] = [];
  // One after the other: several parts at a time would be more than is held.
  for (const hit of hits) if (!isArchive(hit)) loose.push(...(await looseCandidates(hit, family)));
  const inArchive = archive === undefined ? [] : await archiveCandidates(archive, family);
  if (archive !== undefined) refuseOthersBeside(inArchive, loose, label);
  const candidates = eachOnce(archive === undefined ? loose : [...inArchive, ...ofOtherTables(inArchive, loose)]);
  refuseDoubles(candidates, label);
  return { archive, candidates };
}

/** Archives without those that only hold another one of them: RVU27A.zip that holds RVU27A.zip. */
async function withoutWrappers(archives: readonly Download[], family: Family): Promise<Download[]> {
  const outer = new Set(archives.map(({ inside }) => inside));
  const kept: Download[] = [];
  for (const each of archives) {
    if (!outer.has(each.path) || (await archiveCandidates(each, family)).length > 0) kept.push(each);
  }
  return kept;
}

/** Archives each once: one beside a larger archive that it came in is the same. */
function archivesOnce(archives: readonly Download[]): readonly Download[] {
  if (archives.length < 2) return archives;
  const what = (each: Download): string => `${baseName(each.path)} ${sha256(each.read())}`;
  return [...new Map(archives.toReversed().map((each) => [what(each), each])).values()].reverse();
}

/** Files each once: of those with one name and the same bytes the first, since it does not matter which. */
function eachOnce(candidates: readonly Candidate[]): Candidate[] {
  const byWhat = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const what = `${candidate.role} ${candidate.name} ${candidate.sha256}`;
    if (!byWhat.has(what)) byWhat.set(what, candidate);
  }
  return [...byWhat.values()];
}

/** One file for each role and format; several are a doubt that only the user can settle. */
function refuseDoubles(candidates: readonly Candidate[], label: string): void {
  const byKind = new Map<string, string[]>();
  for (const candidate of candidates) {
    const kind = kindOf(candidate);
    byKind.set(kind, [...(byKind.get(kind) ?? []), candidate.path]);
  }
  const doubled = [...byKind.values()].find((paths) => paths.length > 1);
  if (doubled !== undefined) throw ambiguous(label, doubled);
}

/** A file beside the archive that differs from the archive's own: another posting, or an edited copy. */
function refuseOthersBeside(inArchive: readonly Candidate[], loose: readonly Candidate[], label: string): void {
  for (const one of loose) {
    const other = inArchive.find((each) => kindOf(each) === kindOf(one));
    if (other !== undefined && other.sha256 !== one.sha256) throw ambiguous(label, [other.path, one.path]);
  }
}

/** Files beside the archive with tables that it does not have, such as anesthesia base units. */
function ofOtherTables(inArchive: readonly Candidate[], loose: readonly Candidate[]): Candidate[] {
  const roles = new Set(inArchive.map(({ role }) => role));
  return loose.filter(({ role }) => !roles.has(role)).map((each) => ({ ...each, beside: true }));
}

/** A publication that a release wants, before anything is known of its files. */
type Wanted = Pick<PublicationEntry, "family" | "id" | "label" | "window"> & {
  /** CMS's names of the addenda of a rule follow no pattern: every table of the family can be it. */
  readonly isOfRule: boolean;
};

async function hasTables(download: Download, family: Family): Promise<boolean> {
  if (isArchive(download)) return (await archiveCandidates(download, family)).length > 0;
  return rolesFor(baseName(download.path), family).length > 0;
}

/** The downloads that can be a publication, by their names. */
async function namedLike(wanted: Wanted, downloads: readonly Download[]): Promise<readonly Download[]> {
  if (!wanted.isOfRule) return downloads.filter(({ path }) => isNamedFor(path, wanted));
  const found: Download[] = [];
  for (const each of downloads) if (await hasTables(each, wanted.family)) found.push(each);
  return found;
}

/** Tables that cannot prove their period by a banner or a heading, for whoever reads where the figures are from. */
function withoutPeriod(candidates: readonly Candidate[]): string {
  const names = [...new Set(candidates.filter(({ role, name }) => namesNoPeriod(role, name)).map(({ name }) => name))];
  return names.length === 0 ? "" : `. CMS prints no period in ${names.join(", ")}: only the checks tell it`;
}

async function discoverPublication(
  wanted: Wanted,
  downloads: readonly Download[],
  picks: readonly string[],
): Promise<PublicationEntry | undefined> {
  const { family, id, label, window } = wanted;
  const hits = narrow(await namedLike(wanted, await withMembers(family, downloads)), family, picks);
  const { archive, candidates } = await candidatesAmong(hits, family, label);
  if (candidates.length === 0) return undefined;
  const bytes = archive?.read();
  const name = archive?.path.slice(archive.path.lastIndexOf("/") + 1) ?? "";
  const inArchive = bytes === undefined ? {} : { archive: { name, sha256: sha256(bytes), bytes: bytes.length } };
  return {
    id,
    family,
    label,
    window,
    page: LANDING_PAGES[family],
    notices: family === "wage-index" || family === "zip" ? [] : ["ama-cpt", "ada-cdt"],
    revisions: [
      {
        posted: null,
        postedSource: "not recorded: the files are not registered",
        origin: "unverified",
        originNote: `Taken for what its name, headings and banner say; its hash is not registered${isOnRequest(family) ? "" : withoutPeriod(candidates)}`,
        url: null,
        ...inArchive,
        files: candidates.map(fileEntry),
      },
    ],
  };
}

/** The addenda of a rule are no publication of a quarter: their labels and ids are their own. */
function wantedOfRule(name: ReleaseName, family: Family, rule: string): Wanted {
  const label = `${name.year} ${rule} rule, ${family.toUpperCase()}`;
  return { family, id: `${name.year}-${rule}`, label, window: quarterWindow(name), isOfRule: true };
}

function wantedOf(name: ReleaseName, family: Family): Wanted {
  if (name.preview !== undefined) return wantedOfRule(name, family, name.preview);
  const id = ID_OF[family](name);
  const year = { from: `${name.year}-01-01`, to: `${name.year}-12-31` };
  const own = family === "pfs" ? calendarEntry(name.base)?.label : undefined;
  const ofQuarter = family === "pfs" ? windowOf(name) : quarterWindow(name);
  const window = isYearly(family) ? year : ofQuarter;
  return { family, id, label: own ?? publicationLabel(family, id), window, isOfRule: false };
}

/**
 * One publication among the downloads, whether or not it is registered.
 *
 * @param name release that it belongs to
 * @param picks parts of paths that settle which of several files is meant
 * @returns undefined when nothing is named like it
 * @throws InputFault when several files could be it
 */
export async function discoverFamily(
  name: ReleaseName,
  family: Family,
  downloads: readonly Download[],
  picks: readonly string[],
): Promise<PublicationEntry | undefined> {
  return await discoverPublication(wantedOf(name, family), downloads, picks);
}

/** The downloads that are named like one publication of a release, tables and archives alone. */
export function downloadsOf(name: ReleaseName, family: Family, downloads: readonly Download[]): Download[] {
  const wanted = wantedOf(name, family);
  return downloads.filter(
    (download) => (isArchive(download) || formatOf(download.path) !== undefined) && isNamedFor(download.path, wanted),
  );
}

/** Registered releases that the downloads' names speak of, in the order of the registry. */
export function registeredAmong(downloads: readonly Download[]): string[] {
  const named = new Set(releasesAmong(downloads));
  return registeredReleases().filter((id) => named.has(id));
}

/** Releases that the downloads' names speak of, registered or not, sorted. What is read on request alone makes none. */
export function releasesAmong(downloads: readonly Download[]): string[] {
  const usual = downloads.flatMap(({ path }) => nameOf(path).filter(({ family }) => !isOnRequest(family)));
  const releases = usual.map((named) => named.release);
  return [...new Set(releases)].filter((release) => release !== undefined).sort();
}
