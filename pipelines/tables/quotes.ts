const QUOTE = '"';

function isBlank(character: string | undefined): boolean {
  return character !== undefined && character.trim() === "";
}

/** Index of the quote that ends a cell which began with one; -1 when none does. Two in a row stand for one in it. */
function closingQuote(text: string, opening: number): number {
  for (let at = text.indexOf(QUOTE, opening + 1); at >= 0; at = text.indexOf(QUOTE, at + 2)) {
    if (text[at + 1] !== QUOTE) return at;
  }
  return -1;
}

/** How a csv is written. */
interface Dialect {
  readonly delimiter: string;
  /** The line end that the parser goes by. */
  readonly newline: string;
}

function beginsCell(text: string, at: number, { delimiter, newline }: Dialect): boolean {
  return at === 0 || text[at - 1] === delimiter || text.startsWith(newline, at - newline.length);
}

/** Where the cell ends whose closing quote was found; -1 when anything but blanks stands between the two. */
function cellEnd(text: string, closing: number, { delimiter, newline }: Dialect): number {
  if (closing === text.length - 1) return text.length;
  for (let at = closing + 1; ; at += 1) {
    if (text[at] === delimiter || text.startsWith(newline, at)) return at;
    if (!isBlank(text[at])) return -1;
  }
}

/**
 * Where the quoting of a csv goes wrong: at a cell that is never closed, or whose closing quote something follows.
 * Undefined when it is sound. The parser would go on after each such place, and remember them all.
 */
export function unsoundQuote(text: string, dialect: Dialect): number | undefined {
  for (let at = text.indexOf(QUOTE); at >= 0; ) {
    let next = at + 1;
    if (beginsCell(text, at, dialect)) {
      const closing = closingQuote(text, at);
      next = closing < 0 ? -1 : cellEnd(text, closing, dialect);
      if (next < 0) return at;
    }
    at = text.indexOf(QUOTE, next);
  }
  return undefined;
}
