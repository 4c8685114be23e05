/** Characters of a cell or name that a message quotes. */
const QUOTED = 60;

/**
 * Characters that move the cursor, set colours, end a line or change the direction of text: C0, C1, separators, bidi.
 */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;
const UNPRINTABLE_IN_LINES = /(?!\n)[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;

/** A text of a file as a message quotes it: when it is long, its beginning and its length. */
export function quoted(text: string, most = QUOTED): string {
  return text.length <= most ? text : `${text.slice(0, most)}... (${text.length} characters)`;
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** A text that is safe to print: characters that control a terminal are escaped, such as `\u001b`. */
export function plain(text: string): string {
  return text.replace(UNPRINTABLE, escaped);
}

/** Anything but printable ASCII, tabs and line ends: nearly no long text has any, and the test is fast. */
const BEYOND_ASCII = /[^\n\t -~]/;

/** Whether a text is printable ASCII in lines, which every terminal only prints. */
export function isAsciiLines(text: string): boolean {
  return !BEYOND_ASCII.test(text);
}

/** The same for a text of several lines, with its line ends. */
export function plainLines(text: string): string {
  if (isAsciiLines(text) && !text.includes("\t")) return text;
  return text.replace(UNPRINTABLE_IN_LINES, escaped);
}

/** Whether a text has no character that controls a terminal. */
export function isPlain(text: string): boolean {
  return text.search(UNPRINTABLE) < 0;
}
