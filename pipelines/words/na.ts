import { dollars } from "./money-text.ts";

/** What stands before an amount that a site is marked NA for. */
export const NA_MARK = "NA";

/** What the mark means. */
export const NA_WORDS = "CMS marks the service as rarely or never done at that site";

/** The same with the mark, as every table that has one says it. */
export const NA_LEGEND = `${NA_MARK}: ${NA_WORDS}`;

/** What the mark means for a change of an amount, which is in no sum and no ranking. */
export const NA_MEANING =
  "CMS marks the setting NA: the service is rarely or never done there, and the file repeats the other setting's practice expense";

/** What an amount marked so is, as every table that has one says it: CMS prints units there, and an amount follows. */
export const NA_AMOUNT = "the amount shown is what those units come to; it is not drawn or summed";

/** The mark, the units below it and the amount; RVU files repeat the other setting's practice expense in every such row. */
export const NA_EXPLAINED = `${NA_LEGEND}. The file repeats the other setting's practice expense there, and ${NA_AMOUNT}.`;

/** "$361.40", or "NA $361.40" for a site that is marked so. */
export function physicianDollars(amount: string, na: boolean): string {
  return na ? `${NA_MARK} ${dollars(amount)}` : dollars(amount);
}
