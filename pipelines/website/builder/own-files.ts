import { bytesToHex } from "@noble/hashes/utils.js";
import type { Problem } from "../../../schemas/place.ts";
import { type Download, isArchive } from "../../inputs/downloads.ts";
import { withRecognisedNames } from "../../inputs/recognised.ts";
import { BOUNDS } from "../../problems/bounds.ts";
import { InputFault } from "../../problems/problems.ts";
import { sha256 } from "../../problems/sha256.ts";
import { LEFT_BY_A_MAC, openZip } from "../../tables/zip.ts";
import type { OwnFile } from "../builder-messages.ts";
import { lostFile, refusedFile } from "./own-problems.ts";
import type { OwnStore } from "./own-store.ts";

const FOLDER = "files";

/** A file may be named with folders; in the store its name is one step. */
const pathOf = ({ sha256: hash, name }: Pick<OwnFile, "sha256" | "name">): string =>
  `${FOLDER}/${hash}/${encodeURIComponent(name)}`;

/** The browser's own hash is many times as fast; pages of a network without https have none. */
async function hashOf(bytes: Uint8Array): Promise<string> {
  const { subtle } = crypto;
  if (subtle === undefined) return sha256(bytes);
  const digest = await subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>);
  return bytesToHex(new Uint8Array(digest));
}

function downloadOf(path: string, content: Uint8Array, hash: string, inside?: string): Download {
  const named = { path, ...(inside !== undefined && { inside }) };
  return { ...named, bytes: content.length, sha256: hash, read: () => content };
}

/** Archives inside an archive, one level deep. What is wrong with the outer one is reported by a build. */
async function archivesInside(outer: Download): Promise<Download[]> {
  if (!isArchive(outer)) return [];
  const downloads: Download[] = [];
  try {
    for (const member of await openZip(outer.read(), outer.path)) {
      if (!isArchive({ path: member.name }) || LEFT_BY_A_MAC.test(member.name)) continue;
      const content = await member.read();
      downloads.push(downloadOf(`${outer.path}/${member.name}`, content, await hashOf(content), outer.path));
    }
  } catch (error) {
    if (!(error instanceof InputFault)) throw error;
  }
  return downloads;
}

/** What CMS posts tables in, and what browsers call a file whose kind they do not know. */
const MAY_BE_CMS = /\.(?:zip|csv|txt|prn|xlsx?|bin|download)$|(?:^|\/)[^./]+$/i;

/** Why a file is not even read; undefined for one that may be CMS's. */
function whyNot(name: string, bytes: number): string | undefined {
  if (!MAY_BE_CMS.test(name)) return "it is not a zip, csv, text file or workbook";
  const most = BOUNDS.archiveBytes;
  return bytes > most ? `it has ${bytes} bytes, and no CMS file has more than ${most}` : undefined;
}

/** The files that a person brought, each under the hash of its bytes; files of the same bytes are kept once. */
export class OwnFiles {
  private readonly store: OwnStore;
  private readonly files = new Map<string, OwnFile>();

  constructor(store: OwnStore) {
    this.store = store;
  }

  /** Files by name. */
  get list(): OwnFile[] {
    const placed = ({ name, sha256: hash }: OwnFile): string => `${name} ${hash}`;
    return [...this.files.values()].sort((one, other) => (placed(one) < placed(other) ? -1 : 1));
  }

  /** Lists what is kept. */
  async open(): Promise<void> {
    for (const hash of await this.store.list(FOLDER)) {
      const [name] = await this.store.list(`${FOLDER}/${hash}`);
      if (name === undefined) continue;
      const file = { name: decodeURIComponent(name), sha256: hash, bytes: 0 };
      this.files.set(hash, { ...file, bytes: await this.store.size(pathOf(file)) });
    }
  }

  /** Keeps a file; one that is kept already has its new name. Returns why it is not kept; undefined where it is. */
  async add(name: string, file: Blob): Promise<Problem | undefined> {
    const refused = whyNot(name, file.size);
    if (refused !== undefined) return refusedFile(name, refused);
    let content: Uint8Array;
    try {
      content = new Uint8Array(await file.arrayBuffer());
    } catch (error) {
      return refusedFile(name, `the browser cannot read it: ${(error as Error).message}`);
    }
    const own = { name, bytes: content.length, sha256: await hashOf(content) };
    if (this.files.get(own.sha256)?.name === name) return undefined;
    await this.forget(own.sha256);
    await this.store.write(pathOf(own), content);
    this.files.set(own.sha256, own);
    return undefined;
  }

  async forget(hash: string): Promise<void> {
    this.files.delete(hash);
    await this.store.remove(`${FOLDER}/${hash}`);
  }

  /**
   * The files as a build finds them, with the archives inside archives. Of two with one name, the later one has its hash
   * for a folder. A kept file whose bytes are not those that were kept is forgotten.
   *
   * @param lost gets a problem for each of those
   */
  async downloads(lost: Problem[]): Promise<Download[]> {
    const all: Download[] = [];
    const names = new Set<string>();
    for (const file of this.list) {
      const content = await this.store.read(pathOf(file));
      if (content === undefined || (await hashOf(content)) !== file.sha256) {
        lost.push(lostFile(file.name));
        await this.forget(file.sha256);
        continue;
      }
      const path = names.has(file.name) ? `${file.sha256.slice(0, 8)}/${file.name}` : file.name;
      names.add(file.name);
      const outer = downloadOf(path, content, file.sha256);
      all.push(outer, ...(await archivesInside(outer)));
    }
    return withRecognisedNames(all);
  }
}
