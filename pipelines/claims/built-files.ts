import { changed, missing, unreadable } from "../documents/faults.ts";
import { fault, InputFault } from "../problems/problems.ts";

/** Reads a file of a folder of built releases, by its path there; undefined where there is none. */
export type ReadFile = (path: string) => Promise<Uint8Array | undefined>;

/** The expected hash and size of a file. The index has none: nothing pins it. */
export interface FilePin {
  readonly sha256: string;
  /** Undefined for a manifest: the index has only its hash. */
  readonly bytes?: number;
  /** "the manifest". */
  readonly pinnedBy: string;
}

/** A file that an answer needs. */
export interface NeededFile {
  readonly path: string;
  readonly pin: FilePin | undefined;
}

/** An answer needs files that were not read yet. They are read, and the answer is asked for again. */
class NotReadYet extends Error {
  readonly files: readonly NeededFile[];

  constructor(files: readonly NeededFile[]) {
    super("files are not read yet");
    this.files = files;
  }
}

/** SHA-256 of bytes in lower-case hexadecimal. */
type Sha256 = (bytes: Uint8Array) => Promise<string>;

/** As browsers and Node compute it. */
async function webSha256(bytes: Uint8Array): Promise<string> {
  const { subtle } = globalThis.crypto ?? {};
  if (subtle === undefined) {
    const message = "this page cannot check the files: browsers give WebCrypto to https and to localhost only";
    throw fault("document.unverified", { file: "crypto.subtle" }, message, "Serve the page by https");
  }
  const digest = await subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * The files of a folder of built releases, wherever it is. Answers are computed by functions that wait for nothing; so
 * an answer that needs a file stops, the file is read and verified, and the answer begins again with it.
 */
export class BuiltFiles {
  private readonly read: ReadFile;
  private readonly sha256: Sha256;
  private readonly known = new Map<string, Uint8Array | undefined>();
  private readonly reading = new Map<string, Promise<void>>();

  /** @param sha256 for a page without WebCrypto; by default that of the browser or of Node */
  constructor(read: ReadFile, sha256: Sha256 = webSha256) {
    this.read = read;
    this.sha256 = sha256;
  }

  /** Bytes of a pinned file, verified; stops the answer where they are not read yet. */
  bytesOf(path: string, pin: FilePin): Uint8Array {
    this.need([{ path, pin }]);
    return this.known.get(path) as Uint8Array;
  }

  /** Bytes of a file that nothing pins; undefined where there is none. */
  unpinned(path: string): Uint8Array | undefined {
    this.need([{ path, pin: undefined }]);
    return this.known.get(path);
  }

  /** Stops the answer until all these files are read. */
  need(files: readonly NeededFile[]): void {
    const unread = files.filter(({ path }) => !this.known.has(path));
    if (unread.length > 0) throw new NotReadYet(unread);
  }

  /** Asks until every file that the answer needs is read. */
  async answer<Answer>(ask: () => Answer): Promise<Answer> {
    for (;;) {
      try {
        return ask();
      } catch (error) {
        if (!(error instanceof NotReadYet)) throw error;
        await Promise.all(error.files.map((file) => this.readOnce(file)));
      }
    }
  }

  private async readOnce(file: NeededFile): Promise<void> {
    const before = this.reading.get(file.path);
    if (before !== undefined) return before;
    const now = this.readVerified(file);
    this.reading.set(file.path, now);
    try {
      await now;
    } finally {
      this.reading.delete(file.path);
    }
  }

  private async readVerified({ path, pin }: NeededFile): Promise<void> {
    const bytes = await this.read(path).catch((error: Error) => {
      throw error instanceof InputFault ? error : new InputFault(unreadable(path, error.message));
    });
    if (pin !== undefined) await refuseOther(path, bytes, pin, this.sha256);
    this.known.set(path, bytes);
  }
}

/** Throws InputFault for a file that differs from the built one. */
async function refuseOther(path: string, bytes: Uint8Array | undefined, pin: FilePin, sha256: Sha256): Promise<void> {
  if (bytes === undefined) throw new InputFault(missing(path, pin.pinnedBy));
  if (pin.bytes !== undefined && bytes.length !== pin.bytes)
    throw new InputFault(changed(path, pin.pinnedBy, `${bytes.length} bytes`, String(pin.bytes)));
  const seen = await sha256(bytes);
  if (seen !== pin.sha256) throw new InputFault(changed(path, pin.pinnedBy, `sha256 ${seen}`, pin.sha256));
}
