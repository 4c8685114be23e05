import { createHash } from "node:crypto";

/** SHA-256 of bytes, in lower-case hexadecimal. */
export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
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
