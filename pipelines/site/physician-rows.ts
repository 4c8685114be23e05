import type { PfsBook } from "../pfs/price.ts";
import { rowWith } from "../pfs/rvu-file.ts";
import { CONTRACTOR_PRICED } from "../shared/indicator-states.ts";

/** Kinds of site that decide what a physician is paid there. */
export type Site = "office" | "hopd" | "asc";

/** PC/TC indicator of services that split into a professional and a technical component. */
const SPLIT = "1";

/**
 * PC/TC indicators under which no physician is paid at a site, with the reason, as CMS's record layout defines them
 * (RVU26B.pdf, Attachment A).
 *
 * - 3 and 4: in a facility the test itself is the facility's, the physician bills the stand-alone code of the
 *   interpretation.
 * - 5: "payment may not be made [...] to hospital inpatients or patients in a hospital outpatient department". In an
 *   ASC the auxiliary personnel is the ASC's (42 CFR 416.164(a)(1)).
 * - 7: not paid for a patient "in a hospital outpatient department"; nothing is said of an ASC, where the amount stands
 *   with CMS's NA mark.
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

/** Why no physician is paid at a site by a row of this PC/TC indicator, undefined where one is. */
export function notPaidAt(pctcIndicator: string, site: Site): string | undefined {
  return NOT_PAID[pctcIndicator]?.[site];
}

/** Rows of the relative value file that a physician can be paid by for one code. */
interface PhysicianRows {
  readonly office: number;
  readonly facility: number;
}

/**
 * Which rows pay the physician for one code, in the office and in a facility.
 *
 * In a facility it is the 26 row wherever the code splits, or the global row has no amount and the 26 row has: 103 codes
 * of January 2025 are contractor-priced as a whole and priced for the interpretation. In an office what is done is the
 * global service, so a contractor's price stays the answer; where the fee schedule never pays the global row (83020, a
 * laboratory test with PC/TC 6 on its 26 row) the interpretation is all that is left of it there too.
 *
 * @returns undefined when the code stands in the file neither as a whole nor with 26
 */
export function physicianRows({ rvu, national }: PfsBook, hcpcs: string): PhysicianRows | undefined {
  const professional = rowWith(rvu, hcpcs, "26");
  const whole = rowWith(rvu, hcpcs, "") ?? professional;
  if (whole === undefined) return undefined;
  if (professional === undefined) return { office: whole, facility: whole };
  const interpretationAlone = !national.has(whole) && national.has(professional);
  const split = rvu.columns.pctcIndicator.at(whole) === SPLIT;
  const neverWhole = interpretationAlone && rvu.states[whole] !== CONTRACTOR_PRICED;
  return {
    office: neverWhole ? professional : whole,
    facility: split || interpretationAlone ? professional : whole,
  };
}
