import Papa from "papaparse";

/** Data rows of CMS's csv files: rows that begin with a code, a MAC, a CBSA or a ZIP code. */
const DATA = /^"?(\d[0-9A-Z]{1,4}|[A-Z]\d{4})"? *,/;

type RowEdit = (cells: string[], at: number, rows: readonly string[][]) => string[];

/** Changes only the data rows of a csv text. */
function editRows(text: string, edit: RowEdit): string {
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const lines = text.split(newline);
  const at = lines.flatMap((line, index) => (DATA.test(line) ? [index] : []));
  const rows = at.map((index) => Papa.parse<string[]>(lines[index] as string).data[0] ?? []);
  at.forEach((index, row) => {
    lines[index] = Papa.unparse([edit([...(rows[row] as string[])], row, rows)]);
  });
  return lines.join(newline);
}

/** Exchanges two columns, but not their headings. */
export function exchanged(one: number, other: number): (text: string) => string {
  return (text) =>
    editRows(text, (cells) => {
      [cells[one], cells[other]] = [cells[other] as string, cells[one] as string];
      return cells;
    });
}

/** Columns moved down by a row, the last cell to the top. */
export function shifted(...columns: readonly number[]): (text: string) => string {
  return (text) =>
    editRows(text, (cells, at, rows) => {
      const above = rows[at === 0 ? rows.length - 1 : at - 1] as string[];
      for (const column of columns) cells[column] = above[column] as string;
      return cells;
    });
}

/** The lines that a test wants, with headings. */
export function without(isGone: (line: string, at: number) => boolean): (text: string) => string {
  return (text) =>
    text
      .split("\n")
      .filter((line, at) => !isGone(line, at))
      .join("\n");
}
