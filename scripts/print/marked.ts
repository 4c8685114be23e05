/** Where what is marked begins and ends. */
function between(text: string, begin: string, end: string): { from: number; to: number } {
  const from = text.indexOf(begin) + begin.length;
  const to = text.indexOf(end);
  if (from < begin.length || to < from) throw new Error(`the text lacks "${begin}" or "${end}"`);
  return { from, to };
}

/**
 * A text with what stands between two lines of it replaced; the lines stay.
 *
 * @throws Error when the lines are not there
 */
export function withMarked(text: string, begin: string, end: string, content: string): string {
  const { from, to } = between(text, begin, end);
  return `${text.slice(0, from)}\n\n${content}\n\n${text.slice(to)}`;
}

/**
 * What stands between two lines of a text, without blank lines around it.
 *
 * @throws Error when the lines are not there
 */
export function marked(text: string, begin: string, end: string): string {
  const { from, to } = between(text, begin, end);
  return text.slice(from, to).trim();
}

/** A Markdown table whose columns are padded, so that it can be read as text too. */
export function markdownTable(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = heading.map((_, column) => Math.max(...[heading, ...rows].map((row) => row[column]?.length ?? 0), 3));
  const rule = widths.map((width) => "-".repeat(width));
  const padded = [heading, rule, ...rows].map((row) => row.map((text, column) => text.padEnd(widths[column] ?? 0)));
  return padded.map((row) => `| ${row.join(" | ")} |`).join("\n");
}
