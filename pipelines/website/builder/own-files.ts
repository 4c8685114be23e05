import { type Download, isArchive } from "../../inputs/downloads.ts";
import { withRecognisedNames } from "../../inputs/recognised.ts";
import { InputFault } from "../../problems/problems.ts";
import { sha256 } from "../../problems/sha256.ts";
import { LEFT_BY_A_MAC, openZip } from "../../tables/zip.ts";
import type { OwnFile } from "../builder-messages.ts";
import type { OwnStore } from "./own-store.ts";

const FOLDER = "files";

/** A file may be named with folders; in the store its name is one step. */
const pathOf = ({ sha256: hash, name }: Pick<OwnFile, "sha256" | "name">): string =>
  `${FOLDER}/${hash}/${encodeURIComponent(name)}`;

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
      downloads.push(downloadOf(`${outer.path}/${member.name}`, content, sha256(content), outer.path));
    }
  } catch (error) {
    if (!(error instanceof InputFault)) throw error;
  }
  return downloads;
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
    return [...this.files.values()].sort((one, other) =>
      `${one.name} ${one.sha256}` < `${other.name} ${other.sha256}` ? -1 : 1,
    );
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

  async add(name: string, content: Uint8Array): Promise<void> {
    const file = { name, bytes: content.length, sha256: sha256(content) };
    if (this.files.has(file.sha256)) return;
    await this.store.write(pathOf(file), content);
    this.files.set(file.sha256, file);
  }

  async forget(hash: string): Promise<void> {
    this.files.delete(hash);
    await this.store.remove(`${FOLDER}/${hash}`);
  }

  /**
   * The files as a build finds them, with the archives inside archives. Of two with one name, the later one has its hash
   * for a folder. A kept file whose bytes are not those that were kept is forgotten.
   *
   * @param lost is called with the name of each of those
   */
  async downloads(lost: (name: string) => void): Promise<Download[]> {
    const all: Download[] = [];
    const names = new Set<string>();
    for (const file of this.list) {
      const content = await this.store.read(pathOf(file));
      if (content === undefined || sha256(content) !== file.sha256) {
        lost(file.name);
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
