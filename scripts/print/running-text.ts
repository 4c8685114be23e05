import type { CaveatText } from "../../pipelines/sources/caveats.ts";
import { visibleWidth } from "./columns.ts";
import type { Colours } from "./terminal.ts";

/** Greatest width of running text. */
const ROOM = 110;

/**
 * Text in lines that fit a terminal, broken between words.
 *
 * @param first beginning of the first line
 * @param next beginning of the other lines
 * @param room width of the terminal
 */
export function wrapped(
  text: string,
  first: string,
  next: string,
  room = Math.min(ROOM, process.stdout.columns ?? ROOM),
): string[] {
  const lines: string[] = [];
  let line = "";
  const start = (): string => (lines.length === 0 ? first : next);
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line === "" || visibleWidth(start()) + longer.length <= room) {
      line = longer;
      continue;
    }
    lines.push(start() + line);
    line = word;
  }
  return [...lines, start() + line];
}

/** The same for stderr: lines are broken only on a terminal, so that messages in files can be searched. */
export function wrappedNote(text: string, first: string, next = first): string[] {
  const room = process.stderr.columns ?? Number.POSITIVE_INFINITY;
  return text.split("\n").flatMap((line, index) => wrapped(line, index === 0 ? first : next, next, room));
}

/** Texts as a list with an exclamation mark each. */
export function noteLines(texts: readonly string[], colours: Colours): string[] {
  return texts.flatMap((text) => wrapped(text, `  ${colours.yellow("!")} `, "    "));
}

/** Caveats as such a list. */
export function caveatLines(caveats: readonly CaveatText[], colours: Colours): string[] {
  return noteLines(
    caveats.map(({ text }) => text),
    colours,
  );
}
