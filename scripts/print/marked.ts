/** Where the marked part begins and ends. */
function between(text: string, begin: string, end: string): { from: number; to: number } {
  const from = text.indexOf(begin) + begin.length;
  const to = text.indexOf(end);
  if (from < begin.length || to < from) throw new Error(`the text does not contain "${begin}" and, after it, "${end}"`);
  return { from, to };
}

/**
 * Replaces the text between two lines; the lines stay.
 *
 * @throws Error when a line is missing
 */
export function withMarked(text: string, begin: string, end: string, content: string): string {
  const { from, to } = between(text, begin, end);
  return `${text.slice(0, from)}\n\n${content}\n\n${text.slice(to)}`;
}

/**
 * The text between two lines, without blank lines around it.
 *
 * @throws Error when a line is missing
 */
export function marked(text: string, begin: string, end: string): string {
  const { from, to } = between(text, begin, end);
  return text.slice(from, to).trim();
}

/** A Markdown table with padded columns, which is also readable as text. */
export function markdownTable(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = heading.map((_, column) => Math.max(...[heading, ...rows].map((row) => row[column]?.length ?? 0), 3));
  const rule = widths.map((width) => "-".repeat(width));
  const padded = [heading, rule, ...rows].map((row) => row.map((text, column) => text.padEnd(widths[column] ?? 0)));
  return padded.map((row) => `| ${row.join(" | ")} |`).join("\n");
}
