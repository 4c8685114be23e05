const QUOTE = '"';

function isBlank(character: string | undefined): boolean {
  return character !== undefined && character.trim() === "";
}

/**
 * Index of the closing quote of a quoted cell; -1 when there is none. Two quotes in a row are one quote in the cell.
 */
function closingQuote(text: string, opening: number): number {
  for (let at = text.indexOf(QUOTE, opening + 1); at >= 0; at = text.indexOf(QUOTE, at + 2)) {
    if (text[at + 1] !== QUOTE) return at;
  }
  return -1;
}

/** How a csv is written. */
interface Dialect {
  readonly delimiter: string;
  /** The line end that the parser uses. */
  readonly newline: string;
}

function beginsCell(text: string, at: number, { delimiter, newline }: Dialect): boolean {
  return at === 0 || text[at - 1] === delimiter || text.startsWith(newline, at - newline.length);
}

/** The end of a cell after its closing quote; -1 when anything but blanks follows the quote. */
function cellEnd(text: string, closing: number, { delimiter, newline }: Dialect): number {
  if (closing === text.length - 1) return text.length;
  for (let at = closing + 1; ; at += 1) {
    if (text[at] === delimiter || text.startsWith(newline, at)) return at;
    if (!isBlank(text[at])) return -1;
  }
}

/**
 * The first quoting error of a csv: a cell without a closing quote, or with text after it. Undefined when there is
 * none. The parser would continue after each error, and collect them all.
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
