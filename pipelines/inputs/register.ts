import type { PublicationEntry, Revision } from "../../schemas/source/publication.ts";
import { Family, type FileEntry, isOnRequest, type Origin, Role } from "../../schemas/source/release.ts";
import type { AcceptedLicence } from "../../schemas/source/store.ts";
import { Day } from "../../schemas/text.ts";
import { fault } from "../problems/problems.ts";
import { sha256 } from "../problems/sha256.ts";
import { calendarEntry } from "../sources/calendar.ts";
import { discoverFamily, downloadsOf, pinOf } from "./discover.ts";
import { type Download, isArchive } from "./downloads.ts";
import { FORMATS, formatOf, kindOf } from "./formats.ts";
import { withMembers } from "./members.ts";
import { isNamedFor } from "./name-of-download.ts";
import { pinsOf } from "./pins.ts";
import { type KnownEntry, ownEntry } from "./registry.ts";
import type { ReleaseName } from "./release-id.ts";

/** What is said of a revision beside its files. */
export interface AboutRevision {
  readonly posted?: string | undefined;
  readonly url?: string | undefined;
  /** Where the bytes with a hash were downloaded, for whoever does not name one URL. */
  readonly addressOf?: ((sha256: string) => string | undefined) | undefined;
  /** Who accepted the licence that stood before the bytes with a hash. */
  readonly licenceOf?: ((sha256: string) => AcceptedLicence | undefined) | undefined;
  readonly origin?: Origin | undefined;
  readonly originNote?: string | undefined;
  /** What changed against the revision before. */
  readonly note?: string | undefined;
}

/** One publication that is to be written into the registry. */
export interface Registration {
  /** A publication that is not registered, another revision of one, or more files of a revision that is registered. */
  readonly kind: "new" | "revision" | "completed";
  readonly entry: PublicationEntry;
  /** Number of the revision that is new or has new files, from 1. */
  readonly revision: number;
}

/** How CMS writes days into addresses and names: rvu26a-updated-12-29-2025.zip, B.12.31.24.csv, B.11142022.xlsx. */
const DAYS = [
  /(?:updated|posted)-(?<month>\d{2})[-/](?<day>\d{2})[-/](?<year>\d{4})/,
  /\.(?<month>\d{2})\.(?<day>\d{2})\.(?<short>\d{2})\.[a-z]+$/,
  /\.(?<month>\d{2})(?<day>\d{2})(?<year>20\d{2})\.[a-z]+$/,
] as const;

function dayIn(text = ""): string | undefined {
  const groups = DAYS.map((pattern) => pattern.exec(text)?.groups).find((found) => found !== undefined);
  if (groups === undefined) return undefined;
  const { year = `20${groups["short"]}`, month, day } = groups;
  return Day.safeParse(`${year}-${month}-${day}`).data;
}

/** What was downloaded, as a revision and by known hashes: several where CMS posts an archive for each table. */
interface Came {
  readonly found: Revision;
  readonly hashes: readonly string[];
}

function cameAs({ family, revisions }: PublicationEntry, downloads: readonly Download[]): Came {
  const found = revisions[0] as Revision;
  const { archive, files } = found;
  if (!isOnRequest(family)) return { found, hashes: [archive?.sha256 ?? files[0]?.sha256 ?? ""] };
  return { found, hashes: downloads.flatMap((each) => each.sha256 ?? []) };
}

/** The address of all that was downloaded; undefined where it came from several. */
function urlOf({ url, addressOf }: AboutRevision, { hashes }: Came): string | undefined {
  const addresses = new Set(hashes.map((hash) => addressOf?.(hash)));
  return url ?? (addresses.size === 1 ? [...addresses][0] : undefined);
}

function postedOn({ posted, ...about }: AboutRevision, came: Came): Pick<Revision, "posted" | "postedSource"> {
  if (posted !== undefined) return { posted, postedSource: "stated by whoever registered it" };
  const { found } = came;
  const ofAddress = dayIn(urlOf(about, came));
  if (ofAddress !== undefined) return { posted: ofAddress, postedSource: "the date in the address" };
  const ofName = dayIn(found.archive?.name ?? found.files[0]?.name);
  if (ofName !== undefined) return { posted: ofName, postedSource: "the date in CMS's file name" };
  return { posted: null, postedSource: "not recorded" };
}

/** A path is kept only where the file's own name does not say which publication it belongs to: GPCI2026.csv, AA.csv. */
function withoutNeedlessPath(file: FileEntry, entry: PublicationEntry): FileEntry {
  const { copy: _, ...bare } = file;
  return isNamedFor(file.name, entry) ? bare : file;
}

/** The found files as a revision, in the order of the registry's fields. */
function revisionOf(
  entry: PublicationEntry,
  downloads: readonly Download[],
  about: AboutRevision,
  note: string | undefined,
): Revision {
  const came = cameAs(entry, downloads);
  const { archive, files: foundFiles } = came.found;
  const files = foundFiles.map((file) => withoutNeedlessPath(file, entry));
  const licence = came.hashes.map((hash) => about.licenceOf?.(hash)).find((each) => each !== undefined);
  return {
    ...postedOn(about, came),
    origin: about.origin ?? "cms",
    ...(about.originNote === undefined ? {} : { originNote: about.originNote }),
    url: urlOf(about, came) ?? null,
    ...(licence === undefined ? {} : { licence }),
    ...(note === undefined ? {} : { note }),
    ...(archive === undefined ? {} : { archive }),
    files: inOrder(files),
  };
}

/** The order in which the registry lists files: by table, then by format. */
function inOrder(files: readonly FileEntry[]): FileEntry[] {
  const formats = FORMATS as readonly (string | undefined)[];
  const rank = ({ role, name }: FileEntry): number =>
    Role.options.indexOf(role) * FORMATS.length + formats.indexOf(formatOf(name));
  return [...files].sort((left, right) => rank(left) - rank(right));
}

type Hashed = Pick<FileEntry, "sha256">;

function pinnedHashes({ revisions }: PublicationEntry): Set<string> {
  return new Set(revisions.flatMap((each) => pinsOf<Hashed>(each)).map(({ sha256: hash }) => hash));
}

function folderOf({ path }: Download): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}

/** Downloads of a publication that are not pinned; loose ones with what is beside them. */
function unpinned(entry: PublicationEntry, named: readonly Download[]): Download[] {
  const pins = pinnedHashes(entry);
  const fresh = named.filter((download) => !pins.has(sha256(download.read())));
  const archives = fresh.filter(isArchive);
  if (archives.length > 0) return archives;
  const folders = new Set(fresh.map(folderOf));
  return named.filter((download) => folders.has(folderOf(download)));
}

/** Files of archives and loose ones that are not pinned, where CMS posts an archive for each table. */
async function unpinnedTables(entry: PublicationEntry, named: readonly Download[]): Promise<Download[]> {
  const pins = entry.revisions.flatMap(({ files }) => files);
  const fresh: Download[] = [];
  for (const each of await withMembers(entry.family, named)) {
    const ofSize = pins.filter(({ bytes }) => bytes === each.bytes);
    const hash = ofSize.length === 0 ? "" : (await pinOf(each)).sha256;
    if (!ofSize.some((pin) => pin.sha256 === hash)) fresh.push(each);
  }
  return fresh;
}

/** The revision that found files belong to when they contradict none of its own; undefined when they are another one. */
function completedRevision(before: Revision, found: Revision): Revision | undefined {
  const pinned = new Map(before.files.map((file) => [kindOf(file), file.sha256]));
  const otherBytes = found.files.some((file) => (pinned.get(kindOf(file)) ?? file.sha256) !== file.sha256);
  const otherArchive = before.archive && found.archive && before.archive.sha256 !== found.archive.sha256;
  if (otherBytes || otherArchive) return undefined;
  const fresh = found.files.filter((file) => !pinned.has(kindOf(file)));
  const archive = before.archive ?? found.archive;
  const { files, archive: _, ...rest } = before;
  return { ...rest, ...(archive === undefined ? {} : { archive }), files: [...files, ...inOrder(fresh)] };
}

/** A release with more than one letter takes a quarter's place in part or in whole: only CMS's page says which days. */
function refuseUnknownDays(name: ReleaseName): void {
  if (name.letters.length === 1 || calendarEntry(name.base) !== undefined) return;
  throw fault(
    "register.days-unknown",
    { file: "sources/calendar.json" },
    `${name.base} is not in CMS's calendar, and its name does not say which days it is for`,
    "Add it there with the days of CMS's release page, and with the release that it supersedes",
  );
}

function needsNote({ label }: PublicationEntry): Error {
  return fault(
    "register.note-needed",
    { file: label },
    "it is registered with other bytes, so this is another revision of it",
    'Say what CMS changed: --note "the rate of A9607 is 218.875 instead of 43,775". The earlier one is kept beside it',
  );
}

/** Tables of the revision before that CMS has not posted again, where it posts each by itself. */
function carriedOver({ family, revisions }: PublicationEntry, found: Revision): FileEntry[] {
  if (!isOnRequest(family)) return [];
  const again = new Set(found.files.map(({ role }) => role));
  return (revisions.at(-1)?.files ?? []).filter(({ role }) => !again.has(role));
}

function again(
  entry: PublicationEntry,
  seen: PublicationEntry,
  downloads: readonly Download[],
  about: AboutRevision,
): Registration | undefined {
  const { revisions } = entry;
  const found = seen.revisions[0] as Revision;
  const sameArchive = revisions.findIndex(({ archive }) => archive && archive.sha256 === found.archive?.sha256);
  const at = sameArchive < 0 ? revisions.length - 1 : sameArchive;
  const completed = completedRevision(revisions[at] as Revision, found);
  if (completed === undefined) {
    if (about.note === undefined) throw needsNote(entry);
    const own = revisionOf(seen, downloads, about, about.note);
    const appended = [...revisions, { ...own, files: inOrder([...own.files, ...carriedOver(entry, found)]) }];
    return { kind: "revision", entry: { ...entry, revisions: appended }, revision: appended.length };
  }
  if (JSON.stringify(completed) === JSON.stringify(revisions[at])) return undefined;
  return { kind: "completed", entry: { ...entry, revisions: revisions.with(at, completed) }, revision: at + 1 };
}

async function freshAmong(
  named: readonly Download[],
  known: PublicationEntry | undefined,
): Promise<readonly Download[]> {
  if (known === undefined) return named;
  return isOnRequest(known.family) ? await unpinnedTables(known, named) : unpinned(known, named);
}

async function registration(
  name: ReleaseName,
  family: Family,
  downloads: readonly Download[],
  picks: readonly string[],
  about: AboutRevision,
): Promise<Registration | undefined> {
  const known = ownEntry(name, family)?.entry;
  const named = downloadsOf(name, family, downloads);
  const seen = await discoverFamily(name, family, await freshAmong(named, known), picks);
  if (seen === undefined) return undefined;
  if (known !== undefined) return again(known, seen, named, about);
  if (family === "pfs") refuseUnknownDays(name);
  return { kind: "new", entry: { ...seen, revisions: [revisionOf(seen, named, about, undefined)] }, revision: 1 };
}

/**
 * What is new among the downloads of a release: publications that are not registered, other revisions of those that
 * are, and files that a registered revision lacks.
 *
 * @param families those to look for
 * @param picks parts of paths that settle which of several files is meant
 * @throws InputFault when several files could be it, or when another revision comes without a word on what changed
 */
export async function registrations(
  name: ReleaseName,
  families: readonly Family[],
  downloads: readonly Download[],
  picks: readonly string[],
  about: AboutRevision,
): Promise<Registration[]> {
  const found: Registration[] = [];
  for (const family of families) {
    const one = await registration(name, family, downloads, picks, about);
    if (one !== undefined) found.push(one);
  }
  return found;
}

/** A release's entries as they will be, for a build that proves them: what is new counts as not registered yet. */
export function entriesWith(known: readonly KnownEntry[], fresh: readonly Registration[]): KnownEntry[] {
  return Family.options.flatMap((family) => {
    const found = fresh.find(({ entry }) => entry.family === family)?.entry;
    if (found === undefined) return known.filter(({ entry }) => entry.family === family);
    const { preferred: _, ...entry } = found;
    return [{ entry, registered: false }];
  });
}
