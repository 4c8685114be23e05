import type { Layout, TextRecord } from "../../schemas/source/layout.ts";
import { beyond } from "../problems/beyond.ts";
import { BOUNDS } from "../problems/bounds.ts";
import { fault } from "../problems/problems.ts";
import type { Columns } from "./columns.ts";
import type { Grid } from "./grid.ts";
import type { Heading } from "./heading.ts";
import { decodeText } from "./text.ts";
import { holdsControls, refuseManyRows, surveyText } from "./text-survey.ts";

/** A table that CMS printed as plain text, with rows split into the layout's fields. */
export interface TextTable {
  /** Data rows have one cell per field, in the order of `columns`; every other row has its line as one cell. */
  readonly grid: Grid;
  readonly heading: Heading;
  readonly columns: Columns;
  /** Whether the row at an index of the grid is one of the table. */
  readonly isRow: (index: number) => boolean;
}

const LINE_END = /\r\n|\n|\r/;

/** Rows are matched with patterns, which can take time with the square of a line's length. */
function refuseLongRow(lines: readonly string[], isRow: (line: string) => boolean, file: string): void {
  const index = lines.findIndex((line) => line.length > BOUNDS.printedLine && isRow(line));
  if (index < 0) return;
  const seen = `a row of ${lines[index]?.length} characters`;
  throw beyond("text.line-too-long", { file, row: index + 1 }, seen, BOUNDS.printedLine);
}

function compile(record: TextRecord): RegExp {
  return new RegExp(record.pattern.join(""));
}

/** Names of the fields of a record, in their order in the line. */
function fieldsOf(record: TextRecord): string[] {
  return [...record.pattern.join("").matchAll(/\(\?<([A-Za-z0-9]+)>/g)].map(([, name = ""]) => name);
}

/** The characters of each field in a line, counted from 1: "60-65". */
function spans(record: TextRecord, line: string): string[] {
  const indices = new RegExp(record.pattern.join(""), "d").exec(line)?.indices?.groups ?? {};
  return fieldsOf(record).map((field) => {
    const [from = 0, to = 0] = indices[field] ?? [];
    return `${from + 1}-${to}`;
  });
}

function unfit(lines: readonly string[], isRow: (line: string) => boolean, record: TextRecord): number {
  const pattern = compile(record);
  return lines.findIndex((line) => isRow(line) && !pattern.test(line));
}

/** The one kind of record that matches every row; throws InputFault when none or several do. */
function recordOf(
  lines: readonly string[],
  isRow: (line: string) => boolean,
  layout: Layout,
  file: string,
): TextRecord {
  const records = layout.text?.records ?? [];
  const fitting = records.filter((record) => unfit(lines, isRow, record) < 0);
  const [only] = fitting;
  if (only !== undefined && fitting.length === 1) return only;
  const cure = `Describe the record in text.records of sources/layouts/${layout.id}.json, or build from the csv`;
  if (only !== undefined) {
    const titles = fitting.map((record) => `"${record.title}"`).join(" and ");
    throw fault("text.ambiguous", { file }, `the rows match ${titles}`, cure);
  }
  const furthest = records.map((record) => unfit(lines, isRow, record)).sort((left, right) => right - left)[0] ?? 0;
  const line = lines[furthest] ?? "";
  const titles = records.map((record) => `"${record.title}"`).join(" nor ");
  const seen = `a line of ${line.length} characters that starts with "${line.slice(0, 7)}"`;
  throw fault("text.no-record", { file, row: furthest + 1 }, `${seen} matches neither ${titles}`, cure);
}

/** @param isPrinted whether a field has characters in a row of the file */
function columnsOf(record: TextRecord, line: string, isPrinted: (field: string, index: number) => boolean): Columns {
  const letters = spans(record, line);
  const refs = fieldsOf(record).map((field, index) => {
    const letter = letters[index] ?? "";
    return [field, { field, index, letter, heading: `characters ${letter}` }] as const;
  });
  const present = refs.filter(([field, { index }]) => isPrinted(field, index));
  return { byField: new Map(present), unmapped: [], periods: [], misprinted: [] };
}

/**
 * Reads a table that CMS printed as `.txt` or `.prn`: no separators, often no headings. The layout's records split
 * the rows.
 *
 * @param bytes the file
 * @param file its name, for messages
 * @param layout describes rows and records
 * @throws InputFault when no line is a row, a row is too long, or not exactly one record matches them all
 */
export async function readTextTable(bytes: Uint8Array, file: string, layout: Layout): Promise<TextTable> {
  surveyText(bytes, file);
  const { text, encoding } = await decodeText(bytes);
  const lines = text.split(LINE_END);
  refuseManyRows(lines.length, file);
  const rowPattern = new RegExp(layout.text?.line ?? "$^");
  const isRow = (line: string): boolean => rowPattern.test(line);
  const first = lines.findIndex(isRow);
  if (first < 0) {
    const message = `no line looks like a row of the ${layout.title} (${rowPattern.source})`;
    throw fault("text.empty", { file }, message, "Check that this is the right file, or build from the csv");
  }
  refuseLongRow(lines, isRow, file);
  const record = recordOf(lines, isRow, layout, file);
  const pattern = compile(record);
  const fields = fieldsOf(record);
  const rows = lines.map((line) => {
    if (!isRow(line)) return [line];
    const groups = pattern.exec(line)?.groups ?? {};
    return fields.map((field) => groups[field] ?? "");
  });
  const heading: Heading = { texts: [], keyColumn: 0, firstRow: first + 1, lastRow: first };
  // Text has no headings: a column that CMS added later is blank in every row, and csv of that year does not have it
  const optional = new Set(layout.columns.filter((column) => column.optional === true).map(({ field }) => field));
  const isPrinted = (field: string, index: number): boolean =>
    !optional.has(field) || rows.some((row, at) => isRow(lines[at] ?? "") && (row[index] ?? "").trim() !== "");
  const columns = columnsOf(record, lines[first] ?? "", isPrinted);
  return {
    grid: { rows, encoding, floats: false, controls: holdsControls(text) },
    heading,
    columns,
    isRow: (index) => isRow(lines[index] ?? ""),
  };
}
