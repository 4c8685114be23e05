import type { Rule } from "../shared/rule.ts";

/** No file of CMS's prints it for every row, so it is always derived. */
export const LIMITING_CHARGE: Rule = {
  id: "pfs.limiting-charge",
  title: "Derived: the most that a physician who does not participate in Medicare may charge",
  formula: "1.0925 x the fee schedule amount as rounded (115 percent of 95 percent), half up to the cent",
  cites: [
    { title: "42 USC 1395w-4(g)(2)(C); 42 CFR 414.48(b)" },
    { title: "CMS record layout of the relative value file (RVU26B.pdf): fee schedule amount x 1.0925" },
  ],
};

/** The cap itself comes from CMS's OPPSCAP file or from its formula; what follows from it is derived. */
export const LESSER_OF_FEE_AND_CAP: Rule = {
  id: "pfs.lesser-of-fee-and-opps-cap",
  title: "Imaging is paid at most as much as in a hospital outpatient department",
  formula: "the lesser of the fee schedule amount and the amount capped at the OPPS rate, in one locality",
  cites: [{ title: "42 USC 1395w-4(b)(4)(A): the OPPS amount is substituted for a higher technical component" }],
};

/** Labour-related share 60 percent. */
export const OPPS_WAGE_ADJUSTED: Rule = {
  id: "opps.wage-adjusted",
  title: "Derived: OPPS payment rate in one CBSA",
  formula: "payment rate x (0.60 x wage index + 0.40), half up to the cent once, at the end",
  cites: [{ title: "42 CFR 419.43(c): adjustment for wage differences, labour-related share 60 percent" }],
};

/** Labour-related share 50 percent. */
export const ASC_WAGE_ADJUSTED: Rule = {
  id: "asc.wage-adjusted",
  title: "Derived: ASC payment rate in one CBSA",
  formula: "payment rate x (0.50 x wage index + 0.50), half up to the cent once, at the end",
  cites: [{ title: "42 CFR 416.172(c): geographic adjustment, labour-related share 50 percent" }],
};

/** Every rule by which a rate is derived from published amounts. */
export const DERIVED_RULES: readonly Rule[] = [
  LIMITING_CHARGE,
  LESSER_OF_FEE_AND_CAP,
  OPPS_WAGE_ADJUSTED,
  ASC_WAGE_ADJUSTED,
];
