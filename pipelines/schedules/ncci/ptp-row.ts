import { isDay } from "../../../schemas/day.ts";
import { NCCI_PTP, NcciPtpRow } from "../../../schemas/row/ncci.ts";
import { trimCell } from "../../tables/grid.ts";
import type { PtpColumns } from "./ptp-columns.ts";
import { CODE_LENGTH, codeNumber, DIGIT_OF, dayNumber, dayNumberOf, dayText } from "./ptp-edits.ts";
import { type PtpRationales, TOO_MANY_RATIONALES } from "./ptp-rationales.ts";

const TAB = 9;
const CARRIAGE_RETURN = 13;
const STAR = 42;
const ZERO = 48;
const NINE = 57;
const DAY_LENGTH = 8;

/** A field of the table, in CMS's order. */
export type PtpField = keyof typeof NCCI_PTP;
export const PTP_FIELDS = Object.keys(NCCI_PTP) as readonly PtpField[];

/** Why a row is not read: the field of its first cell that is not as it should be, and what is wrong. */
export interface PtpFault {
  readonly field: PtpField | undefined;
  readonly message: string;
}

/** For each number of a day: 0 where it was not asked for yet, 1 where its month has it, 2 where not. */
const KNOWN_DAYS = new Uint8Array(1 << 16);

function isKnownDay(number: number): boolean {
  if (KNOWN_DAYS[number] === 0) KNOWN_DAYS[number] = isDay(dayText(number)) ? 1 : 2;
  return KNOWN_DAYS[number] === 1;
}

/** The number of the code at a place of the bytes; -1 where there is none. */
function codeAt(bytes: Uint8Array, at: number): number {
  let number = 0;
  for (let each = at; each < at + CODE_LENGTH; each += 1) {
    const digit = DIGIT_OF[bytes[each] as number] as number;
    if (digit < 0) return -1;
    number = number * 36 + digit;
  }
  return number;
}

function digitsAt(bytes: Uint8Array, at: number, length: number): number {
  let number = 0;
  for (let each = at; each < at + length; each += 1) {
    const byte = bytes[each] as number;
    if (byte < ZERO || byte > NINE) return -1;
    number = number * 10 + byte - ZERO;
  }
  return number;
}

/** The number of the day at a place of the bytes, such as 20150101; -1 where there is none. */
function dayAt(bytes: Uint8Array, at: number): number {
  const printed = digitsAt(bytes, at, DAY_LENGTH);
  const year = Math.floor(printed / 10_000);
  const month = Math.floor(printed / 100) % 100;
  const number = dayNumber(year, month, printed % 100);
  return number !== undefined && isKnownDay(number) ? number : -1;
}

/** Where the cells after the codes begin: behind a blank cell, or one with a star. */
function afterMark(bytes: Uint8Array, at: number): number {
  const next = bytes[at] === STAR ? at + 1 : at;
  return bytes[next] === TAB ? next + 1 : -1;
}

function indicatorAt(bytes: Uint8Array, at: number): number {
  const digit = (bytes[at] as number) - ZERO;
  return digit === 0 || digit === 1 || digit === 9 ? digit : -1;
}

/**
 * Reads a row as nearly all are: no blanks around a cell, columns in CMS's order. Works on the bytes, so that no text is
 * made of a row.
 *
 * @param from first byte of the row
 * @param to the byte after its last, without the end of the line
 * @returns false where it is not so; `readCells` reads it then, or says what is wrong
 */
export function readPlain(
  bytes: Uint8Array,
  from: number,
  to: number,
  columns: PtpColumns,
  rationales: PtpRationales,
): boolean {
  const second = from + CODE_LENGTH + 1;
  const mark = second + CODE_LENGTH + 1;
  const first = afterMark(bytes, mark);
  if (first < 0 || bytes[second - 1] !== TAB || bytes[mark - 1] !== TAB) return false;
  const last = first + DAY_LENGTH + 1;
  const isActive = bytes[last] === STAR;
  const indicator = last + (isActive ? 1 : DAY_LENGTH) + 1;
  const text = indicator + 2;
  if (text >= to || bytes[last - 1] !== TAB || bytes[indicator - 1] !== TAB || bytes[text - 1] !== TAB) return false;
  const [column1, column2] = [codeAt(bytes, from), codeAt(bytes, second)];
  const [effective, deletion] = [dayAt(bytes, first), isActive ? 0 : dayAt(bytes, last)];
  const modifier = indicatorAt(bytes, indicator);
  if (column1 < 0 || column2 < 0 || effective < 0 || deletion < 0 || modifier < 0) return false;
  const rationale = rationales.numberOf(bytes, text, to);
  if (rationale < 0) return false;
  columns.reserve();
  const row = columns.count;
  columns.column1[row] = column1;
  columns.column2[row] = column2;
  columns.effective[row] = effective;
  columns.deletion[row] = deletion;
  columns.modifierIndicator[row] = modifier;
  columns.rationale[row] = rationale;
  columns.count = row + 1;
  return true;
}

/** The end of a line without its carriage return. */
export function withoutReturn(bytes: Uint8Array, from: number, end: number): number {
  return end > from && bytes[end - 1] === CARRIAGE_RETURN ? end - 1 : end;
}

const SHAPE = NcciPtpRow.shape;

/** What is wrong with a cell; undefined where it is as CMS prints it. */
function faultOf(field: PtpField, cell: string): PtpFault | undefined {
  const parsed = SHAPE[field].safeParse(cell);
  if (parsed.success) return undefined;
  return { field, message: parsed.error.issues[0]?.message ?? "" };
}

/**
 * Reads the cells of a row one by one, as any table's are: blanks around them do not count.
 *
 * @param indexes the column of each field, in the order of `PTP_FIELDS`
 * @param width how many columns the heading has
 * @returns what is wrong; undefined where the row was read
 */
export function readCells(
  line: string,
  indexes: readonly number[],
  width: number,
  columns: PtpColumns,
  rationales: PtpRationales,
): PtpFault | undefined {
  const cells = line.split("\t");
  if (cells.length !== width) return { field: undefined, message: `${width} cells, saw ${cells.length}` };
  const own = indexes.map((index) => trimCell(cells[index] ?? ""));
  const fault = PTP_FIELDS.map((field, at) => faultOf(field, own[at] ?? "")).find((each) => each !== undefined);
  if (fault !== undefined) return fault;
  const row = NcciPtpRow.parse(Object.fromEntries(PTP_FIELDS.map((field, at) => [field, own[at]])));
  return appended(row, columns, rationales);
}

const DAYS_HELD = "a day of the years 1900 to 2075";

function appended(row: NcciPtpRow, columns: PtpColumns, rationales: PtpRationales): PtpFault | undefined {
  const effective = dayNumberOf(row.effective);
  const deletion = row.deletion === null ? 0 : dayNumberOf(row.deletion);
  if (effective === undefined) return { field: "effective", message: DAYS_HELD };
  if (deletion === undefined) return { field: "deletion", message: DAYS_HELD };
  const text = Buffer.from(row.rationale, "latin1");
  const rationale = rationales.numberOf(text, 0, text.length);
  if (rationale < 0) return { field: "rationale", message: TOO_MANY_RATIONALES };
  columns.reserve();
  const at = columns.count;
  columns.column1[at] = codeNumber(row.column1);
  columns.column2[at] = codeNumber(row.column2);
  columns.effective[at] = effective;
  columns.deletion[at] = deletion;
  columns.modifierIndicator[at] = Number(row.modifierIndicator);
  columns.rationale[at] = rationale;
  columns.count = at + 1;
  return undefined;
}
