import { plain } from "../../pipelines/problems/quoted.ts";
import { type Content, LINE_END, type Reason, type TableBlock, type Tone } from "../../pipelines/reports/views/view.ts";
import { type Align, textTable } from "./columns.ts";
import type { Colours } from "./terminal.ts";

/** Reasons why cells have no figure, numbered in order of first use and printed below the table. */
export class Footnotes {
  /** What a note adds to each reason, if anything. */
  private readonly reasons = new Map<string, string | undefined>();

  /** "(1)" */
  mark({ reason, more }: Pick<Reason, "reason" | "more">): string {
    const words = plain(reason);
    this.reasons.set(words, this.reasons.get(words) ?? more);
    return `(${[...this.reasons.keys()].indexOf(words) + 1})`;
  }

  /** Each number with its reason, and a sentence about it where there is one: "(1) ", "file not read". */
  entries(): [mark: string, reason: string][] {
    return [...this.reasons].map(([reason, more], at) => [
      `(${at + 1}) `,
      more === undefined ? reason : `${reason}: ${plain(more)}`,
    ]);
  }
}

/** How tones look on a terminal; others look like plain text. */
const PAINT: Readonly<Partial<Record<Tone, (colours: Colours) => (text: string) => string>>> = {
  strong: ({ bold }) => bold,
  quiet: ({ dim }) => dim,
  code: ({ cyan }) => cyan,
};

function flattened(contents: readonly Content[]): Content[] {
  return contents.flatMap((each) => (Array.isArray(each) ? flattened(each) : [each]));
}

/**
 * The text of a cell: its first line, without the source of a figure, and without anything that acts on a terminal
 * except our colours.
 */
function contentText(content: Content, colours: Colours, notes: Footnotes): string {
  if (content === LINE_END || content === null || content === undefined || content === false) return "";
  if (typeof content !== "object") return plain(String(content));
  if ("source" in content) return plain(content.brief ?? content.text);
  if ("reason" in content) return notes.mark(content);
  if ("rest" in content) return plain(content.first);
  if ("content" in content) {
    const text = contentText(content.content, colours, notes);
    return content.tones.reduce((painted, tone) => PAINT[tone]?.(colours)(painted) ?? painted, text);
  }
  const flat = flattened(content);
  const end = flat.indexOf(LINE_END);
  return flat
    .slice(0, end < 0 ? flat.length : end)
    .map((each) => contentText(each, colours, notes))
    .join("");
}

/** A table as text lines; headings take two lines where a column has two. */
export function tableLines({ columns, rows }: TableBlock, colours: Colours, notes = new Footnotes()): string[] {
  const aligns = columns.map(({ isNumber }): Align => (isNumber ? "right" : "left"));
  const text = (content: Content): string => contentText(content, colours, notes);
  const narrow = columns.map((column) => column.narrow ?? (["", text(column.heading)] as const));
  const headings = columns.some((column) => column.narrow !== undefined) ? ([0, 1] as const) : ([1] as const);
  return textTable(
    [
      ...headings.map((line) => narrow.map((words) => colours.dim(words[line]))),
      ...rows.map(({ cells }) => cells.map(text)),
    ],
    aligns,
  );
}
