import { CONTRACTOR_PRICED } from "../../rules/states.ts";
import { type FeeRows, type PricedRows, rowWith } from "../pfs/fee-rows.ts";

/** PC/TC indicator of services that split into a professional and a technical component. */
const SPLIT = "1";
/** PC/TC indicator of the interpretation of a laboratory test. The fee schedule may not list the whole test. */
const LABORATORY_INTERPRETATION = "6";

/** A row that pays the physician, or why there is none for a code in the file. */
type PayingRow = number | "no-global-row" | "no-professional-row";

/** Rows of the relative value file that a physician can be paid by for one code. */
interface PhysicianRows {
  readonly office: PayingRow;
  readonly facility: PayingRow;
}

/** The rows of a code without a global row: for 86153 only the interpretation is listed. */
function withoutGlobal(rvu: FeeRows, hcpcs: string, professional: number | undefined): PhysicianRows | undefined {
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
 * In a facility it is the 26 row when the code splits, or when only the 26 row has an amount: for 103 codes of January
 * 2025 contractors price the whole, and the interpretation has an amount. In an office the service is the global one,
 * so the price stays the contractor's. When the fee schedule never pays the global row (83020, a laboratory test with
 * PC/TC 6 on its 26 row), only the interpretation is paid there too.
 *
 * No row replaces a missing one: a hospital's physician would be paid the global amount.
 *
 * @returns undefined when the code is not in the file
 */
export function physicianRows({ rvu, national }: PricedRows, hcpcs: string): PhysicianRows | undefined {
  const [whole, professional] = ["", "26"].map((modifier) => rowWith(rvu, hcpcs, modifier));
  if (whole === undefined) return withoutGlobal(rvu, hcpcs, professional);
  const split = rvu.columns.pctcIndicator.at(whole) === SPLIT;
  if (professional === undefined) return { office: whole, facility: split ? "no-professional-row" : whole };
  const interpretationAlone = !national.has(whole) && national.has(professional);
  const neverWhole = interpretationAlone && rvu.stateOf(whole) !== CONTRACTOR_PRICED;
  return {
    office: neverWhole ? professional : whole,
    facility: split || interpretationAlone ? professional : whole,
  };
}
