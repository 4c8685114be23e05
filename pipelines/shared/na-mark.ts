import { dollars } from "./money-text.ts";

/** What stands before an amount that a site is marked NA for. */
export const NA_MARK = "NA";

/** What the mark means. */
export const NA_WORDS = "CMS marks the service as rarely or never done at that site";

/** The same with the mark, as every table that has one says it. */
export const NA_LEGEND = `${NA_MARK}: ${NA_WORDS}`;

/** "$361.40", or "NA $361.40" for a site that is marked so. */
export function physicianDollars(amount: string, na: boolean): string {
  return na ? `${NA_MARK} ${dollars(amount)}` : dollars(amount);
}
