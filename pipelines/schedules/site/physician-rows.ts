import { CONTRACTOR_PRICED } from "../../rules/indicator-states.ts";
import type { PfsBook } from "../pfs/price.ts";
import { type RvuFile, rowWith } from "../pfs/rvu-file.ts";

/** PC/TC indicator of services that split into a professional and a technical component. */
const SPLIT = "1";
/** PC/TC indicator of the interpretation of a laboratory test, whose whole the fee schedule may not list. */
const LABORATORY_INTERPRETATION = "6";

/** A row that pays the physician, or why there is none although the code is in the file. */
type PayingRow = number | "no-global-row" | "no-professional-row";

/** Rows of the relative value file that a physician can be paid by for one code. */
interface PhysicianRows {
  readonly office: PayingRow;
  readonly facility: PayingRow;
}

/** The rows of a code without a global row: 86153 is listed with its interpretation alone. */
function withoutGlobal(rvu: RvuFile, hcpcs: string, professional: number | undefined): PhysicianRows | undefined {
  const { columns } = rvu;
  if (professional === undefined) {
    const isListed = rowWith(rvu, hcpcs, "TC") !== undefined;
    return isListed ? { office: "no-global-row", facility: "no-professional-row" } : undefined;
  }
  const isAlone = columns.pctcIndicator.at(professional) === LABORATORY_INTERPRETATION;
  return { office: isAlone ? professional : "no-global-row", facility: professional };
}

/**
 * Which rows pay the physician for one code, in the office and in a facility.
 *
 * In a facility it is the 26 row wherever the code splits, or the global row has no amount and the 26 row has: 103 codes
 * of January 2025 are contractor-priced as a whole and priced for the interpretation. In an office what is done is the
 * global service, so a contractor's price stays the answer; where the fee schedule never pays the global row (83020, a
 * laboratory test with PC/TC 6 on its 26 row) the interpretation is all that is left of it there too.
 *
 * No row takes the place of one that is absent: a hospital's physician would be paid the global amount.
 *
 * @returns undefined when the code is not in the file
 */
export function physicianRows({ rvu, national }: PfsBook, hcpcs: string): PhysicianRows | undefined {
  const [whole, professional] = ["", "26"].map((modifier) => rowWith(rvu, hcpcs, modifier));
  if (whole === undefined) return withoutGlobal(rvu, hcpcs, professional);
  const split = rvu.columns.pctcIndicator.at(whole) === SPLIT;
  if (professional === undefined) return { office: whole, facility: split ? "no-professional-row" : whole };
  const interpretationAlone = !national.has(whole) && national.has(professional);
  const neverWhole = interpretationAlone && rvu.states[whole] !== CONTRACTOR_PRICED;
  return {
    office: neverWhole ? professional : whole,
    facility: split || interpretationAlone ? professional : whole,
  };
}
