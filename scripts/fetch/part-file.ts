import { closeSync, ftruncateSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { RunningSha256 } from "../../pipelines/problems/sha256.ts";

/** A file on its way, under a name that nothing finished has: "1-rvu26d.zip.part". */
export class PartFile {
  /** Where the file is once it is whole. */
  readonly path: string;
  /** Bytes that came. */
  received = 0;
  private readonly descriptor: number;
  private hash = new RunningSha256();

  /** @param path of the finished file, which must not exist */
  constructor(path: string) {
    this.path = path;
    this.descriptor = openSync(this.part, "ax");
  }

  /** Path of the unfinished file. */
  get part(): string {
    return `${this.path}.part`;
  }

  write(piece: Uint8Array): void {
    writeFileSync(this.descriptor, piece);
    this.hash.add(piece);
    this.received += piece.length;
  }

  /** Forgets what came. */
  restart(): void {
    ftruncateSync(this.descriptor);
    this.hash = new RunningSha256();
    this.received = 0;
  }

  /** SHA-256 of what came; nothing can be written after it. */
  digest(): string {
    return this.hash.digest();
  }

  /** Gives the file its name. */
  finish(): void {
    closeSync(this.descriptor);
    renameSync(this.part, this.path);
  }

  /** Removes what came. */
  abandon(): void {
    closeSync(this.descriptor);
    rmSync(this.part, { force: true });
  }
}
