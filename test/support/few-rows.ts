import type { Problem } from "../../schemas/place.ts";

/** The reason with which tests accept a table of a few rows as a whole one. */
const MADE_UP = "a made-up file of some rows";

/** Accepts, with options of the command line, everything that a table of a few rows lacks. */
export function fewRows(...roles: readonly string[]): string[] {
  return roles.flatMap((role) =>
    ["rows", "gone", "hole"].map((measure) => `cross.continuity:${role}.${measure}=${MADE_UP}`),
  );
}

/** Checks of whole tables. */
export const OF_WHOLES: ReadonlySet<string> = new Set([
  "cross.continuity",
  "cross.keys-listed",
  "cross.once-a-year",
  "pfs.landmark-codes",
  "pfs.opps-cap-everywhere",
  "pfs.visit-levels",
  "asc.both-addenda",
]);

/** Problems, without those that tables have only because they have few rows. */
export function butFewRows(problems: readonly Problem[]): Problem[] {
  return problems.filter(({ code }) => !OF_WHOLES.has(code));
}
