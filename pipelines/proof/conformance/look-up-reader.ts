import type { Problem } from "../../../schemas/place.ts";
import { LOOK_UP, LOOK_UP_FIELDS, type LookUpField, LookUpRow } from "../../../schemas/row/look-up.ts";
import type { PublishedFile } from "../../inputs/published-files.ts";
import { beyond } from "../../problems/beyond.ts";
import { BOUNDS } from "../../problems/bounds.ts";
import { columnLetter, fault, type Problems } from "../../problems/problems.ts";
import { quoted } from "../../problems/quoted.ts";
import { readDelimited } from "../../tables/csv.ts";
import { collapse, trimCell } from "../../tables/grid.ts";
import { MOST_PROBLEMS } from "./payment-lines.ts";

/** A row of an export, and the number that a spreadsheet gives it. */
export interface LookUpLine {
  readonly line: number;
  readonly row: LookUpRow;
}

const CURE =
  "Export it again from CMS's Physician Fee Schedule Look-Up Tool, with all columns, and do not save it again";

/**
 * The whole file, in pieces.
 *
 * @param onPiece receives each piece
 * @throws InputFault when it is larger than any table
 */
export async function wholeBytes(file: PublishedFile, onPiece: (piece: Uint8Array) => void): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of file.pieces()) {
    bytes += piece.length;
    if (bytes > BOUNDS.fileBytes) {
      throw beyond("from.too-large", { file: file.shown }, `more than ${BOUNDS.fileBytes} bytes`, BOUNDS.fileBytes);
    }
    onPiece(piece);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** Column of each field; throws InputFault for an export that has other columns. */
function columnsOf(file: string, heading: readonly string[]): ReadonlyMap<LookUpField, number> {
  const seen = heading.map((text) => collapse(text).toLowerCase());
  const wanted = LOOK_UP_FIELDS.map((field) => LOOK_UP[field][0]);
  const missing = wanted.filter((name) => seen.filter((text) => text === name.toLowerCase()).length !== 1);
  const known = new Set(wanted.map((name) => name.toLowerCase()));
  const unknown = heading.filter((_, at) => !known.has(seen[at] ?? ""));
  if (missing.length === 0 && unknown.length === 0) {
    return new Map(LOOK_UP_FIELDS.map((field) => [field, seen.indexOf(LOOK_UP[field][0].toLowerCase())]));
  }
  const parts = [
    ...(missing.length > 0 ? [`the columns ${missing.join(", ")} must be there once each`] : []),
    ...(unknown.length > 0 ? [`the columns ${unknown.map((text) => quoted(text)).join(", ")} are not known`] : []),
  ];
  throw fault("look-up.columns", { file, row: 1 }, parts.join("; "), CURE);
}

/** Reads one row, or says what is wrong with it. */
function readRow(
  file: string,
  line: number,
  columns: ReadonlyMap<LookUpField, number>,
  cells: readonly string[],
): LookUpLine | Problem[] {
  if (cells.length !== columns.size) {
    const message = `the row has ${cells.length} cells, the heading has ${columns.size}`;
    return [{ code: "look-up.row", place: { file, row: line }, message, cure: CURE }];
  }
  const texts = [...columns].map(([field, at]) => [field, trimCell(cells[at] ?? "")]);
  const parsed = LookUpRow.safeParse(Object.fromEntries(texts));
  if (parsed.success) return { line, row: parsed.data };
  return parsed.error.issues.map(({ path, message }): Problem => {
    const field = path[0] as LookUpField;
    const at = columns.get(field) ?? 0;
    const place = { file, row: line, column: columnLetter(at), heading: LOOK_UP[field][0] };
    const saw = quoted(cells[at] ?? "");
    return { code: "look-up.cell", place, message: `expected ${message}, saw "${saw}"`, cure: CURE };
  });
}

/**
 * The rows of an export of CMS's Look-Up Tool.
 *
 * @param problems receives each row that cannot be read
 * @throws InputFault when the bytes are not a table, or are one with other columns
 */
export async function readLookUp(bytes: Uint8Array, file: string, problems: Problems): Promise<LookUpLine[]> {
  const [heading = [], ...body] = (await readDelimited(bytes, file)).rows;
  const columns = columnsOf(file, heading);
  const found: LookUpLine[] = [];
  for (const [index, cells] of body.entries()) {
    if (problems.list.length >= MOST_PROBLEMS) break;
    if (cells.every((cell) => cell.trim() === "")) continue;
    const read = readRow(file, index + 2, columns, cells);
    if (Array.isArray(read)) problems.add(...read);
    else found.push(read);
  }
  return found;
}
