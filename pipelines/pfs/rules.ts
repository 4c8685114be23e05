import type { Rule } from "../shared/rule.ts";

const FEE_SCHEDULE_LAW = [
  { title: "42 USC 1395w-4(b)(1): payment is relative value x conversion factor x geographic adjustment" },
  { title: "42 CFR 414.20, 414.22, 414.26: fee schedule formula, relative value units, geographic adjustment" },
  { title: "CMS record layout of the relative value file (RVU26B.pdf), page 2: calculating payment amounts" },
] as const;

/** All GPCIs 1. */
export const NATIONAL_AMOUNT: Rule = {
  id: "pfs.national-amount",
  title: "National payment amount, not an average over localities",
  formula: "(work RVU + PE RVU + MP RVU) x conversion factor, rounded half up to the cent once, at the end",
  cites: FEE_SCHEDULE_LAW,
};

/** One locality's amount. */
export const LOCALITY_AMOUNT: Rule = {
  id: "pfs.locality-amount",
  title: "Payment amount in one locality",
  formula:
    "(work RVU x work GPCI + PE RVU x PE GPCI + MP RVU x MP GPCI) x conversion factor, rounded half up to the cent once, at the end",
  cites: FEE_SCHEDULE_LAW,
};
