import type { Problem } from "../../schemas/place.ts";

/** What tests say of a table of some rows when they stand in for a whole one of CMS's. */
const MADE_UP = "a made-up file of some rows";

/** Acceptances of all that a table of some rows lacks, as the command line takes them. */
export function fewRows(...roles: readonly string[]): string[] {
  return roles.flatMap((role) =>
    ["rows", "gone", "hole"].map((measure) => `cross.continuity:${role}.${measure}=${MADE_UP}`),
  );
}

/** Checks that look at whole tables alone. */
export const OF_WHOLES: ReadonlySet<string> = new Set([
  "cross.continuity",
  "cross.keys-listed",
  "pfs.landmark-codes",
  "pfs.opps-cap-everywhere",
]);

/** Problems but for those that tables of some rows have because they are no whole ones. */
export function butFewRows(problems: readonly Problem[]): Problem[] {
  return problems.filter(({ code }) => !OF_WHOLES.has(code));
}
