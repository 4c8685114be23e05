import { bothSettings } from "../../schemas/setting.ts";
import { centsText } from "../../schemas/unit-text.ts";
import { limitingCharge } from "../schedules/pfs/limiting-charge.ts";
import { type OppsCapBook, payable, workRow } from "../schedules/pfs/opps-cap.ts";
import type { PfsBook } from "../schedules/pfs/price.ts";
import { LIMITING_CHARGE, OPPS_CAP_PAYABLE, OPPS_CAPPED_AMOUNT } from "../schedules/pfs/rules.ts";
import type { CodeBook } from "./code-book.ts";
import { type BothSettings, type PfsEntry, rvuInputs, unitsFigure } from "./code-rvus.ts";
import { fromRule, noFigure } from "./figures.ts";

/** @param rows the code's rows in the relative value file, in the order of the document */
function cappedFigures(pfs: PfsBook, cap: OppsCapBook, rows: readonly number[], position: number): BothSettings {
  const row = rows[position] ?? -1;
  const work = `/pfs/${rows.indexOf(workRow(pfs.rvu, row))}/rvus/work`;
  return bothSettings((setting) => {
    const inputs = {
      ...rvuInputs(`/pfs/${position}/oppsCap/units`, setting),
      work,
      conversionFactor: `/pfs/${position}/conversionFactor`,
    };
    return fromRule(centsText(cap.national.at(row, setting) ?? 0), OPPS_CAPPED_AMOUNT, inputs);
  });
}

function payableFigures(pfs: PfsBook, cap: OppsCapBook, row: number, position: number): BothSettings {
  return bothSettings((setting) => {
    const cents = payable(pfs, cap, row, setting);
    if (cents === undefined) return noFigure(pfs.rvu.states[row] ?? "unknown");
    const at = `/pfs/${position}`;
    const inputs = { full: `${at}/national/${setting}`, capped: `${at}/oppsCap/capped/${setting}` };
    return fromRule(centsText(cents), OPPS_CAP_PAYABLE, inputs);
  });
}

/**
 * The OPPS cap of one row: units with their cells, amounts at the cap, and what is payable.
 *
 * @param rows the code's rows in the relative value file, in the order of the document
 */
export function codeOppsCap(
  { pfs, oppsCap }: CodeBook,
  rows: readonly number[],
  position: number,
): PfsEntry["oppsCap"] {
  const row = rows[position] ?? -1;
  if (pfs === undefined || !oppsCap?.national.has(row)) return undefined;
  return {
    units: {
      nonFacilityPe: unitsFigure(pfs.rvu, row, "oppsNonFacilityPeRvu"),
      facilityPe: unitsFigure(pfs.rvu, row, "oppsFacilityPeRvu"),
      mp: unitsFigure(pfs.rvu, row, "oppsMpRvu"),
    },
    capped: cappedFigures(pfs, oppsCap, rows, position),
    payable: payableFigures(pfs, oppsCap, row, position),
  };
}

/** The limiting charge of one row: on its amount, or on what is payable where the row is under the OPPS cap. */
export function codeLimitingCharge(
  pfs: PfsBook,
  cap: OppsCapBook | undefined,
  row: number,
  position: number,
): BothSettings {
  return bothSettings((setting) => {
    const cents = payable(pfs, cap, row, setting);
    if (cents === undefined) return noFigure(pfs.rvu.states[row] ?? "unknown");
    const fee = cap?.national.has(row) ? "oppsCap/payable" : "national";
    const inputs = { feeScheduleAmount: `/pfs/${position}/${fee}/${setting}` };
    return fromRule(centsText(limitingCharge(cents)), LIMITING_CHARGE, inputs);
  });
}
