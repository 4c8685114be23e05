import type { OpenedRelease } from "../../read/types.ts";
import { codeIn } from "../portfolio/volume-cells.ts";
import { type AuditFile, delimitedTable, jsonTable } from "./audit-file.ts";
import { type AuditColumns, columnsOf, FIGURE_FIELDS } from "./columns.ts";
import { type CodeRow, readRows, type TableFigures } from "./figures.ts";
import { hasCodes, headingsByShape, positionsOfAmounts, separateCodes } from "./list-shape.ts";
import { PlacesOfTable } from "./places-of-table.ts";

/** A line of a list with a code. */
export interface ListLine extends CodeRow {
  /** Of the list, from 1. */
  readonly line: number;
}

/** A line, or a cell of one, that was not understood. */
export interface UnreadLine {
  readonly line: number;
  /** In JSON: the keys that lead to it. */
  readonly path?: string;
  readonly text: string;
  readonly why: string;
}

/** A column of a list with somebody's figures. */
interface OwnColumn {
  readonly column: string;
  readonly heading: string;
}

/** A list of codes as it was read. Every line with anything in it is in `lines` or in `unread`. */
export interface PastedList {
  readonly lines: readonly ListLine[];
  readonly unread: readonly UnreadLine[];
  readonly own: readonly OwnColumn[];
  /** What a reader must know of the whole list. */
  readonly notes: readonly string[];
  /** For the audit: the rows of the lines, under headings. */
  readonly table: AuditFile;
}

/** A table with headings, and the line of the list that each of its rows is from. */
interface Headed {
  readonly file: AuditFile;
  readonly columns: AuditColumns;
  readonly lineOf: (row: number) => number;
  readonly notes: readonly string[];
}

const NAME = "the list";
/** A list is compared and forgotten: nobody asks for the hash of its bytes. */
const ABOUT = { name: NAME, sha256: "" };

function isHeaded(columns: AuditColumns | undefined): columns is AuditColumns {
  return columns?.columns.has("code") === true;
}

/** The columns by their headings, or in a list without headings by what is in them. */
function columnsByHeadingOrShape(rows: AuditFile["rows"]): Pick<AuditColumns, "columns"> | undefined {
  const columns = columnsOf(rows);
  if (isHeaded(columns)) return columns;
  const separate = separateCodes(rows);
  return hasCodes(separate.rows) ? columnsOf([headingsByShape(separate.rows)]) : undefined;
}

/** The cells of a list. A quote that is never closed is a character like any other. */
function tableIn(text: string): AuditFile {
  if (/^\uFEFF?\s*[[{]/.test(text)) return jsonTable(ABOUT, text);
  const file = delimitedTable(ABOUT, text, new Map(), columnsByHeadingOrShape);
  if (file.problem === undefined) return file;
  return delimitedTable(ABOUT, text.replaceAll('"', "'"), new Map(), columnsByHeadingOrShape);
}

function headedBy(file: AuditFile): Headed {
  const columns = columnsOf(file.rows);
  if (isHeaded(columns)) return { file, columns, lineOf: (row) => row, notes: [] };
  const { rows, lines } = separateCodes(file.rows);
  const headed = [headingsByShape(rows), ...rows];
  const amounts = positionsOfAmounts(rows).length;
  const notes =
    amounts > 1
      ? [`${amounts} columns have amounts and no headings, so they are not compared: write headings above them`]
      : [];
  return {
    file: { ...file, rows: headed },
    columns: columnsOf(headed) as AuditColumns,
    lineOf: (row) => lines[row - 2] as number,
    notes,
  };
}

function filled(texts: readonly string[]): string[] {
  return texts.map((cell) => cell.trim()).filter((cell) => cell !== "");
}

/** What neither a row nor a fault was made of: titles above the headings and between the rows. */
function passedOver({ file, columns }: Headed, { rows, notRead, problems }: TableFigures) {
  const read = new Set([...rows, ...notRead].map(({ row }) => row));
  for (const { place } of problems) if (place.row !== undefined) read.add(place.row);
  const [at = 0] = columns.columns.get("code") ?? [];
  return file.rows.flatMap((texts, index) => {
    const row = index + 1;
    const text = filled(texts);
    if (index === columns.row || text.length === 0 || read.has(row)) return [];
    const code = codeIn((texts[at] ?? "").trim());
    const why =
      index < columns.row ? "it is above the headings" : `it has no code of ${"expected" in code ? code.expected : ""}`;
    return [{ row, text: text.join(", "), why }];
  });
}

function faultsOf(headed: Headed, read: TableFigures): UnreadLine[] {
  const { file, lineOf } = headed;
  const formulas = read.problems.map(({ place, message }) => {
    const row = place.row ?? 1;
    return { row, text: filled(file.rows[row - 1] ?? []).join(", "), why: message };
  });
  const all = [...read.notRead, ...formulas, ...passedOver(headed, read)];
  return all.map(({ row, ...rest }) => ({ line: lineOf(row), ...rest })).sort((one, two) => one.line - two.line);
}

/** The rows that an audit can read: a formula would stop it. */
function withoutFormulas({ file }: Headed, { problems }: TableFigures): AuditFile {
  const rows = new Set(problems.map(({ place }) => place.row));
  return { ...file, rows: file.rows.map((texts, at) => (rows.has(at + 1) ? [] : texts)) };
}

/**
 * Reads a list of codes: one a line, or in columns with modifiers, places and fees, with headings or without.
 *
 * @param text csv, cells of a spreadsheet, or JSON
 * @param release whose places the list may name
 * @throws InputFault for a text beyond the bounds, or broken JSON
 */
export function readCodeList(text: string, release: OpenedRelease): PastedList {
  const headed = headedBy(tableIn(text));
  const { file, columns, lineOf, notes } = headed;
  const places = new PlacesOfTable(release);
  const read = readRows(file, columns, { places, setting: undefined, since: release.window.from });
  const figures = new Set(FIGURE_FIELDS.flatMap((field) => columns.columns.get(field) ?? []));
  const own = columns.mapping.flatMap(({ column, heading, field }) => {
    return field !== null && (FIGURE_FIELDS as readonly string[]).includes(field) ? [{ column, heading }] : [];
  });
  return {
    lines: read.rows.map((each) => ({ ...each, line: lineOf(each.row) })),
    unread: faultsOf(headed, read),
    own: figures.size > 0 ? own : [],
    notes: [...notes, ...columns.doubts.map(({ message }) => message)],
    table: withoutFormulas(headed, read),
  };
}
