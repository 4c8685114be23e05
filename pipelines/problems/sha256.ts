import { createHash } from "node:crypto";

/** SHA-256 of bytes, in lower-case hexadecimal. */
export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/**
 * SHA-256 of each block of bytes, so that a reader of a part checks only the blocks around it.
 *
 * @param blockBytes length of a block; the last one may be shorter
 */
export function sha256OfBlocks(bytes: Uint8Array, blockBytes: number): string[] {
  const hashes: string[] = [];
  for (let at = 0; at < bytes.length; at += blockBytes) hashes.push(sha256(bytes.subarray(at, at + blockBytes)));
  return hashes;
}

/** SHA-256 of a file read in pieces, which is never in memory as a whole. */
export class RunningSha256 {
  private readonly hash = createHash("sha256");

  add(piece: Uint8Array): void {
    this.hash.update(piece);
  }

  /** Lower-case hexadecimal; nothing can be added after it. */
  digest(): string {
    return this.hash.digest("hex");
  }
}
