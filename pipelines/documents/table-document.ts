import type { FileRef } from "../../schemas/out/common.ts";
import { InputFault } from "../shared/problems.ts";
import { misshapen } from "./faults.ts";
import { jsonIn } from "./parse-json.ts";

/** Values of the first fields of a row, in the order in which they are published: `{ hcpcs: "22511" }`. */
type FirstFields = Readonly<Record<string, string>>;

/** As much of a document's head as says which files its numbers were read from. */
export interface FilesHead {
  readonly files: Readonly<Record<string, FileRef>>;
}

/** A published table whose rows are looked up without parsing the others. */
export interface TableDocument<Head, Row> {
  /** All fields but the rows. */
  readonly head: Head;
  /** Rows that begin with these fields. */
  readonly rowsOf: (fields: FirstFields) => Row[];
  /** Rows that begin with these fields, where the last value may go on: `{ hcpcs: "2251" }` finds 22510 to 22515. */
  readonly rowsBeginning: (fields: FirstFields) => Row[];
  readonly allRows: () => Row[];
}

const LINE_END = 0x0a;

/** Rows from one position on that begin with a text; each is one line, with a comma before the next. */
function* rowTexts(bytes: Buffer, beginning: string, from: number): Generator<string> {
  const start = `\n${beginning}`;
  for (let at = bytes.indexOf(start, from); at >= 0; ) {
    const end = bytes.indexOf(LINE_END, at + 1);
    yield bytes.toString("utf8", at + 1, end).replace(/,$/, "");
    at = bytes.indexOf(start, end);
  }
}

/**
 * Opens the bytes of a published table, of which rows stand one a line.
 *
 * @param file its name, for messages
 * @param bytes whose hash was checked: it vouches for the shape, so that no row is validated again
 * @param list field that holds the rows: `rows`, or `lines` for the index of a bulk file
 * @throws InputFault when they are no such table
 */
export function tableDocument<Head, Row>(
  file: string,
  bytes: Buffer,
  list: "rows" | "lines",
): TableDocument<Head, Row> {
  const start = `,\n  "${list}": [`;
  const at = bytes.indexOf(start);
  if (at < 0) throw new InputFault(misshapen(file, `it has no ${list}, one a line`));
  const rows = at + start.length;
  const rowsWith = (beginning: string): Row[] =>
    Array.from(rowTexts(bytes, beginning, rows), (text) => JSON.parse(text) as Row);
  return {
    head: jsonIn<Head>(file, Buffer.concat([bytes.subarray(0, at), Buffer.from("}")])),
    rowsOf: (fields) => rowsWith(JSON.stringify(fields).slice(0, -1)),
    rowsBeginning: (fields) => rowsWith(JSON.stringify(fields).slice(0, -2)),
    allRows: () => JSON.parse(`[${bytes.toString("utf8", rows, bytes.lastIndexOf("]"))}]`) as Row[],
  };
}
