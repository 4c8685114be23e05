import type { CaveatText } from "../../pipelines/sources/caveats.ts";
import type { RateDocument } from "../../schemas/out/rate.ts";
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

/** Rules with their formulas and sources, under a heading; nothing where none was used. */
export function usedRuleLines(rules: RateDocument["rules"], colours: Colours): string[] {
  const used = Object.entries(rules).flatMap(([id, { formula, cites }]) => [
    ...wrapped(formula, `  ${colours.cyan(id)}: `, "    "),
    ...cites.flatMap(({ title }) => wrapped(title, "    ", "      ")).map(colours.dim),
  ]);
  return used.length === 0 ? [] : [colours.dim("rules"), ...used, ""];
}

/** The rows that figures were read from, under a heading; nothing where there is none. */
export function readLines(rows: readonly string[], colours: Colours): string[] {
  return rows.length === 0 ? [] : [colours.dim("read from"), ...rows, ""];
}
