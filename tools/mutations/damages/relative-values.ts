import type { Damage } from "../damage.ts";
import { inTurn, summed } from "../edits.ts";
import { inText } from "../folder.ts";

/** The file of July 2026, which most damages change. */
export const JULY = "pfs/RVU26C/PPRRVU2026_Jul_nonQPP.csv";

/** Its columns, from 0. */
export const C = {
  code: 0,
  modifier: 1,
  status: 3,
  work: 5,
  officePe: 6,
  officeNa: 7,
  facilityPe: 8,
  facilityNa: 9,
  mp: 10,
  officeTotal: 11,
  facilityTotal: 12,
  pctc: 13,
  global: 14,
  pre: 15,
  intra: 16,
  post: 17,
  multiple: 18,
  bilateral: 19,
  assistant: 20,
  coSurgeons: 21,
  team: 22,
  endoscopicBase: 24,
  factor: 25,
  supervision: 26,
  family: 28,
} as const;

export const RVUS = [C.work, C.officePe, C.facilityPe, C.mp] as const;

/** Makes the totals of a damaged row right, so that every row adds up. */
export const TOTALS = inTurn(
  summed(C.officeTotal, C.work, C.officePe, C.mp),
  summed(C.facilityTotal, C.work, C.facilityPe, C.mp),
);

/** A damage to the text of that file alone. */
export type OfJuly = Omit<Damage, "table" | "folder" | "edit"> & { readonly edit: (text: string) => string };

/** Damages to July's file, as damages to its release. */
export function inJuly(list: readonly OfJuly[]): Damage[] {
  return list.map(({ edit, ...damage }) => ({
    ...damage,
    table: "rvu" as const,
    folder: "2026C" as const,
    edit: inText(JULY, edit),
  }));
}
