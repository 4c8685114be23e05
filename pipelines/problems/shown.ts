/** Characters of a cell or name that a message quotes. */
const QUOTED = 60;

/** Whatever moves a cursor, colours a screen, ends a line or turns the direction of writing: C0, C1, separators, bidi. */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;
const UNPRINTABLE_IN_LINES = /(?!\n)[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;

/** A text out of a file as a message quotes it: the beginning and the length, when it is long. */
export function shown(text: string, most = QUOTED): string {
  return text.length <= most ? text : `${text.slice(0, most)}... (${text.length} characters)`;
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** A text that a terminal can print as it is: what would act on the terminal is spelled out, as `\u001b`. */
export function plain(text: string): string {
  return text.replace(UNPRINTABLE, escaped);
}

/** Whatever is not plain ASCII, tabs and ends of lines apart: nearly no long text has any, and asking is fast. */
const BEYOND_ASCII = /[^\n\t -~]/;

/** Whether a text is printable ASCII in lines, with which no terminal does anything but print it. */
export function isAsciiLines(text: string): boolean {
  return !BEYOND_ASCII.test(text);
}

/** The same for a text of several lines, whose ends stay. */
export function plainLines(text: string): string {
  if (isAsciiLines(text) && !text.includes("\t")) return text;
  return text.replace(UNPRINTABLE_IN_LINES, escaped);
}

/** Whether a text holds anything that acts on a terminal instead of being printed. */
export function isPlain(text: string): boolean {
  return text.search(UNPRINTABLE) < 0;
}
