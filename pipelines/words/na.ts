import { dollars } from "./money-text.ts";

/** The mark before an amount at a site that CMS marks NA. */
export const NA_MARK = "NA";

/** What the mark means. */
export const NA_WORDS = "CMS marks the service as rarely or never done at that site";

/** The mark with its meaning, for every table that has one. */
export const NA_LEGEND = `${NA_MARK}: ${NA_WORDS}`;

/** What the mark means for a change of an amount: no sum and no ranking contains it. */
export const NA_MEANING =
  "CMS marks the setting NA: the service is rarely or never done there, and the file repeats the other setting's practice expense";

/** What a marked amount is, for every table that has one: CMS prints RVUs there, and they give an amount. */
export const NA_AMOUNT = "the amount shown is computed from those RVUs; no chart or sum contains it";

/** The mark, its RVUs and the amount; RVU files repeat the other setting's practice expense in every such row. */
export const NA_EXPLAINED = `${NA_LEGEND}. The file repeats the other setting's practice expense there, and ${NA_AMOUNT}.`;

/** "$361.40", or "NA $361.40" for a marked site. */
export function physicianDollars(amount: string, na: boolean): string {
  return na ? `${NA_MARK} ${dollars(amount)}` : dollars(amount);
}
