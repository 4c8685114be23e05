import { type Download, listDownloads } from "../../pipelines/inputs/downloads.ts";
import { openZip } from "../../pipelines/tables/zip.ts";
import type { TextEdit } from "./edits.ts";

/** A folder of downloads, in memory. */
export type Folder = readonly Download[];

/** A change to the downloads of one release. The second folder has all of CMS's files. */
export type FolderEdit = (folder: Folder, cms: Folder) => Folder;

function download(path: string, bytes: Uint8Array): Download {
  return { path, bytes: bytes.length, read: () => bytes };
}

/** A file of the folder; throws where there is none, so that no damage is done to nothing. */
function fileAt(folder: Folder, path: string): Download {
  const found = folder.find((each) => each.path === path);
  if (found === undefined) throw new Error(`${path} is not among the downloads`);
  return found;
}

/** The text of a file, one character for each byte. */
function textAt(folder: Folder, path: string): string {
  return Buffer.from(fileAt(folder, path).read()).toString("latin1");
}

function bytesOf(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, "latin1"));
}

function replaced(folder: Folder, path: string, bytes: Uint8Array): Folder {
  const before = fileAt(folder, path);
  if (Buffer.from(before.read()).equals(bytes)) throw new Error(`the damage does not change ${path}`);
  return folder.map((each) => (each === before ? download(path, bytes) : each));
}

/** One change after the other. */
export function allOf(...edits: readonly FolderEdit[]): FolderEdit {
  return (folder, cms) => edits.reduce((edited, edit) => edit(edited, cms), folder);
}

/** Another text in one file. */
export function inText(path: string, edit: TextEdit): FolderEdit {
  return (folder, cms) => replaced(folder, path, bytesOf(edit(textAt(folder, path), (other) => textAt(cms, other))));
}

/** Other bytes in one file. */
export function inBytes(path: string, edit: (bytes: Uint8Array) => Uint8Array): FolderEdit {
  return (folder) => replaced(folder, path, edit(fileAt(folder, path).read()));
}

/** Another of CMS's files in the place of one. */
export function insteadOf(path: string, other: string): FolderEdit {
  return (folder, cms) => replaced(folder, path, fileAt(cms, other).read());
}

/** A file that was not downloaded. */
export function withoutFile(path: string): FolderEdit {
  return (folder) => {
    const gone = fileAt(folder, path);
    return folder.filter((each) => each !== gone);
  };
}

/** One more file in the folder. */
export function withFile(path: string, text: string): FolderEdit {
  return (folder) => [...folder, download(path, bytesOf(text))];
}

/** A copy of a file under another name, with another text. */
export function withCopy(path: string, copy: string, edit: TextEdit): FolderEdit {
  return (folder, cms) =>
    withFile(
      copy,
      edit(textAt(cms, path), (other) => textAt(cms, other)),
    )(folder, cms);
}

/** A file under another name. */
export function movedTo(path: string, other: string): FolderEdit {
  return (folder) => {
    const moved = fileAt(folder, path);
    return folder.map((each) => (each === moved ? download(other, each.read()) : each));
  };
}

/** Two files under each other's name. */
export function exchangedFiles(one: string, other: string): FolderEdit {
  return (folder) => {
    const [first, second] = [fileAt(folder, one).read(), fileAt(folder, other).read()];
    return replaced(replaced(folder, one, second), other, first);
  };
}

/** Archives whose files are in a folder of the archive's name, so that a damage can change one of them. */
const UNPACKED: readonly string[] = [
  "pfs/RVU24A.zip",
  "pfs/RVU25A.zip",
  "asc/2025Q1/january-2025-asc-approved-hcpcs-code-and-payment-rates.zip",
];

async function filesIn(archive: Download): Promise<Download[]> {
  const folder = archive.path.slice(0, -".zip".length);
  const members = await openZip(archive.read(), archive.path);
  const tables = members.filter(({ name }) => /\.(csv|txt)$/i.test(name));
  return await Promise.all(tables.map(async (each) => download(`${folder}/${each.name}`, await each.read())));
}

/** All of CMS's files that damages use: archives as they are, and some as the files in them. */
export async function cmsFiles(from: string): Promise<Folder> {
  const downloads = listDownloads(from);
  const members = await Promise.all(UNPACKED.map((path) => filesIn(fileAt(downloads, path))));
  return [...downloads, ...members.flat()];
}
