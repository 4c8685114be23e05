import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { RECEIVER } from "../site-index.ts";
import { loadScript, otherFileText, SiteFault } from "./load-script.ts";

/** Every script of the site has its own copy of this module: what they received is one field of the window. */
const shared = globalThis as { ratebookReceived?: Map<string, string> };
shared.ratebookReceived ??= new Map();
const received = shared.ratebookReceived;
Object.assign(globalThis, { [RECEIVER]: (path: string, text: string) => received.set(path, text) });

/** SHA-256 of bytes in lower-case hexadecimal: browsers have none on pages of a network without https. */
export function sha256Text(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

async function inflated(base64: string): Promise<Uint8Array> {
  const compressed = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const stream = new Blob([compressed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function notAsMade(path: string): SiteFault {
  return new SiteFault(otherFileText(path));
}

/**
 * Loads the bytes of a data file.
 *
 * @param expected its sha256; undefined where the caller compares it
 * @throws SiteFault where the file is not there, or is another one
 */
export async function bytesAt(path: string, expected: string | undefined): Promise<Uint8Array> {
  await loadScript(path);
  const text = received.get(path);
  received.delete(path);
  if (text === undefined) throw notAsMade(path);
  const bytes = await inflated(text).catch(() => {
    throw notAsMade(path);
  });
  if (expected !== undefined && sha256Text(bytes) !== expected) throw notAsMade(path);
  return bytes;
}
