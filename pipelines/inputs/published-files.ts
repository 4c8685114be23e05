import { createReadStream, readFileSync, type Stats, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { baseName } from "../problems/file-name.ts";
import { fault } from "../problems/problems.ts";
import { openZip, type ZipMember } from "../tables/zip.ts";
import { listDownloads } from "./downloads.ts";

/** A payment amount file that CMS published, in a zip or not. It can have a million lines, so it is read in pieces. */
export interface PublishedFile {
  /** Path with every folder above it, archive and member: "~/pf/pfrev26c.zip > PFALL26C.txt". Its steps tell the release. */
  readonly path: string;
  /** The part of it that people are shown: below the folder that was named, or as it was named. */
  readonly shown: string;
  readonly bytes: number;
  /** Reads it from its beginning, each time anew. */
  readonly pieces: () => AsyncIterable<Uint8Array>;
}

/** What a path names: payment amount files, and what lies beside them. */
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
const IS_ZIP = /\.zip$/i;

const CURE = "Name CMS's payment amount file (PFALL or PFREV, .txt or .csv), its zip, or a folder of them";

/** Windows archives part the steps of a name by backslashes. */
function isNamed(path: string): boolean {
  return NAMED.test(baseName(path.replaceAll("\\", "/")));
}

async function inArchive(path: string, shown: string): Promise<Published> {
  const members = await openZip(new Uint8Array(readFileSync(path)), shown);
  const isOne = ({ name }: ZipMember): boolean => IS_TEXT.test(name) && isNamed(name);
  const nameOf = ({ name }: ZipMember): string => `${shown} > ${printable(name)}`;
  const files = members.filter(isOne).map((member) => ({
    path: `${resolve(path)} > ${printable(member.name)}`,
    shown: nameOf(member),
    bytes: member.bytes,
    pieces: () => member.pieces(MAX_BYTES),
  }));
  if (files.length > 0) return { files, notRead: members.filter((member) => !isOne(member)).map(nameOf) };
  const held = members.length === 0 ? "no file" : members.map(({ name }) => printable(name)).join(", ");
  const message = `no member is named PFALL*.txt or PFREV*.txt; it holds ${held}`;
  throw fault("published.not-found", { file: shown }, message, CURE);
}

/** Names in an archive are anybody's; what would steer a terminal is shown as a question mark. */
function printable(name: string): string {
  return name.replace(/\p{C}/gu, "?");
}

function loose(path: string, shown: string): Published {
  const pieces = (): AsyncIterable<Uint8Array> => createReadStream(path, { highWaterMark: PIECE });
  return { files: [{ path: resolve(path), shown, bytes: statSync(path).size, pieces }], notRead: [] };
}

async function oneFile(path: string, shown: string): Promise<Published> {
  return IS_ZIP.test(path) ? await inArchive(path, shown) : loose(path, shown);
}

async function inFolder(folder: string): Promise<Published> {
  const paths = listDownloads(folder).map((each) => each.path);
  const isOne = (path: string): boolean => isNamed(path) && (IS_TEXT.test(path) || IS_ZIP.test(path));
  const found: Published[] = [{ files: [], notRead: paths.filter((path) => !isOne(path)) }];
  for (const path of paths.filter(isOne)) found.push(await oneFile(join(folder, path), path));
  if (found.length > 1) return together(found);
  const seen = paths.length === 0 ? "the folder is empty" : `of ${paths.length} files`;
  const message = `no file there or below is named PFALL or PFREV, .txt, .csv or .zip; ${seen}`;
  throw fault("published.not-found", { file: folder }, message, CURE);
}

function together(found: readonly Published[]): Published {
  return { files: found.flatMap(({ files }) => files), notRead: found.flatMap(({ notRead }) => notRead) };
}

async function atPath(path: string): Promise<Published> {
  const stat: Stats | undefined = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) throw fault("published.not-found", { file: path }, "nothing is there", CURE);
  if (stat.isDirectory()) return await inFolder(path);
  if (stat.isFile()) return await oneFile(path, path);
  throw fault("published.not-found", { file: path }, "it is neither a file nor a folder", CURE);
}

/**
 * The payment amount files that paths name: themselves, the members of a zip, or all below a folder.
 *
 * @throws InputFault when a path names none
 */
export async function publishedFiles(...paths: readonly string[]): Promise<Published> {
  const found: Published[] = [];
  for (const path of paths) found.push(await atPath(path));
  return together(found);
}
