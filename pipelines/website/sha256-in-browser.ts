import { sha256 as hashOf } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

/** SHA-256 of bytes, in lower-case hexadecimal: browsers have none on pages of a network without https. */
function inBrowser(bytes: Uint8Array): string {
  return bytesToHex(hashOf(bytes));
}

/** The same of bytes that come in pieces. */
class RunningInBrowser {
  private readonly hash = hashOf.create();

  add(piece: Uint8Array): void {
    this.hash.update(piece);
  }

  digest(): string {
    return bytesToHex(this.hash.digest());
  }
}

export { inBrowser as sha256, RunningInBrowser as RunningSha256 };
