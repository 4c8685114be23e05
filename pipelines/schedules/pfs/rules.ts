import type { Rule } from "../../rules/rule.ts";

const FEE_SCHEDULE_LAW = [
  { title: "42 USC 1395w-4(b)(1): payment is relative value x conversion factor x geographic adjustment" },
  { title: "42 CFR 414.20, 414.22, 414.26: fee schedule formula, relative value units, geographic adjustment" },
  { title: "CMS record layout of the relative value file (RVU26B.pdf), page 2: calculating payment amounts" },
] as const;

const IMAGING_CAP = [
  {
    title:
      "Deficit Reduction Act of 2005, section 5102(b); 42 USC 1395w-4(b)(4): the OPPS amount takes the place of the fee schedule amount of an imaging service's technical component when that is higher",
  },
  { title: "CMS record layout of the relative value file (RVU26B.pdf), page 2: OPPS payment amounts" },
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

/** A row's amount with the RVUs that CMS prints for the OPPS cap. */
export const OPPS_CAPPED_AMOUNT: Rule = {
  id: "pfs.opps-capped-amount",
  title: "Amount at the OPPS cap on imaging; nationally every GPCI is 1",
  formula:
    "(work RVU x work GPCI + PE RVU used for OPPS x PE GPCI + MP RVU used for OPPS x MP GPCI) x conversion factor, rounded half up to the cent once, at the end; for a global that contractors price the work RVU is that of its 26 row",
  cites: [
    ...IMAGING_CAP,
    { title: "CMS's OPPSCAP files of 2009A, 2013A, 2018A, 2020A, 2022A to 2025A and 2025D: every price agrees" },
  ],
};

/** The payment for an imaging service under the cap. */
export const OPPS_CAP_PAYABLE: Rule = {
  id: "pfs.opps-cap-payable",
  title: "What is payable under the OPPS cap on imaging",
  formula:
    "the lower of the full and the capped national amount; a global's two differ in its technical component only",
  cites: IMAGING_CAP,
};

/** The most that a nonparticipating physician may charge. */
export const LIMITING_CHARGE: Rule = {
  id: "pfs.limiting-charge",
  title: "Limiting charge, derived: CMS prints it only in the Physician Fee Schedule Look-Up Tool",
  formula:
    "(work RVU x work GPCI + PE RVU x PE GPCI + MP RVU x MP GPCI) x conversion factor x 1.0925 (115 % of 95 %), rounded half up to the cent once, at the end; nationally every GPCI is 1. For imaging under the OPPS cap the RVUs are those of the amount that is payable, full or capped: no published figure at the cap is known that proves it",
  cites: [
    { title: "42 USC 1395w-4(g), 42 CFR 414.48: limiting charge" },
    {
      title:
        "CMS record layout of the relative value file (RVU26B.pdf), page 2: multiply the fee schedule amount by 1.0925",
    },
    {
      title:
        "CMS's Physician Fee Schedule Look-Up Tool, limiting charges exported for 2021 to 2025, none of them at the OPPS cap: every one agrees",
    },
  ],
};

/** The factor of the qualifying track when CMS's file for it is not available. */
export const QUALIFYING_FACTOR: Rule = {
  id: "pfs.qualifying-apm-factor",
  title: "Conversion factor for qualifying APM participants, from the law and not from a file of this release",
  formula:
    "the factor that sources/parameters/conversion-factors.json records; CMS prints it in every row of its QPP file",
  cites: [{ title: "42 USC 1395w-4(d), 42 CFR 414.28-414.30: two conversion factors since 2026" }],
};

/** What an anesthesia code is paid by; a claim has the minutes, so that no file has the amount. */
export const ANESTHESIA_ALLOWANCE: Rule = {
  id: "pfs.anesthesia-allowance",
  title: "Payment for anesthesia that one physician performs alone",
  formula:
    "(base units + minutes of anesthesia / 15) x anesthesia conversion factor of the locality, rounded half up to the cent once, at the end",
  cites: [
    {
      title:
        "42 CFR 414.46(b)(1): the sum of base and time units, times an anesthesia-specific conversion factor; time units are calculated from the anesthesia time that is reported",
    },
    { title: "Medicare Claims Processing Manual, chapter 12, section 50.G: a unit of time is 15 minutes" },
    {
      title:
        "42 CFR 414.46(d), 414.60(a); 42 USC 1395l(l)(4)(B)(iii): for medical direction the physician and the nurse anesthetist are paid 50 percent each, which is not computed here",
    },
  ],
};

/** What CMS tells its contractors to compute; a third of all times are whole tenths, and there it is the same. */
export const ANESTHESIA_IN_TENTHS: Rule = {
  id: "pfs.anesthesia-allowance-in-tenths",
  title: "Payment for anesthesia with the units of time rounded to one decimal",
  formula:
    "(base units + minutes of anesthesia / 15, rounded to one decimal) x anesthesia conversion factor of the locality, rounded half up to the cent",
  cites: [
    {
      title:
        "Medicare Claims Processing Manual, chapter 12, section 50.G: contractors divide the minutes by 15 and round the time unit to one decimal place",
    },
  ],
};

const MANUAL = "Medicare Claims Processing Manual, chapter 12";

/** Several units of one service. */
export const AMOUNT_TIMES_UNITS: Rule = {
  id: "pfs.amount-times-units",
  title: "Payment for several units of a service",
  formula: "payment amount x units",
  cites: FEE_SCHEDULE_LAW,
};

/** Several procedures of one day with multiple procedure indicator 2 or 3. */
export const MULTIPLE_PROCEDURES: Rule = {
  id: "pfs.multiple-procedures",
  title: "Several procedures of one physician on one day",
  formula:
    "ranked by payment amount: 100 percent of the highest, 50 percent of each of the next four, others by report; each rounded half up to the cent",
  cites: [
    { title: "CMS record layout of the relative value file (RVU26B.pdf), multiple procedure indicators 2 and 3" },
    { title: `${MANUAL}, section 40.6: multiple surgeries` },
  ],
};

/** Several endoscopies of one family. */
export const ENDOSCOPIES: Rule = {
  id: "pfs.endoscopies",
  title: "Several endoscopies with the same base procedure",
  formula:
    "the highest in full, each other one less the amount of the base procedure; the base procedure itself 0; then the family is ranked as one procedure",
  cites: [
    { title: "CMS record layout of the relative value file (RVU26B.pdf), multiple procedure indicator 3" },
    { title: `${MANUAL}, section 40.6: endoscopies` },
  ],
};

/** Status T. */
export const PAID_ALONE: Rule = {
  id: "pfs.paid-alone",
  title: "Services of status T beside another service",
  formula: "0 where another service of the physician is payable on the day",
  cites: [{ title: "CMS record layout of the relative value file (RVU26B.pdf), Attachment A: status T" }],
};
