/** A row that a table shows only when its filter asks for it. */
export interface OtherRow {
  readonly cells: readonly string[];
  readonly sources: readonly string[];
  /** What the filter looks at. */
  readonly text: string;
}

/** The rows in a table's template, as the page was written with them: `packed-rows.ts` says how. */
export function otherRows(table: HTMLTableElement): OtherRow[] {
  const [first = "", ...lines] = (table.parentElement?.querySelector("template")?.content.textContent ?? "").split(
    "\n",
  );
  const phrases = first.split("\t");
  const columns = table.tHead?.rows[0]?.cells.length ?? 0;
  const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  const plain = (text: string): string =>
    text.replace(/~(.)/g, (_, letter: string) => phrases[letters.indexOf(letter)] ?? letter);
  let above: readonly string[] = [];
  return lines.map((line) => {
    const texts = line.split("\t").map((text, at) => (text === "=" ? (above[at] ?? "") : plain(text)));
    above = texts;
    const cells = Array.from({ length: columns }, (_, at) => texts[at] ?? "");
    return { cells, sources: texts.slice(columns), text: cells.join(" ").toLowerCase() };
  });
}
