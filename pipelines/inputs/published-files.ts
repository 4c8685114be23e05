import { createReadStream, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { baseName } from "../shared/file-name.ts";
import { fault } from "../shared/problems.ts";
import { openZip, type ZipMember } from "../shared/zip.ts";
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

/** A year's file has 135 MB of text; anything near this bound is none. */
const MAX_BYTES = 1024 * 1024 * 1024;
const PIECE = 1024 * 1024;

/** CMS's names of the file and its archives: PFALL26A.txt, PFREV4.txt, pfrev26a-updated-12-29-2025.zip. */
const NAMED = /^pf(all|rev)[^/]*$/i;
const IS_TEXT = /\.(txt|csv)$/i;
const IS_ZIP = /\.zip$/i;

const CURE = "Name CMS's payment amount file (PFALL or PFREV, .txt or .csv), its zip, or a folder of them";

async function inArchive(path: string, shown: string): Promise<PublishedFile[]> {
  const members = await openZip(new Uint8Array(readFileSync(path)), shown);
  const hits = members.filter(({ name }) => IS_TEXT.test(name) && NAMED.test(baseName(name)));
  const asPublished = (member: ZipMember): PublishedFile => ({
    path: `${resolve(path)} > ${member.name}`,
    shown: `${shown} > ${member.name}`,
    bytes: member.bytes,
    pieces: () => member.pieces(MAX_BYTES),
  });
  if (hits.length > 0) return hits.map(asPublished);
  const names = members.map(({ name }) => name).join(", ");
  throw fault(
    "published.not-found",
    { file: shown },
    `no member is named PFALL*.txt or PFREV*.txt; it holds ${names}`,
    CURE,
  );
}

function loose(path: string, shown: string): PublishedFile {
  const pieces = (): AsyncIterable<Uint8Array> => createReadStream(path, { highWaterMark: PIECE });
  return { path: resolve(path), shown, bytes: statSync(path).size, pieces };
}

async function oneFile(path: string, shown: string): Promise<PublishedFile[]> {
  return IS_ZIP.test(path) ? await inArchive(path, shown) : [loose(path, shown)];
}

async function inFolder(folder: string): Promise<PublishedFile[]> {
  const paths = listDownloads(folder)
    .map((each) => each.path)
    .filter((path) => NAMED.test(baseName(path)) && (IS_TEXT.test(path) || IS_ZIP.test(path)));
  if (paths.length === 0) {
    const message = "no file there or below is named PFALL or PFREV, .txt, .csv or .zip";
    throw fault("published.not-found", { file: folder }, message, CURE);
  }
  const found: PublishedFile[] = [];
  for (const path of paths) found.push(...(await oneFile(join(folder, path), path)));
  return found;
}

/**
 * The payment amount files that a path names: itself, the members of a zip, or all below a folder.
 *
 * @throws InputFault when there is none
 */
export async function publishedFiles(path: string): Promise<PublishedFile[]> {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) throw fault("published.not-found", { file: path }, "nothing is there", CURE);
  if (stat.isDirectory()) return await inFolder(path);
  return await oneFile(path, path);
}
