const TAB = 9;
/** As many as a byte can number; CMS has some twenty. */
const MOST = 256;
export const TOO_MANY_RATIONALES = `one of at most ${MOST} rationales`;

function isEqual(text: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
  if (text.length !== to - from) return false;
  for (let at = 0; at < text.length; at += 1) if (text[at] !== bytes[from + at]) return false;
  return true;
}

/** The distinct rationales of the edits of a setting, as bytes, in the order of their first rows. */
export class PtpRationales {
  readonly texts: Uint8Array[] = [];
  private last = 0;

  /** The number of a text; -1 where there are too many, or where it is more than one cell. Most rows have that of the row above. */
  numberOf(bytes: Uint8Array, from: number, to: number): number {
    const { last, texts } = this;
    const before = texts[last];
    if (before !== undefined && isEqual(before, bytes, from, to)) return last;
    let number = texts.findIndex((text) => isEqual(text, bytes, from, to));
    if (number < 0) {
      if (texts.length === MOST || bytes.subarray(from, to).includes(TAB)) return -1;
      number = texts.push(bytes.slice(from, to)) - 1;
    }
    this.last = number;
    return number;
  }
}
