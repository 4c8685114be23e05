import { CONTRACTOR_PRICED } from "../../rules/indicator-states.ts";
import type { PfsBook } from "../pfs/price.ts";
import { rowWith } from "../pfs/rvu-file.ts";

/** PC/TC indicator of services that split into a professional and a technical component. */
const SPLIT = "1";

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
