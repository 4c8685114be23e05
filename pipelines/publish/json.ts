import stringify from "json-stringify-pretty-compact";
import type { Field, PublishedNames } from "../../schemas/row/catalogue.ts";
import { ByteWriter } from "../documents/byte-writer.ts";
import type { Column } from "../tables/column.ts";
import type { ColumnsOf } from "../tables/table.ts";

/** One file of a release, ready to be written. */
export interface OutputFile {
  /** Path inside the release's folder, with forward slashes. */
  readonly path: string;
  /** Valid until the next file is made: long files share one buffer, one after the other. */
  readonly bytes: Uint8Array;
  /** Set when making the file needed it, so that large files are hashed once. */
  readonly sha256?: string;
}

const LINE = 180;

function pretty(value: unknown): string {
  return stringify(value, { maxLength: LINE, indent: 2 });
}

/** Top-level fields of a document by name, each as its lines: printed once for many documents. */
export type PrintedFields = Readonly<Record<string, string>>;

/** Placeholder for a printed field; long enough to keep the document from being printed on one line. */
const PRINTED = "-".repeat(LINE);

/**
 * Prints top-level fields separately, exactly as `prettyFile` prints them.
 *
 * @param fields values by name
 */
export function printFields(fields: Readonly<Record<string, unknown>>): PrintedFields {
  const printed = Object.entries(fields).map(([field, value]) => {
    const lines = pretty({ [field]: value }).split("\n");
    const inside = lines.length === 1 ? lines.join("").slice(1, -1) : lines.slice(1, -1).join("\n");
    return [field, inside.trimStart()];
  });
  return Object.fromEntries(printed);
}

/**
 * A document that people read: indented, short objects on one line, LF, newline at the end.
 *
 * @param apart fields that are already printed; the document's own values for them are ignored
 */
export function prettyFile(path: string, document: object, apart: PrintedFields = {}): OutputFile {
  const marks = Object.fromEntries(Object.keys(apart).map((field) => [field, PRINTED]));
  let text = pretty({ ...document, ...marks });
  for (const [field, lines] of Object.entries(apart)) text = text.replace(`"${field}": "${PRINTED}"`, () => lines);
  return { path, bytes: Buffer.from(`${text}\n`) };
}

/** Characters that are joined before they go into the buffer: enough to be fast, few enough to save memory. */
const BATCH = 262_144;

/** The buffer for long files: their own buffers would stay in memory until they are collected. */
const assembly = new ByteWriter(16 * 1024 * 1024);

/** The JSON of one field of a row, with its name; undefined where the row has no such field. */
export type FieldText = (row: number) => string | undefined;

/** A field whose value is computed row by row; undefined leaves it out. */
export function rowField(name: string, value: (row: number) => unknown): FieldText {
  return (row) => {
    const json = JSON.stringify(value(row));
    return json === undefined ? undefined : `"${name}":${json}`;
  };
}

/**
 * The published fields of a table by name, as the catalogue has them: their JSON is made once for each distinct text.
 */
export function publishedFields<Row, Columns extends { readonly [F in keyof Row]: Field }>(
  catalogue: Columns,
  columns: ColumnsOf<Row>,
): Record<PublishedNames<Columns>, FieldText> {
  const fields = Object.entries<Field>(catalogue).flatMap(([name, { kind, published }]) => {
    if (!published) return [];
    const column = columns[name as keyof Row] as Column<never>;
    const texts = column.map((value) => `"${name}":${JSON.stringify(kind.publish(value))}`);
    return [[name, (row: number) => texts.at(row)] as const];
  });
  return Object.fromEntries(fields) as Record<PublishedNames<Columns>, FieldText>;
}

/** Rows as lines of JSON, field by field, in the order of the fields. */
export function* linesOf(rows: Iterable<number>, fields: readonly FieldText[]): Generator<string> {
  const texts: string[] = [];
  for (const row of rows) {
    texts.length = 0;
    for (const field of fields) {
      const text = field(row);
      if (text !== undefined) texts.push(text);
    }
    yield `{${texts.join(",")}}`;
  }
}

function* stringified(rows: Iterable<object>): Generator<string> {
  for (const row of rows) yield JSON.stringify(row);
}

/** A long table of rows that are objects; see {@link lineFile}. */
export function tableFile(path: string, head: object, rows: Iterable<object>): OutputFile {
  return lineFile(path, head, stringified(rows));
}

/**
 * A long table: valid JSON with one row on each line, so that it can be read, diffed and grepped by line.
 *
 * @param head every field but the rows
 * @param lines the JSON of each row, in final order; made one by one, never all in memory
 */
export function lineFile(path: string, head: object, lines: Iterable<string>): OutputFile {
  let text = `${pretty(head).replace(/\n?}$/, "")},\n  "rows": [`;
  let separator = "\n";
  assembly.drain();
  for (const line of lines) {
    text += separator + line;
    separator = ",\n";
    if (text.length > BATCH) {
      assembly.utf8(text);
      text = "";
    }
  }
  assembly.utf8(`${text}\n]}\n`);
  return { path, bytes: assembly.drain() };
}

/** A document for programs: each field on a line of its own, and no blanks. */
export function compactFile(path: string, document: object): OutputFile {
  const fields = Object.entries(document).map(([field, value]) => `${JSON.stringify(field)}:${JSON.stringify(value)}`);
  return { path, bytes: Buffer.from(`{\n${fields.join(",\n")}\n}\n`) };
}
