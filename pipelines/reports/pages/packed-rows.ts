import type { PlainRow, PlainRows } from "../views/view.ts";

/** Stands for the text of the same column in the line above. */
const SAME = "=";
/** Begins the letter of a phrase; itself doubled. */
const MARK = "~";
/** Letters of phrases. */
const LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** Phrases of fewer letters are not worth a letter and its mark. */
const SHORTEST = 4;

/** Writes phrases as their letters; what has a meaning in a line is marked. */
function packer(phrases: readonly string[]): (text: string) => string {
  const letters = new Map(phrases.map((phrase, at) => [phrase, `${MARK}${LETTERS[at]}`]));
  const found = new RegExp([MARK, ...phrases.map((phrase) => phrase.replace(/[^\w ]/g, "\\$&"))].join("|"), "g");
  return (text) => {
    if (text === SAME) return MARK + SAME;
    return text.replace(/[\t\n]/g, " ").replace(found, (each) => letters.get(each) ?? MARK + MARK);
  };
}

/**
 * Rows as lines of text for the script of a page: first the phrases, then each row with a tab between its texts and
 * sources, an equals sign for a text as above, and `~a` for the first phrase. A large table takes half the bytes, and
 * the page none of the elements.
 */
export function packedRows({ rows, phrases }: PlainRows): string {
  // Longer phrases first: one may be part of another
  const known = [...new Set(phrases)]
    .filter(({ length }) => length >= SHORTEST)
    .sort((left, right) => right.length - left.length)
    .slice(0, LETTERS.length);
  const packed = packer(known);
  let above: readonly string[] = [];
  const lineOf = ({ cells, sources }: PlainRow): string => {
    const texts = [...cells, ...sources].map(packed);
    const line = texts.map((text, at) => (text !== "" && text === above[at] ? SAME : text)).join("\t");
    above = texts;
    return line.trimEnd();
  };
  return [known.join("\t"), ...rows.map(lineOf)].join("\n");
}
