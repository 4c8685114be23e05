/** Where a person's files and releases are kept, by paths with forward slashes. */
export interface OwnStore {
  /** Undefined for a path that is not there. */
  read(path: string): Promise<Uint8Array | undefined>;
  /** Bytes of a file; 0 for a path that is not there. */
  size(path: string): Promise<number>;
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** Names in a folder, sorted; none for one that is not there. "" is the whole store. */
  list(folder: string): Promise<string[]>;
  /** Removes a file, or a folder with all that is in it. */
  remove(path: string): Promise<void>;
}

/** The browser has no room for more. */
export class FullStore extends Error {
  constructor() {
    super("The browser has no room for more files of this site. Remove some, or free space on the disk.");
  }
}

const stepsOf = (path: string): string[] => path.split("/").map(encodeURIComponent);

/** The folder of this site in the browser's private file system: no other site and no other program sees it. */
class PrivateStore implements OwnStore {
  private readonly root: FileSystemDirectoryHandle;

  constructor(root: FileSystemDirectoryHandle) {
    this.root = root;
  }

  private async folder(steps: readonly string[], create: boolean): Promise<FileSystemDirectoryHandle> {
    let folder = this.root;
    for (const step of steps) folder = await folder.getDirectoryHandle(step, { create });
    return folder;
  }

  private async orNothing<Found>(look: () => Promise<Found>): Promise<Found | undefined> {
    try {
      return await look();
    } catch (error) {
      if (error instanceof DOMException && error.name === "NotFoundError") return undefined;
      throw error;
    }
  }

  private async file(path: string): Promise<File | undefined> {
    const steps = stepsOf(path);
    return await this.orNothing(async () => {
      const folder = await this.folder(steps.slice(0, -1), false);
      return await (await folder.getFileHandle(steps.at(-1) as string)).getFile();
    });
  }

  async read(path: string): Promise<Uint8Array | undefined> {
    const file = await this.file(path);
    return file && new Uint8Array(await file.arrayBuffer());
  }

  async size(path: string): Promise<number> {
    return (await this.file(path))?.size ?? 0;
  }

  async write(path: string, bytes: Uint8Array): Promise<void> {
    try {
      await this.writeWhole(path, bytes);
    } catch (error) {
      const isFull = error instanceof DOMException && error.name === "QuotaExceededError";
      await this.remove(path);
      throw isFull ? new FullStore() : error;
    }
  }

  private async writeWhole(path: string, bytes: Uint8Array): Promise<void> {
    const steps = stepsOf(path);
    const folder = await this.folder(steps.slice(0, -1), true);
    const file = await folder.getFileHandle(steps.at(-1) as string, { create: true });
    const handle = await file.createSyncAccessHandle();
    try {
      handle.truncate(0);
      const written = handle.write(bytes as Uint8Array<ArrayBuffer>, { at: 0 });
      if (written !== bytes.length) throw new DOMException("", "QuotaExceededError");
      handle.flush();
    } finally {
      handle.close();
    }
  }

  async list(folder: string): Promise<string[]> {
    const names = await this.orNothing(async () => {
      const handle = await this.folder(folder === "" ? [] : stepsOf(folder), false);
      const all: string[] = [];
      for await (const name of handle.keys()) all.push(decodeURIComponent(name));
      return all.sort();
    });
    return names ?? [];
  }

  async remove(path: string): Promise<void> {
    const steps = stepsOf(path);
    await this.orNothing(async () => {
      const folder = await this.folder(steps.slice(0, -1), false);
      await folder.removeEntry(steps.at(-1) as string, { recursive: true });
    });
  }
}

/** As long as the page is open. */
class PassingStore implements OwnStore {
  private readonly files = new Map<string, Uint8Array>();

  async read(path: string): Promise<Uint8Array | undefined> {
    return this.files.get(path);
  }

  async size(path: string): Promise<number> {
    return this.files.get(path)?.length ?? 0;
  }

  async write(path: string, bytes: Uint8Array): Promise<void> {
    this.files.set(path, new Uint8Array(bytes));
  }

  async list(folder: string): Promise<string[]> {
    const inside = folder === "" ? "" : `${folder}/`;
    const below = [...this.files.keys()].filter((path) => path.startsWith(inside));
    return [...new Set(below.map((path) => path.slice(inside.length).split("/")[0] as string))].sort();
  }

  async remove(path: string): Promise<void> {
    for (const each of this.files.keys()) if (each === path || each.startsWith(`${path}/`)) this.files.delete(each);
  }
}

/** A store, and why it does not outlive the page; undefined where it does. */
export interface OpenedStore {
  readonly store: OwnStore;
  readonly notKept: string | undefined;
}

/**
 * The private file system, or memory where the browser has none for this page: one opened from a folder, or a private
 * window.
 *
 * @param site address of the site, since several sites of one origin share a file system
 */
export async function openStore(site: string): Promise<OpenedStore> {
  try {
    const root = await navigator.storage.getDirectory();
    const store = new PrivateStore(
      await root.getDirectoryHandle(encodeURIComponent(`ratebook ${site}`), { create: true }),
    );
    await store.write("writable", new Uint8Array());
    return { store, notKept: undefined };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const isFolder = site.startsWith("file:");
    const notKept = isFolder ? "It is opened from a folder, not from a server." : `The browser says: ${why}`;
    return { store: new PassingStore(), notKept };
  }
}
