import type { Problem } from "../../schemas/place.ts";
import type { FileEntry, Publication, Release, Role, SourceName } from "../../schemas/source/release.ts";
import { SOURCES } from "../../schemas/source/release.ts";
import { collecting } from "../shared/problems.ts";
import { layoutOf } from "../shared/sources.ts";
import { findMember, openZip, type ZipMember } from "../shared/zip.ts";
import { type Download, sha256 } from "./downloads.ts";

/** A registered file that was found, with its bytes. */
export interface Located {
  readonly publication: Publication;
  readonly entry: FileEntry;
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

/** What was found of a release. */
export interface Inputs {
  readonly located: readonly Located[];
  readonly missing: readonly Missing[];
}

/** CMS's layout file for each kind of table. */
export const LAYOUT_OF: Readonly<Record<Role, string>> = {
  rvu: "pfs-rvu",
  gpci: "gpci",
  "addendum-b": "addendum-b",
  "asc-aa": "asc-aa",
  "asc-bb": "asc-bb",
};

function shownName(publication: Publication, entry: FileEntry): string {
  const { archive } = publication;
  return archive === undefined ? (entry.copy ?? entry.name) : `${archive.name} > ${entry.name}`;
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function byPin(downloads: readonly Download[], pin: { bytes: number; sha256: string }): Uint8Array | undefined {
  for (const download of downloads) {
    if (download.bytes !== pin.bytes) continue;
    const bytes = download.read();
    if (sha256(bytes) === pin.sha256) return bytes;
  }
  return undefined;
}

/** By the path of the renamed copy where there is one, since "AA.csv" is every quarter's name; else by CMS's name. */
function byName(downloads: readonly Download[], { copy, name }: FileEntry): Uint8Array | undefined {
  const fits = (path: string): boolean =>
    copy === undefined ? baseName(path) === name : `/${path}`.endsWith(`/${copy}`);
  return downloads.find((each) => fits(each.path))?.read();
}

/** The archive of one publication, opened once. */
interface Archive {
  readonly members: readonly ZipMember[];
  readonly name: string;
}

async function openArchive(
  publication: Publication,
  downloads: readonly Download[],
  problems: Problem[],
): Promise<Archive | undefined> {
  const { archive } = publication;
  if (archive === undefined) return undefined;
  const pinned = archive.bytes === null ? undefined : byPin(downloads, { ...archive, bytes: archive.bytes });
  const bytes = pinned ?? downloads.find((each) => baseName(each.path) === archive.name)?.read();
  if (bytes === undefined) return undefined;
  const members = await collecting(problems, () => openZip(bytes, archive.name));
  return members === undefined ? undefined : { members, name: archive.name };
}

async function fromArchive(archive: Archive, entry: FileEntry): Promise<Uint8Array> {
  const pattern = new RegExp(layoutOf(LAYOUT_OF[entry.role]).member, "i");
  return await findMember(archive.members, pattern, archive.name).read();
}

async function findBytes(
  entry: FileEntry,
  archive: Archive | undefined,
  downloads: readonly Download[],
  problems: Problem[],
): Promise<Uint8Array | undefined> {
  if (archive !== undefined) return await collecting(problems, () => fromArchive(archive, entry));
  return byPin(downloads, entry) ?? byName(downloads, entry);
}

function changedProblem(file: string, entry: FileEntry, seen: string): Problem {
  return {
    code: "input.changed",
    place: { file },
    message: `sha256 is ${seen}, the registry pins ${entry.sha256}`,
    cure: "If CMS re-posted the file, review what changed, then build with --allow-changed or register the new pin",
  };
}

async function locatePublication(
  publication: Publication,
  downloads: readonly Download[],
  allowChanged: boolean,
  problems: Problem[],
): Promise<Located[]> {
  const before = problems.length;
  const archive = await openArchive(publication, downloads, problems);
  if (problems.length > before) return [];
  const found: Located[] = [];
  for (const entry of publication.files) {
    const bytes = await findBytes(entry, archive, downloads, problems);
    if (bytes === undefined) continue;
    const shown = shownName(publication, entry);
    const hash = sha256(bytes);
    const changed = hash !== entry.sha256;
    if (changed && !allowChanged) problems.push(changedProblem(shown, entry, hash));
    found.push({ publication, entry, bytes, shown, sha256: hash, changed });
  }
  return found;
}

/** Sources of which a registered file was looked for and is not there. */
function notFound(release: Release, located: readonly Located[], problems: readonly Problem[]): Missing[] {
  if (problems.length > 0) return [];
  const have = new Set(located.map((each) => each.entry.role));
  return release.publications.flatMap((publication) =>
    publication.files
      .filter((entry) => !have.has(entry.role))
      .map((entry) => ({
        source: sourceOf(entry.role),
        reason: `${shownName(publication, entry)} was not found among the downloads, neither by sha256 nor by name`,
      })),
  );
}

function sourceOf(role: Role): SourceName {
  const names = Object.keys(SOURCES) as SourceName[];
  return names.find((name) => (SOURCES[name] as readonly Role[]).includes(role)) ?? "pfs";
}

/**
 * Finds a release's registered files in a folder of downloads: by hash first, then by name.
 *
 * A file found by name whose bytes differ from the pin is a problem unless `allowChanged`, and is read either way so
 * that everything else wrong with it is reported in the same run.
 */
export async function locateInputs(
  release: Release,
  downloads: readonly Download[],
  allowChanged: boolean,
  problems: Problem[],
): Promise<Inputs> {
  const located: Located[] = [];
  for (const publication of release.publications) {
    located.push(...(await locatePublication(publication, downloads, allowChanged, problems)));
  }
  return { located, missing: [...release.missing, ...notFound(release, located, problems)] };
}
