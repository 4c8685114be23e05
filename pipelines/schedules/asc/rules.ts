import type { Rule } from "../../rules/rule.ts";

/** How CMS arrives at the rate that the ASC addenda print. Ours is read, never computed; the rule proves it. */
export const ASC_RATE_FROM_WEIGHT: Rule = {
  id: "asc.rate-from-weight",
  title: "ASC payment rate of a code with a payment weight",
  formula: "payment weight x ASC conversion factor, rounded half up to the cent",
  cites: [{ title: "42 CFR 416.171: ASC payment weight x conversion factor" }],
};

/** A separately paid service of an ASC. */
export const ASC_RATE_TIMES_UNITS: Rule = {
  id: "asc.rate-times-units",
  title: "Separately paid service of an ASC",
  formula: "ASC rate x units",
  cites: [{ title: "42 CFR 416.171, 416.172: ASC payment rates" }],
};

/** Several procedures that CMS marks for the discount. */
export const ASC_MULTIPLE_PROCEDURES: Rule = {
  id: "asc.multiple-procedures",
  title: "Several procedures that Addendum AA marks as subject to multiple procedure discounting",
  formula: "100 percent of the highest rate, 50 percent of each other one, each unit rounded half up to the cent",
  cites: [
    { title: "42 CFR 416.172(e): multiple procedure discount" },
    { title: "Medicare Claims Processing Manual, chapter 14, section 40.5: payment for multiple procedures" },
  ],
};

/** A service that has no payment of its own. */
export const ASC_PACKAGED: Rule = {
  id: "asc.packaged",
  title: "Packaged into the payment for the procedure",
  formula: "0",
  cites: [{ title: "ASC Addendum DD1: payment indicators N1, L1 and D1" }, { title: "42 CFR 416.164(a)" }],
};

/** Two procedures that an ASC bills with one code. */
export const ASC_COMBINATION: Rule = {
  id: "asc.combination-code",
  title: "Two procedures that an ASC bills with one combination code",
  formula: "ASC rate of the combination code for the primary procedure; 0 for the other one",
  cites: [{ title: "ASC Addendum AA: codes C7500 and following; their parts are in sources/asc-combinations.json" }],
};
