import { createReadStream, realpathSync, type Stats, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { BOUNDS } from "../problems/bounds.ts";
import { baseName } from "../problems/file-name.ts";
import { fault } from "../problems/problems.ts";
import { readRegular } from "../problems/regular-file.ts";
import { openZip, type ZipMember } from "../tables/zip.ts";
import { type Download, listDownloads } from "./downloads.ts";
import { isLookUpExport } from "./look-up-export.ts";

/** CMS's payment amount file, or an export of its Look-Up Tool. */
type PublishedKind = "payments" | "look-up";

/** A file of amounts that CMS published, in a zip or not. It can have a million lines, so it is read in pieces. */
export interface PublishedFile {
  /** Path with every folder above it, archive and member: "~/pf/pfrev26c.zip > PFALL26C.txt". Its steps tell the release. */
  readonly path: string;
  /** The part of it that people are shown: below the folder that was named, or as it was named. */
  readonly shown: string;
  readonly bytes: number;
  readonly kind: PublishedKind;
  /** Reads it from its beginning, each time it is called. */
  readonly pieces: () => AsyncIterable<Uint8Array>;
}

/** What a path names: files of amounts, and what is beside them. */
export interface Published {
  readonly files: readonly PublishedFile[];
  /** Files and members of other names, which nobody reads. */
  readonly notRead: readonly string[];
}

/** A year's file has 135 MB of text; anything near this bound is none. */
const MAX_BYTES = 1024 * 1024 * 1024;
const PIECE = 1024 * 1024;

/** CMS's names of the file and its archives: PFALL26A.txt, PFREV4.txt, pfrev26a-updated-12-29-2025.zip. */
const NAMED = /^pf(all|rev)[^/]*$/i;
const IS_TEXT = /\.(txt|csv)$/i;
const IS_CSV = /\.csv$/i;
const IS_ZIP = /\.zip$/i;

const CURE =
  "Name CMS's payment amount file (PFALL or PFREV, .txt or .csv), its zip, an export of CMS's Look-Up Tool, or a folder of them";

/** What a file is by its name, or by its beginning where that is an export's; undefined when it is neither. */
async function kindOf(name: string, pieces: () => AsyncIterable<Uint8Array>): Promise<PublishedKind | undefined> {
  if (IS_TEXT.test(name) && isNamed(name)) return "payments";
  return IS_CSV.test(name) && (await isLookUpExport(pieces())) ? "look-up" : undefined;
}

function piecesOf(path: string): () => AsyncIterable<Uint8Array> {
  return () => createReadStream(path, { highWaterMark: PIECE });
}

/** Windows archives part the steps of a name by backslashes. */
function isNamed(path: string): boolean {
  return NAMED.test(baseName(path.replaceAll("\\", "/")));
}

/** The bytes of an archive, and what it is called: by its whole path, and as people are shown it. */
interface Archive {
  readonly bytes: Uint8Array;
  readonly path: string;
  readonly shown: string;
}

/** A member with its names. */
interface Named extends Omit<Archive, "bytes"> {
  readonly member: ZipMember;
}

async function namedMembers({ bytes, path, shown }: Archive): Promise<Named[]> {
  const members = await openZip(bytes, shown);
  return members.map((member) => {
    const name = printable(member.name);
    return { member, path: `${path} > ${name}`, shown: `${shown} > ${name}` };
  });
}

/** A member as it is read, as an archive, or undefined when it is not read. */
async function asPublished({ member, path, shown }: Named, outermost: boolean): Promise<Published | undefined> {
  const { name, bytes } = member;
  if (outermost && IS_ZIP.test(name) && isNamed(name)) {
    return await inArchive({ bytes: await member.read(), path, shown }, false);
  }
  const kind = await kindOf(name, () => member.pieces(MAX_BYTES));
  return kind && { files: [{ path, shown, bytes, kind, pieces: () => member.pieces(MAX_BYTES) }], notRead: [] };
}

/** CMS posts the files of both tracks as two archives in one; an archive deeper inside is not opened. */
async function inArchive(archive: Archive, outermost = true): Promise<Published> {
  const members = await namedMembers(archive);
  const found: Published[] = [];
  for (const member of members) {
    found.push((await asPublished(member, outermost)) ?? { files: [], notRead: [member.shown] });
  }
  const all = together(found);
  if (all.files.length > 0) return all;
  const held = members.length === 0 ? "no file" : members.map(({ member }) => printable(member.name)).join(", ");
  const message = `no member is named PFALL*.txt or PFREV*.txt, or is an export of the Look-Up Tool; it holds ${held}`;
  throw fault("published.not-found", { file: archive.shown }, message, CURE);
}

/** Names in an archive are anybody's; what would steer a terminal is shown as a question mark. */
function printable(name: string): string {
  return name.replace(/\p{C}/gu, "?");
}

function loose(path: string, shown: string, kind: PublishedKind): Published {
  const pieces = piecesOf(path);
  return { files: [{ path: resolve(path), shown, bytes: statSync(path).size, kind, pieces }], notRead: [] };
}

async function oneArchive(path: string, shown: string): Promise<Published> {
  const bytes = readRegular(realpathSync(path), shown, BOUNDS.archiveBytes);
  return await inArchive({ bytes, path: resolve(path), shown });
}

/** A file that somebody named: whatever it is called, it is one or the other. */
async function oneFile(path: string): Promise<Published> {
  if (IS_ZIP.test(path)) return await oneArchive(path, path);
  return loose(path, path, (await kindOf(path, piecesOf(path))) ?? "payments");
}

async function listedFile(folder: string, download: Download): Promise<Published | undefined> {
  const { path, bytes } = download;
  if (!IS_TEXT.test(path) && !(IS_ZIP.test(path) && isNamed(path))) return undefined;
  // Links and pipes are refused as they are among downloads, by their own words.
  if (bytes < 0 && isNamed(path)) download.read();
  if (bytes < 0) return undefined;
  if (IS_ZIP.test(path)) return await oneArchive(join(folder, path), path);
  const kind = await kindOf(path, piecesOf(join(folder, path)));
  return kind && loose(join(folder, path), path, kind);
}

async function inFolder(folder: string): Promise<Published> {
  const downloads = listDownloads(folder).filter(({ inside }) => inside === undefined);
  const found: Published[] = [];
  for (const each of downloads) found.push((await listedFile(folder, each)) ?? { files: [], notRead: [each.path] });
  const all = together(found);
  if (all.files.length > 0) return all;
  const seen = downloads.length === 0 ? "the folder is empty" : `of ${downloads.length} files`;
  const message = `no file there or below is named PFALL or PFREV, .txt, .csv or .zip, or is an export of the Look-Up Tool; ${seen}`;
  throw fault("published.not-found", { file: folder }, message, CURE);
}

function together(found: readonly Published[]): Published {
  return { files: found.flatMap(({ files }) => files), notRead: found.flatMap(({ notRead }) => notRead) };
}

async function atPath(path: string): Promise<Published> {
  const stat: Stats | undefined = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) throw fault("published.not-found", { file: path }, "nothing is there", CURE);
  if (stat.isDirectory()) return await inFolder(path);
  if (stat.isFile()) return await oneFile(path);
  throw fault("published.not-found", { file: path }, "it is neither a file nor a folder", CURE);
}

/**
 * The files of amounts that paths name: themselves, the members of a zip, or all below a folder.
 *
 * @throws InputFault when a path names none
 */
export async function publishedFiles(...paths: readonly string[]): Promise<Published> {
  const found: Published[] = [];
  for (const path of paths) found.push(await atPath(path));
  return together(found);
}
