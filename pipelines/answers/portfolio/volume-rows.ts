import Papa from "papaparse";
import type { z } from "zod";
import type { Problem } from "../../../schemas/place.ts";
import { VolumeRow } from "../../../schemas/row/volumes.ts";
import { didYouMean } from "../../problems/nearest.ts";
import { columnLetter } from "../../problems/problems.ts";

/** A row of the file of volumes, with its number as a spreadsheet has it. */
export type NumberedVolume = VolumeRow & { readonly row: number };

type Field = keyof VolumeRow;

/** Rows that could be read, and everything that is wrong with the others. */
export interface Volumes {
  readonly rows: readonly NumberedVolume[];
  readonly problems: readonly Problem[];
  /** Letters of each field's column. */
  readonly letters: Readonly<Record<Field, string>>;
}

const FIELDS = Object.keys(VolumeRow.shape) as Field[];
const HEADINGS = FIELDS.join(", ");

/** Where each field is. */
type Columns = ReadonlyMap<Field, number>;

/** Every heading must be known: a misspelled one would leave its field blank without a message. */
function readHeading(cells: readonly string[], file: string): { columns: Columns; problems: Problem[] } {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  const columns = new Map(FIELDS.flatMap((field) => (names.includes(field) ? [[field, names.indexOf(field)]] : [])));
  const missing = FIELDS.filter((field) => !columns.has(field));
  const cure = `The first row must have the headings ${HEADINGS}: each once, in any order, and no others`;
  const problem = (message: string, column?: number): Problem => ({
    code: "volumes.heading",
    place: { file, row: 1, ...(column === undefined ? {} : { column: columnLetter(column) }) },
    message,
    cure,
  });
  const unknown = names.flatMap((name, at) => {
    if (columns.get(name as Field) === at || name === "") return [];
    const what = columns.has(name as Field)
      ? "is there twice"
      : `is not a heading of volumes${didYouMean(name, missing)}`;
    return [problem(`"${name}" ${what}`, at)];
  });
  return {
    columns,
    problems: [...unknown, ...missing.map((field) => problem(`no column is headed "${field}"`))],
  };
}

function issueProblem(issue: z.core.$ZodIssue, cells: Readonly<Record<string, string>>, at: RowPlace): Problem {
  const field = String(issue.path[0]) as Field;
  const column = columnLetter(at.columns.get(field) ?? 0);
  return {
    code: `volumes.${field}`,
    place: { file: at.file, row: at.row, column, heading: field },
    message: `"${cells[field]}" is not ${issue.message}`,
    cure: "Correct the cell, or remove the row",
  };
}

interface RowPlace {
  readonly file: string;
  readonly row: number;
  readonly columns: Columns;
}

function readRow(texts: readonly string[], at: RowPlace): NumberedVolume | readonly Problem[] {
  const width = Math.max(...at.columns.values()) + 1;
  if (texts.slice(width).some((text) => text.trim() !== "") || texts.length < at.columns.size) {
    const message = `the row has ${texts.length} cells, the heading has ${at.columns.size}`;
    const cure = "Write counts without commas, and put cells with commas in quotes";
    return [{ code: "volumes.width", place: { file: at.file, row: at.row }, message, cure }];
  }
  const cells = Object.fromEntries(FIELDS.map((field) => [field, (texts[at.columns.get(field) ?? -1] ?? "").trim()]));
  const parsed = VolumeRow.safeParse(cells);
  if (parsed.success) return { row: at.row, ...parsed.data };
  return parsed.error.issues.map((issue) => issueProblem(issue, cells, at));
}

/** Letters of the columns; an unknown heading has none. */
function lettersOf(columns: Columns): Volumes["letters"] {
  const letters = FIELDS.map((field) => [field, columnLetter(columns.get(field) ?? 0)]);
  return Object.fromEntries(letters) as Volumes["letters"];
}

const isBlank = (texts: readonly string[]): boolean => texts.every((text) => text.trim() === "");

/** Cells of csv text, or the one problem that makes it invalid csv. */
function cellsOf(text: string, file: string): { rows: readonly string[][]; problem?: Problem } {
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ""), { header: false, delimiter: "," });
  const [error] = errors;
  if (error === undefined) return { rows: data };
  const place = error.row === undefined ? { file } : { file, row: error.row + 1 };
  const message = `the text is not well-formed csv: ${error.message}`;
  return { rows: [], problem: { code: "volumes.malformed", place, message, cure: "Save it as csv again" } };
}

/**
 * Reads a file of volumes: csv with a heading row.
 *
 * @param text of the file
 * @param file its name, for problems
 * @returns rows, and every problem of the file; if there is any, do not use the rows
 */
export function readVolumes(text: string, file: string): Volumes {
  const { rows: cells, problem } = cellsOf(text, file);
  const { columns, problems } = readHeading(cells[0] ?? [], file);
  const letters = lettersOf(columns);
  if (problem !== undefined) return { rows: [], problems: [problem], letters };
  if (problems.length > 0) return { rows: [], problems, letters };
  const rows: NumberedVolume[] = [];
  cells.forEach((texts, index) => {
    if (index === 0 || isBlank(texts)) return;
    const read = readRow(texts, { file, row: index + 1, columns });
    if ("row" in read) rows.push(read);
    else problems.push(...read);
  });
  if (rows.length + problems.length > 0) return { rows, problems, letters };
  const cure = "Put a row below the heading for each code, setting and locality";
  const empty = { code: "volumes.empty", place: { file }, message: "there is no row below the heading", cure };
  return { rows, problems: [empty], letters };
}
