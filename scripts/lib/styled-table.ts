import type { CaveatText } from "../../pipelines/shared/caveats.ts";
import type { Align } from "./columns.ts";
import type { coloursFor } from "./terminal.ts";

/** Escape sequences that colour text and take no room. */
const STYLE = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, "g");

function width(text: string): number {
  return text.replace(STYLE, "").length;
}

function padded(text: string, wanted: number, align: Align): string {
  const blanks = " ".repeat(Math.max(0, wanted - width(text)));
  return align === "right" ? blanks + text : text + blanks;
}

/**
 * A table with two blanks between columns whose cells may carry colours.
 *
 * @param rows header first; every row as long as `aligns`
 */
export function styledTable(rows: readonly (readonly string[])[], aligns: readonly Align[]): string[] {
  const widths = aligns.map((_, column) => Math.max(...rows.map((row) => width(row[column] ?? ""))));
  return rows.map((row) =>
    aligns
      .map((align, column) => padded(row[column] ?? "", widths[column] ?? 0, align))
      .join("  ")
      .trimEnd(),
  );
}

/** Width of running text on a terminal. */
const ROOM = 110;

/**
 * Text in lines that fit a terminal, broken between words.
 *
 * @param first what the first line begins with
 * @param next what the lines after it begin with
 */
export function wrapped(text: string, first: string, next: string): string[] {
  const lines: string[] = [];
  let line = "";
  const start = (): string => (lines.length === 0 ? first : next);
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line === "" || width(start()) + longer.length <= ROOM) {
      line = longer;
      continue;
    }
    lines.push(start() + line);
    line = word;
  }
  return [...lines, start() + line];
}

/** Texts as a list that catches the eye. */
export function noteLines(texts: readonly string[], colours: ReturnType<typeof coloursFor>): string[] {
  return texts.flatMap((text) => wrapped(text, `  ${colours.yellow("!")} `, "    "));
}

/** Caveats as such a list. */
export function caveatLines(caveats: readonly CaveatText[], colours: ReturnType<typeof coloursFor>): string[] {
  return noteLines(
    caveats.map(({ text }) => text),
    colours,
  );
}
