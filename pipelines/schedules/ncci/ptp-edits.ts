import type { FileEntry, PartedRole, Publication } from "../../../schemas/source/release.ts";
import type { Columns } from "../../tables/columns.ts";
import type { Heading } from "../../tables/heading.ts";

/** One of the files of a setting, as it was read. */
export interface PtpPart {
  /** 1 to 4, by the end of its name. */
  readonly number: number;
  readonly publication: Publication;
  readonly entry: FileEntry;
  /** Name in messages and documents, with its archive. */
  readonly shown: string;
  readonly archive: string | null;
  readonly sha256: string;
  readonly changed: boolean;
  readonly encoding: string;
  readonly heading: Heading;
  readonly found: Columns;
  /** Rows that are blank or the end mark, after the last edit. */
  readonly blank: number;
  readonly endMark: number;
  /** Its first edit among those of the setting, and the one after its last. */
  readonly from: number;
  readonly to: number;
  /** Row of its first edit as a spreadsheet numbers it; the others follow without a gap. */
  readonly firstRow: number;
}

/**
 * The procedure-to-procedure edits of one setting, column by column in the order of CMS's files: 2.6 million rows in 14
 * bytes each. Codes and days are numbers, in whose order the texts are too; see {@link codeText} and {@link dayText}.
 */
export interface PtpEdits {
  readonly role: PartedRole;
  readonly publication: Publication;
  readonly parts: readonly PtpPart[];
  readonly count: number;
  readonly column1: Uint32Array;
  readonly column2: Uint32Array;
  readonly effective: Uint16Array;
  /** 0 while the edit is active. */
  readonly deletion: Uint16Array;
  /** 0, 1 or 9. */
  readonly modifierIndicator: Uint8Array;
  /** Number of the text in `rationales`. */
  readonly rationale: Uint8Array;
  readonly rationales: readonly string[];
}

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
export const CODE_LENGTH = 5;
const BASE = DIGITS.length;

/** The value of each byte as a digit of a code; -1 for what none has. */
export const DIGIT_OF: Int8Array = Int8Array.from({ length: 256 }, (_, byte) =>
  DIGITS.indexOf(byte === 0 ? "?" : String.fromCharCode(byte)),
);

/** A code as a number to the base of 36: codes are in the order of their numbers. */
export function codeNumber(code: string): number {
  let number = 0;
  for (const digit of code) number = number * BASE + DIGITS.indexOf(digit);
  return number;
}

/** The code of a number: "0001A". */
export function codeText(number: number): string {
  return number.toString(BASE).toUpperCase().padStart(CODE_LENGTH, "0");
}

const FIRST_YEAR = 1900;
const LAST_YEAR = 2075;
/** As many days as no month or year exceeds: the numbers have gaps, and are in the order of the days. */
const OF_MONTH = 31;
const OF_YEAR = 12 * OF_MONTH;

/** A day as a number from 1 to 65,472; undefined outside of 1900 to 2075. Whether the month has the day is not asked. */
export function dayNumber(year: number, month: number, day: number): number | undefined {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1 || day > OF_MONTH) return undefined;
  return (year - FIRST_YEAR) * OF_YEAR + (month - 1) * OF_MONTH + day;
}

/** The number of an ISO day; undefined outside of 1900 to 2075. */
export function dayNumberOf(iso: string): number | undefined {
  const [year = 0, month = 0, day = 0] = iso.split("-").map(Number);
  return dayNumber(year, month, day);
}

/** The ISO day of a number. */
export function dayText(number: number): string {
  const day = number - 1;
  const year = Math.floor(day / OF_YEAR);
  const month = Math.floor((day - year * OF_YEAR) / OF_MONTH);
  const two = (part: number): string => String(part + 1).padStart(2, "0");
  return `${FIRST_YEAR + year}-${two(month)}-${two(day - year * OF_YEAR - month * OF_MONTH)}`;
}

/** What `sources/exceptions.json` names an edit by: "22511 77012 2015-01-01". */
export function keyOf({ column1, column2, effective }: PtpEdits, row: number): string {
  const codes = [column1[row], column2[row]].map((number) => codeText(number as number));
  return `${codes.join(" ")} ${dayText(effective[row] as number)}`;
}

/** How many edits have no last day. */
export function activeEdits({ deletion }: PtpEdits): number {
  let active = 0;
  for (const day of deletion) if (day === 0) active += 1;
  return active;
}

/** The file that an edit stands in, and its row there. */
export function editPlace({ parts }: PtpEdits, row: number): { part: PtpPart; rowNumber: number } {
  const part = parts.find(({ to }) => row < to) as PtpPart;
  return { part, rowNumber: part.firstRow + row - part.from };
}
