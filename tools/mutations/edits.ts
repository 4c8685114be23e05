import Papa from "papaparse";

/** The text of another file of CMS's, by its path in the folder of downloads. */
type TextOf = (path: string) => string;

/** A change to the text of one of CMS's files, which can use the text of others. */
export type TextEdit = (text: string, textOf: TextOf) => string;

/** A change that needs no other file. */
type OwnEdit = (text: string) => string;

type RowEdit = (cells: string[], at: number, rows: readonly string[][]) => string[];

/** Data rows of CMS's files with separators: rows that begin with a code, a MAC, a CBSA or a ZIP code. */
const DATA = /^"?(\d[0-9A-Z]{1,4}|[A-Z]\d{4})"? *[,\t]/;

/** The separator of a file, by its first data row. */
function delimiterOf(lines: readonly string[]): string {
  return lines.find((line) => DATA.test(line))?.includes("\t") ? "\t" : ",";
}

/** Cells of a line. Most lines have no quotes, and there are twenty thousand. */
function cellsOf(line: string, delimiter: string): string[] {
  return line.includes('"') ? (Papa.parse<string[]>(line, { delimiter }).data[0] ?? []) : line.split(delimiter);
}

function lineOf(cells: readonly string[], delimiter: string): string {
  const isPlain = cells.every((cell) => !(cell.includes(delimiter) || cell.includes('"')));
  return isPlain ? cells.join(delimiter) : Papa.unparse([[...cells]], { delimiter });
}

/** Changes all data rows together, and nothing else. */
function editAllRows(text: string, edit: (rows: string[][]) => readonly string[][]): string {
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const lines = text.split(newline);
  const delimiter = delimiterOf(lines);
  const isData = lines.map((line) => DATA.test(line));
  const parsed = lines.flatMap((line, at) => (isData[at] ? [cellsOf(line, delimiter)] : []));
  const rows = edit(parsed).map((cells) => lineOf(cells, delimiter));
  const first = isData.indexOf(true);
  const others = lines.filter((_, at) => !isData[at]);
  return [...others.slice(0, first), ...rows, ...others.slice(first)].join(newline);
}

/** Changes data rows one by one. */
function editRows(text: string, edit: RowEdit): string {
  return editAllRows(text, (rows) => {
    const before = rows.map((cells) => [...cells]);
    return rows.map((cells, at) => edit(cells, at, before));
  });
}

/** Edits one after the other. */
export function inTurn(...edits: readonly OwnEdit[]): OwnEdit;
export function inTurn(...edits: readonly TextEdit[]): TextEdit;
export function inTurn(...edits: readonly TextEdit[]): TextEdit {
  return (text, textOf) => edits.reduce((edited, edit) => edit(edited, textOf), text);
}

/** The lines that are wanted, with headings. */
export function without(isGone: (line: string, at: number) => boolean): OwnEdit {
  return (text) =>
    text
      .split("\n")
      .filter((line, at) => !isGone(line, at))
      .join("\n");
}

/** Exchanges two columns, but not their headings. */
export function exchanged(one: number, other: number): OwnEdit {
  return (text) =>
    editRows(text, (cells) => {
      [cells[one], cells[other]] = [cells[other] as string, cells[one] as string];
      return cells;
    });
}

/** Columns moved down by a row, the last cell to the top. */
export function shifted(...columns: readonly number[]): OwnEdit {
  return (text) =>
    editRows(text, (cells, at, rows) => {
      const above = rows[at === 0 ? rows.length - 1 : at - 1] as string[];
      for (const column of columns) cells[column] = above[column] as string;
      return cells;
    });
}

type IsIn = (cells: readonly string[], at: number) => boolean;

/** Another text in a column, or in each of several, in all data rows or in some. */
export function overwritten(
  columns: number | readonly number[],
  edit: (cell: string) => string,
  isIn: IsIn = () => true,
): OwnEdit {
  return (text) =>
    editRows(text, (cells, at) => {
      if (isIn(cells, at)) for (const column of [columns].flat()) cells[column] = edit(cells[column] ?? "");
      return cells;
    });
}

/** A figure times a factor, with its sign for dollars and its decimals. */
export function times(factor: number): (cell: string) => string {
  return (cell) =>
    cell.replace(/[\d,]*\d\.\d+/, (figure) => {
      const decimals = figure.length - figure.indexOf(".") - 1;
      return (Number(figure.replaceAll(",", "")) * factor).toFixed(decimals);
    });
}

/** Another text in every cell of a data row. */
export function everyCell(edit: (cell: string) => string): OwnEdit {
  return (text) => editRows(text, (cells) => cells.map(edit));
}

/** Columns as the rows of another file have them, by the key in other columns. Rows without a twin stay. */
export function takenFrom(path: string, keys: readonly number[], columns: Readonly<Record<number, number>>): TextEdit {
  const keyOf = (cells: readonly string[]): string => keys.map((key) => cells[key]?.trim()).join(" ");
  return (text, textOf) => {
    const known = new Map<string, readonly string[]>();
    editRows(textOf(path), (cells) => {
      known.set(keyOf(cells), [...cells]);
      return cells;
    });
    return editRows(text, (cells) => {
      const twin = known.get(keyOf(cells));
      for (const [column, from] of Object.entries(columns)) {
        if (twin !== undefined) cells[Number(column)] = twin[from] ?? "";
      }
      return cells;
    });
  };
}

/** The sum of columns in another one, in cents, as CMS prints totals. */
export function summed(total: number, ...parts: readonly number[]): OwnEdit {
  return (text) =>
    editRows(text, (cells) => {
      const cents = parts.reduce((sum, part) => sum + Math.round(Number(cells[part]) * 100), 0);
      cells[total] = (cents / 100).toFixed(2);
      return cells;
    });
}

/** The data rows in the opposite order. */
export const reversed: OwnEdit = (text) => editAllRows(text, (rows) => rows.toReversed());

/** Every data row twice. */
export const doubled: OwnEdit = (text) => editAllRows(text, (rows) => rows.flatMap((row) => [row, row]));

/** One row again, below itself, with another text in a column. */
export function repeated(column: number, edit: (cell: string) => string, isIn: IsIn): OwnEdit {
  return (text) =>
    editAllRows(text, (rows) =>
      rows.flatMap((cells, at) => {
        const again = [...cells];
        again[column] = edit(cells[column] ?? "");
        return isIn(cells, at) ? [cells, again] : [cells];
      }),
    );
}

/** Two texts of a column exchanged, wherever they are. */
export function renamed(column: number, one: string, other: string): OwnEdit {
  const names: Readonly<Record<string, string>> = { [one]: other, [other]: one };
  return overwritten(column, (cell) => names[cell.trim()] ?? cell);
}

/** The text up to the middle of its last row. */
export const cutInLastRow: OwnEdit = (text) => text.trimEnd().slice(0, -12);
