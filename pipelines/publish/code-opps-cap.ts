import { centsText } from "../../schemas/unit-text.ts";
import type { ReleaseBook } from "../book.ts";
import type { PfsBook } from "../pfs/amounts.ts";
import { limitingCharge } from "../pfs/limiting-charge.ts";
import { type OppsCapBook, payable } from "../pfs/opps-cap.ts";
import { LIMITING_CHARGE, OPPS_CAP_PAYABLE, OPPS_CAPPED_AMOUNT } from "../pfs/rules.ts";
import { type BothSettings, bothSettings, type PfsEntry, rvuInputs, unitsFigure } from "./code-rvus.ts";
import { fromRule, noFigure } from "./figures.ts";

/** @param indexes the code's rows in the relative value file, in the order of the document */
function cappedFigures(cap: OppsCapBook, at: number, indexes: readonly number[], position: number): BothSettings {
  const work = `/pfs/${indexes.indexOf(cap.capped[at]?.workIndex ?? -1)}/rvus/work`;
  return bothSettings((setting, offset) => {
    const inputs = {
      ...rvuInputs(`/pfs/${position}/oppsCap/units`, setting),
      work,
      conversionFactor: `/pfs/${position}/conversionFactor`,
    };
    return fromRule(centsText(cap.national[at * 2 + offset] as number), OPPS_CAPPED_AMOUNT, inputs);
  });
}

function payableFigures(pfs: PfsBook, cap: OppsCapBook, index: number, position: number): BothSettings {
  return bothSettings((setting, offset) => {
    const cents = payable(pfs, cap, index, offset);
    if (cents === undefined) return noFigure(pfs.states[index] ?? "unknown");
    const row = `/pfs/${position}`;
    const inputs = { full: `${row}/national/${setting}`, capped: `${row}/oppsCap/capped/${setting}` };
    return fromRule(centsText(cents), OPPS_CAP_PAYABLE, inputs);
  });
}

/**
 * The OPPS cap of one row: units with their cells, amounts at the cap, and what is payable.
 *
 * @param indexes the code's rows in the relative value file, in the order of the document
 */
export function codeOppsCap(
  { pfs, oppsCap }: ReleaseBook,
  indexes: readonly number[],
  position: number,
): PfsEntry["oppsCap"] {
  const index = indexes[position] ?? -1;
  const at = oppsCap?.at.get(index);
  if (pfs === undefined || oppsCap === undefined || at === undefined) return undefined;
  return {
    units: {
      nonFacilityPe: unitsFigure(pfs, index, "oppsNonFacilityPeRvu"),
      facilityPe: unitsFigure(pfs, index, "oppsFacilityPeRvu"),
      mp: unitsFigure(pfs, index, "oppsMpRvu"),
    },
    capped: cappedFigures(oppsCap, at, indexes, position),
    payable: payableFigures(pfs, oppsCap, index, position),
  };
}

/** The limiting charge of one row: on its amount, or on what is payable where the row is under the OPPS cap. */
export function codeLimitingCharge(
  pfs: PfsBook,
  cap: OppsCapBook | undefined,
  index: number,
  position: number,
): BothSettings {
  return bothSettings((setting, offset) => {
    const cents = payable(pfs, cap, index, offset);
    if (cents === undefined) return noFigure(pfs.states[index] ?? "unknown");
    const fee = cap?.at.has(index) ? "oppsCap/payable" : "national";
    const inputs = { feeScheduleAmount: `/pfs/${position}/${fee}/${setting}` };
    return fromRule(centsText(limitingCharge(cents)), LIMITING_CHARGE, inputs);
  });
}
