import { sha256 } from "../sha256-in-browser.ts";
import { RECEIVER } from "../site-index.ts";
import { loadScript, otherFileText, SiteFault } from "./load-script.ts";

/** The bytes of a person's own release; undefined for a path that is not there. */
type OwnBytes = (path: string) => Promise<Uint8Array | undefined>;

/** Every script of the site has its own copy of this module: what they received is one field of the window. */
const shared = globalThis as { ratebookReceived?: Map<string, string>; ratebookOwn?: OwnBytes };
shared.ratebookReceived ??= new Map();
const received = shared.ratebookReceived;
Object.assign(globalThis, { [RECEIVER]: (path: string, text: string) => received.set(path, text) });

/** How paths of a person's own releases begin. */
const OWN = /^own[/-]/;

/** Says where the bytes of a person's own releases come from. */
export function provideOwn(bytes: OwnBytes): void {
  shared.ratebookOwn = bytes;
}

async function inflated(base64: string): Promise<Uint8Array> {
  const compressed = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const stream = new Blob([compressed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function notAsMade(path: string): SiteFault {
  return new SiteFault(otherFileText(path));
}

async function loadedBytes(path: string): Promise<Uint8Array> {
  await loadScript(path);
  const text = received.get(path);
  received.delete(path);
  if (text === undefined) throw notAsMade(path);
  return await inflated(text).catch(() => {
    throw notAsMade(path);
  });
}

/** A document of claims has the name of a script in a site that was written. */
async function ownBytes(path: string): Promise<Uint8Array> {
  const bytes = await shared.ratebookOwn?.(path.replace(/\.js$/, ""));
  if (bytes === undefined) throw new SiteFault("Your files were changed, perhaps in another tab. Load the page again.");
  return bytes;
}

/**
 * Loads the bytes of a data file.
 *
 * @param expected its sha256; undefined where the caller compares it
 * @throws SiteFault where the file is not there, or is another one
 */
export async function bytesAt(path: string, expected: string | undefined): Promise<Uint8Array> {
  const bytes = OWN.test(path) ? await ownBytes(path) : await loadedBytes(path);
  if (expected !== undefined && sha256(bytes) !== expected) throw notAsMade(path);
  return bytes;
}
