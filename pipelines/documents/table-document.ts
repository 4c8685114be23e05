import type { FileRef } from "../../schemas/out/common.ts";
import { InputFault } from "../problems/problems.ts";
import type { BuiltTable, FirstFields } from "./built-documents.ts";
import { misshapen } from "./faults.ts";
import { jsonIn } from "./parse-json.ts";
import { type Pin, readPinned, scanPinned } from "./pinned-file.ts";

/** The part of a document's head that names the files of its numbers. */
export interface FilesHead {
  readonly files: Readonly<Record<string, FileRef>>;
}

/** A published table as a file. */
export interface TableFile<Head> {
  readonly file: string;
  readonly pin: Pin;
  /** Throws InputFault for the head of another document. */
  readonly refuseOther: (head: Head) => void;
}

/** Look-ups from which it is faster to parse all rows. */
const MANY = 30;
const LINE_END = 0x0a;
const LIST_START = '\n  "rows": [';

/** Lines that contain a text; each is a row, with a comma before the next. */
function* rowTexts(lines: Buffer, text: string): Generator<string> {
  for (let at = lines.indexOf(text); at >= 0; ) {
    const start = lines.lastIndexOf(LINE_END, at) + 1;
    const end = lines.indexOf(LINE_END, at + 1);
    yield lines.toString("utf8", start, end < 0 ? undefined : end).replace(/,$/, "");
    at = end < 0 ? -1 : lines.indexOf(text, end);
  }
}

/** A row that begins with a text, in a line of its own. */
const begins = (beginning: string): string => `\n${beginning}`;

/**
 * A published table whose rows are looked up without parsing the others. It is verified by its hash before it is used,
 * so no row is validated again.
 */
export class TableDocument<Head, Row> implements BuiltTable<Head, Row> {
  private readonly source: TableFile<Head>;
  private readonly found = new Map<string, readonly Row[]>();
  private knownHead: Head | undefined;
  private bytes: Buffer | undefined;
  private rows: readonly Row[] | undefined;

  /** Reads nothing yet. Every method throws InputFault when the file differs from the built one. */
  constructor(source: TableFile<Head>) {
    this.source = source;
  }

  /** All fields but the rows. */
  get head(): Head {
    if (this.knownHead === undefined) this.scan([]);
    return this.knownHead as Head;
  }

  /** Rows that begin with these fields. */
  rowsOf(fields: FirstFields): readonly Row[] {
    return this.rowsWith(JSON.stringify(fields).slice(0, -1));
  }

  /**
   * Rows that begin with these fields, where the last value may be longer: `{ hcpcs: "2251" }` finds 22510 to 22515.
   */
  rowsBeginning(fields: FirstFields): readonly Row[] {
    return this.rowsWith(JSON.stringify(fields).slice(0, -2));
  }

  *rowsHaving(fields: FirstFields): Iterable<Row> {
    const wanted = Object.entries(fields);
    const [[name, value] = ["", ""]] = wanted;
    const lines = this.whole();
    const rows = lines.subarray(lines.indexOf(LIST_START) + LIST_START.length);
    for (const text of rowTexts(rows, JSON.stringify({ [name]: value }).slice(1, -1))) {
      const row = JSON.parse(text) as Row;
      if (wanted.every(([each, text]) => (row as Record<string, unknown>)[each] === text)) yield row;
    }
  }

  /**
   * Looks several up in one pass: a file that is asked twice is read again, and then kept. Many are looked up among all
   * rows, which is faster than to search for each.
   *
   * @param wanted values of the same fields
   */
  lookUp(wanted: readonly FirstFields[]): void {
    const beginnings = wanted.map((fields) => JSON.stringify(fields).slice(0, -1));
    const unknown = [...new Set(beginnings)].filter((each) => !this.found.has(each));
    if (unknown.length > MANY) this.keepParsed(unknown, Object.keys(wanted[0] ?? {}));
    else if (this.knownHead === undefined && unknown.length > 0) this.scan(unknown);
  }

  /** Parsed once. */
  allRows(): readonly Row[] {
    this.rows ??= (JSON.parse(this.whole().toString("utf8")) as { rows: Row[] }).rows;
    return this.rows;
  }

  private rowsWith(beginning: string): readonly Row[] {
    const known = this.found.get(beginning);
    if (known !== undefined) return known;
    // The first look-up reads the file and drops it; after a second one, more are likely
    if (this.knownHead === undefined) this.scan([beginning]);
    else this.keepRows(beginning, rowTexts(this.whole(), begins(beginning)));
    return this.found.get(beginning) ?? [];
  }

  private keepRows(beginning: string, texts: Iterable<string>): void {
    this.found.set(
      beginning,
      Array.from(texts, (text) => JSON.parse(text) as Row),
    );
  }

  private whole(): Buffer {
    if (this.bytes !== undefined) return this.bytes;
    const bytes = readPinned(this.source.file, this.source.pin);
    const at = bytes.indexOf(LIST_START);
    this.keepHead(at < 0 ? undefined : bytes.toString("utf8", 0, at));
    this.bytes = bytes;
    return bytes;
  }

  /** Keeps the rows that have the wanted values of some fields. */
  private keepParsed(beginnings: readonly string[], fields: readonly string[]): void {
    const found = new Map(beginnings.map((beginning): [string, Row[]] => [beginning, []]));
    for (const row of this.allRows()) {
      const values = fields.map((field) => [field, (row as Record<string, unknown>)[field]]);
      found.get(JSON.stringify(Object.fromEntries(values)).slice(0, -1))?.push(row);
    }
    for (const [beginning, rows] of found) this.found.set(beginning, rows);
  }

  /** Reads the head, and keeps the rows that begin with one of the texts. */
  private scan(beginnings: readonly string[]): void {
    const heads: string[] = [];
    const rows = new Map(beginnings.map((beginning): [string, string[]] => [beginning, []]));
    let isInRows = false;
    const read = (lines: Buffer): void => {
      for (const [beginning, texts] of rows) texts.push(...rowTexts(lines, begins(beginning)));
    };
    scanPinned(this.source.file, this.source.pin, (lines) => {
      const at = isInRows ? 0 : lines.indexOf(LIST_START);
      if (!isInRows) heads.push(lines.toString("utf8", 0, at < 0 ? undefined : at));
      isInRows = at >= 0;
      if (isInRows) read(lines.subarray(at));
    });
    this.keepHead(isInRows ? heads.join("") : undefined);
    for (const [beginning, texts] of rows) this.keepRows(beginning, texts);
  }

  /** @param text everything before the rows, with a comma at its end; undefined when there are none */
  private keepHead(text: string | undefined): void {
    const { file, refuseOther } = this.source;
    if (text === undefined) throw new InputFault(misshapen(file, "it has no rows with one entry on each line"));
    const head = jsonIn<Head>(file, Buffer.from(text.replace(/,$/, "}")));
    refuseOther(head);
    this.knownHead = head;
  }
}
