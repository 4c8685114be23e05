import type { Rule } from "../../rules/rule.ts";

/** How CMS arrives at the rate that Addendum B prints. Ours is read, never computed; the rule proves it. */
export const OPPS_RATE_FROM_WEIGHT: Rule = {
  id: "opps.rate-from-weight",
  title: "OPPS payment rate of a code with a relative weight",
  formula: "relative weight x OPPS conversion factor, rounded half up to the cent",
  cites: [{ title: "42 CFR 419.31-419.32: APC weight x conversion factor" }],
};
