/**
 * Seals CPT codes in data that is published without them: each stands as a token. A token becomes the code again where
 * a person's own files name the code. This keeps the codes out of what is published; it is no secret from somebody who
 * tries every possible code.
 */

/** Codes of the AMA: five digits, or four digits and the letter of category II, III, laboratory or vaccine codes. */
const CPT_CODE = /(?<![\w.])(?:\d{4}[0-9FTUM]|0\d{3}A)(?!\w)/g;
const TOKEN = /~[0-9a-z]{11}/g;
const TOKEN_DIGITS = 11;

/** A hash of 52 bits: no two of the 141,000 possible codes have the same, which a test proves. */
function tokenOf(code: string): string {
  let [high, low] = [0x811c9dc5, 0x1b873593];
  for (let at = 0; at < code.length; at += 1) {
    high = Math.imul(high ^ code.charCodeAt(at), 0x01000193);
    low = Math.imul(low ^ code.charCodeAt(at), 0x5bd1e995);
    low ^= low >>> 13;
  }
  const bits = (high >>> 0) * 0x100000 + ((Math.imul(low, 0x85ebca6b) >>> 12) & 0xfffff);
  return `~${bits.toString(36).padStart(TOKEN_DIGITS, "0")}`;
}

/** The text of JSON without CPT codes. */
export function sealCodes(json: string): string {
  return json.replace(CPT_CODE, tokenOf);
}

/** Whether a text has a code that is still sealed. */
export function hasSealedCode(text: string): boolean {
  return text.search(TOKEN) >= 0;
}

/** Tokens of codes that a person's own files name. */
export class KnownCodes {
  private readonly codes = new Map<string, string>();

  /** Returns whether one of them is new. */
  add(codes: Iterable<string>): boolean {
    const before = this.codes.size;
    for (const code of codes) this.codes.set(tokenOf(code), code);
    return this.codes.size > before;
  }

  /** The text with the codes that are known. Among words another one is "another code"; alone, its token equals no code. */
  open(text: string): string {
    return text.replace(TOKEN, (token) => this.codes.get(token) ?? (text.includes(" ") ? "another code" : token));
  }

  /** The JSON with the codes that are known. */
  opened(json: string): unknown {
    return JSON.parse(json, (_, value) =>
      typeof value === "string" && value.includes("~") ? this.open(value) : value,
    );
  }
}
