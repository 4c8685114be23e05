import type { Damage } from "../damage.ts";
import { cutInLastRow, doubled, everyCell, overwritten, repeated, reversed, without } from "../edits.ts";
import { C, inJuly, type OfJuly, RVUS } from "./relative-values.ts";

const codeOf = (line: string): string => line.slice(0, 5);
const isRow = (line: string): boolean => /^[0-9A-Z]{5},/.test(line);
const modifierIs =
  (modifier: string) =>
  (line: string): boolean =>
    isRow(line) && line.split(",")[1] === modifier;
const comma = (cell: string): string => cell.replace(".", ",");

/** Damages to rows of the file, and to its text. */
const ROWS: readonly OfJuly[] = [
  {
    name: "Only the first 100 rows",
    edit: without((_, at) => at >= 110),
    stops: ["cross.continuity:rvu.gone", "cross.continuity:rvu.rows"],
  },
  {
    name: "Only the first 8,990 of 19,356 rows",
    edit: without((_, at) => at >= 9000),
    stops: ["cross.continuity:rvu.rows"],
  },
  {
    name: "2,000 rows in sequence are missing",
    edit: without((_, at) => at > 5000 && at <= 7000),
    stops: ["cross.continuity:rvu.hole"],
  },
  {
    name: "The office visits are missing",
    edit: without((line) => codeOf(line) >= "99202" && codeOf(line) <= "99215" && /^\d{5},/.test(line)),
    stops: ["pfs.landmark-codes:99202", "pfs.landmark-codes:99215"],
  },
  {
    name: "The rows with modifier TC are missing",
    edit: without(modifierIs("TC")),
    stops: ["pfs.components-by-pctc", "cross.continuity:rvu.gone"],
  },
  {
    name: "The rows with modifier 26 are missing",
    edit: without(modifierIs("26")),
    stops: ["pfs.components-by-pctc", "cross.continuity:rvu.gone"],
  },
  { name: "The last row is cut in its middle", edit: cutInLastRow, stops: ["row.width"] },
  { name: "Every row is there twice", edit: doubled, harmless: true },
  {
    name: "One code has a second row with another work RVU",
    edit: repeated(
      C.work,
      () => "9.99",
      ([code]) => code === "99213",
    ),
    stops: ["pfs.key-unique:99213"],
  },
  { name: "The rows are in the opposite order", edit: reversed, harmless: true },
  { name: "Every cell ends with blanks", edit: everyCell((cell) => `${cell}  `), harmless: true },
  { name: "The lines end with a carriage return alone", edit: (text) => text.replaceAll("\r\n", "\r"), harmless: true },
  {
    name: "The codes have lost their leading zeros",
    edit: overwritten(C.code, (cell) => cell.replace(/^0+(?=\d+$)/, "")),
    harmless: true,
  },
  { name: "The RVUs have a decimal comma", edit: overwritten(RVUS, comma), stops: ["cell.unreadable"] },
];

/** Damages to rows of the relative value file. */
export const RELATIVE_VALUE_ROWS: readonly Damage[] = inJuly(ROWS);
