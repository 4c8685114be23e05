import { bothSettings, type Setting } from "../../schemas/setting.ts";
import { centsText } from "../../schemas/unit-text.ts";
import { scaledInteger } from "../../schemas/units.ts";
import { NATION } from "../schedules/pfs/exact-amounts.ts";
import { limitingCharge } from "../schedules/pfs/limiting-charge.ts";
import { isCapped, type OppsCapBook, payable, workRow } from "../schedules/pfs/opps-cap.ts";
import type { PfsBook } from "../schedules/pfs/price.ts";
import { cappedRvus, fullRvus } from "../schedules/pfs/row-rvus.ts";
import { LIMITING_CHARGE, OPPS_CAP_PAYABLE, OPPS_CAPPED_AMOUNT } from "../schedules/pfs/rules.ts";
import type { CodeBook } from "./code-book.ts";
import { amountInputs, type BothSettings, type PfsEntry, rvuFigure, rvuInputs } from "./code-rvus.ts";
import { fromRule, noFigure } from "./figures.ts";

/** Pointers to the RVUs and the factor of an amount at the cap; the work may be another row's. */
function cappedInputs(position: number, setting: Setting, workPosition: number): Record<string, string> {
  return {
    ...rvuInputs(`/pfs/${position}/oppsCap/units`, setting),
    work: `/pfs/${workPosition}/rvus/work`,
    conversionFactor: `/pfs/${position}/conversionFactor`,
  };
}

/** @param rows the code's rows in the relative value file, in the order of the document */
function cappedFigures(pfs: PfsBook, cap: OppsCapBook, rows: readonly number[], position: number): BothSettings {
  const row = rows[position] ?? -1;
  const work = rows.indexOf(workRow(pfs.rvu, row));
  return bothSettings((setting) => {
    const inputs = cappedInputs(position, setting, work);
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
 * The OPPS cap of one row: RVUs with their cells, amounts at the cap, and what is payable.
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
      nonFacilityPe: rvuFigure(pfs.rvu, row, "oppsNonFacilityPeRvu"),
      facilityPe: rvuFigure(pfs.rvu, row, "oppsFacilityPeRvu"),
      mp: rvuFigure(pfs.rvu, row, "oppsMpRvu"),
    },
    capped: cappedFigures(pfs, oppsCap, rows, position),
    payable: payableFigures(pfs, oppsCap, row, position),
  };
}

/** The limiting charge of one row, from its RVUs, or from those at the OPPS cap when the cap is payable. */
export function codeLimitingCharge(
  pfs: PfsBook,
  cap: OppsCapBook | undefined,
  row: number,
  position: number,
): BothSettings {
  const { rvu, factor, national } = pfs;
  return bothSettings((setting) => {
    if (!national.has(row)) return noFigure(rvu.states[row] ?? "unknown");
    const capped = isCapped(pfs, cap, row, setting);
    const rvus = (capped ? cappedRvus : fullRvus)(rvu)(row, setting);
    const { cents, unrounded } = limitingCharge(rvus, NATION, scaledInteger(factor));
    const inputs = capped ? cappedInputs(position, setting, position) : amountInputs(position, setting);
    return { ...fromRule(centsText(cents), LIMITING_CHARGE, inputs), unrounded };
  });
}
