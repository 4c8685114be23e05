import { PRICED } from "../../rules/states.ts";

/** Kinds of site that decide what a physician is paid there. */
export type Site = "office" | "hopd" | "asc";

/**
 * PC/TC indicators with which no physician is paid at a site, with the reason, as CMS's record layout defines them
 * (RVU26B.pdf, Attachment A).
 *
 * - 3 and 4: in a facility the test itself is the facility's, and the physician bills the separate code of the
 *   interpretation.
 * - 5: "payment may not be made [...] to hospital inpatients or patients in a hospital outpatient department". In an
 *   ASC the auxiliary personnel is the ASC's (42 CFR 416.164(a)(1)).
 * - 7: not paid for a patient "in a hospital outpatient department"; the record layout does not mention an ASC, where
 *   the amount has CMS's NA mark.
 * - 8: paid for hospital inpatients alone: "no payment is recognized for [...] hospital outpatients or non-hospital
 *   patients".
 */
const NOT_PAID: Readonly<Record<string, Readonly<Partial<Record<Site, string>>>>> = {
  "3": { hopd: "technical-component-only", asc: "technical-component-only" },
  "4": { hopd: "global-test-only", asc: "global-test-only" },
  "5": { hopd: "incident-to-service", asc: "incident-to-service" },
  "7": { hopd: "therapy-billed-by-the-hospital" },
  "8": {
    office: "inpatient-interpretation-only",
    hopd: "inpatient-interpretation-only",
    asc: "inpatient-interpretation-only",
  },
};

/** Why a row of this PC/TC indicator pays no physician at a site; undefined when it pays one. */
export function notPaidAt(pctcIndicator: string, site: Site): string | undefined {
  return NOT_PAID[pctcIndicator]?.[site];
}

/** What decides whether a row pays a physician. */
export interface RowCells {
  readonly modifier: string;
  readonly pctcIndicator: string;
  /** Price state of the row. */
  readonly state: string;
}

/**
 * Why a row that somebody names by its modifier pays no physician at a site; undefined when it pays one. In a facility
 * the technical component is the facility's own cost, which OPPS or the ASC rate pays.
 */
export function unpaidAt({ modifier, pctcIndicator, state }: RowCells, site: Site): string | undefined {
  if (modifier === "TC" && site !== "office") return "technical-component-only";
  return notPaidAt(pctcIndicator, site) ?? (state === PRICED ? undefined : state);
}
