import type { Rule } from "../../rules/rule.ts";

/** How CMS arrives at the rate that Addendum B prints. Ours is read, never computed; the rule proves it. */
export const OPPS_RATE_FROM_WEIGHT: Rule = {
  id: "opps.rate-from-weight",
  title: "OPPS payment rate of a code with a relative weight",
  formula: "relative weight x OPPS conversion factor, rounded half up to the cent",
  cites: [{ title: "42 CFR 419.31-419.32: APC weight x conversion factor" }],
};

const D1 = "OPPS Addendum D1";
const HOSPITAL_MANUAL = "Medicare Claims Processing Manual, chapter 4";

/** What a hospital is paid for a claim with a J1 code. */
export const COMPREHENSIVE_APC: Rule = {
  id: "opps.comprehensive-apc",
  title: "One payment for a claim with a comprehensive APC",
  formula:
    "rate of the primary J1 code's APC, once for the claim; of several J1 codes the one of the lowest rank is primary",
  cites: [
    { title: `${D1}, status indicator J1: all covered services on the claim are packaged with the primary service` },
    { title: "OPPS Addendum J, sheet of ranks" },
  ],
};

/** A pair of Addendum J. */
export const COMPLEXITY_ADJUSTMENT: Rule = {
  id: "opps.complexity-adjustment",
  title: "Complexity adjustment of a comprehensive APC",
  formula: "rate of the APC to which Addendum J moves the primary code with the other one, once for the claim",
  cites: [{ title: "OPPS Addendum J, sheet of complexity adjustments" }, { title: "42 CFR 419.44, 419.2(b)" }],
};

/** A pair without an Addendum J of the year. */
export const COMPLEXITY_INFERRED: Rule = {
  id: "opps.complexity-adjustment-inferred",
  title: "Complexity adjustment, inferred: no Addendum J of the year was read",
  formula: "rate in Addendum B of the APC that ASC Addendum FF has for the combination code of the two",
  cites: [
    {
      title:
        "ASC Addendum FF: APC of the combination codes; in 2025 it equals the adjusted APC of Addendum J for each pair",
    },
  ],
};

/** A service that has no payment of its own on the claim. */
export const OPPS_PACKAGED: Rule = {
  id: "opps.packaged",
  title: "Packaged into the payment for another service of the claim",
  formula: "0",
  cites: [{ title: `${D1}: status indicators J1, J2, N, Q1, Q2 and Q4` }, { title: "42 CFR 419.2(b): packaged costs" }],
};

/** Of conditionally packaged codes without a service to be packaged into. */
export const OPPS_HIGHEST_CONDITIONAL: Rule = {
  id: "opps.highest-conditional",
  title: "Conditionally packaged codes without a service that packages them",
  formula: "rate of the code with the highest rate; 0 for the others",
  cites: [{ title: `${HOSPITAL_MANUAL}, section 10.4: packaging` }],
};

/** A separately paid service. */
export const OPPS_RATE_TIMES_UNITS: Rule = {
  id: "opps.rate-times-units",
  title: "Separately paid service of a hospital",
  formula: "OPPS rate x units",
  cites: [{ title: `${D1}: paid under OPPS; separate APC payment` }],
};

/** Several procedures with status indicator T. */
export const OPPS_MULTIPLE_PROCEDURES: Rule = {
  id: "opps.multiple-procedures",
  title: "Several procedures with status indicator T",
  formula: "100 percent of the highest rate, 50 percent of each other one, each unit rounded half up to the cent",
  cites: [{ title: "42 CFR 419.44(a): multiple surgical procedures" }, { title: `${D1}, status indicator T` }],
};
