import type { Rule } from "../../rules/rule.ts";

/** How CMS arrives at the rate that the ASC addenda print. Ours is read, never computed; the rule proves it. */
export const ASC_RATE_FROM_WEIGHT: Rule = {
  id: "asc.rate-from-weight",
  title: "ASC payment rate of a code with a payment weight",
  formula: "payment weight x ASC conversion factor, rounded half up to the cent",
  cites: [{ title: "42 CFR 416.171: ASC payment weight x conversion factor" }],
};
