import type { LookUpRow } from "../../../schemas/row/look-up.ts";
import { exactScaled } from "../../../schemas/scaled.ts";
import { SETTINGS, type Setting } from "../../../schemas/setting.ts";
import { centsText } from "../../../schemas/unit-text.ts";
import { SCALE } from "../../../schemas/units.ts";
import { exactCents, tripleOf } from "../../schedules/pfs/exact-amounts.ts";
import { limitingCharge } from "../../schedules/pfs/limiting-charge.ts";

/** The text in place of an amount: for the mark NA, and for no amount. */
export const NONE = "NA";

/** An amount of an export, and the amount that its own row gives. */
export interface Worked {
  readonly field: "nonFacilityPrice" | "facilityPrice" | "nonFacilityLimit" | "facilityLimit";
  readonly published: string;
  readonly product: string;
}

/** Whether the row has RVUs for the OPPS cap: no export shows what the tool prints then. */
function mayBeCapped({ oppsNonFacilityPeRvu, oppsFacilityPeRvu, oppsMpRvu }: LookUpRow): boolean {
  return [oppsNonFacilityPeRvu, oppsFacilityPeRvu, oppsMpRvu].some((text) => Number(text) !== 0);
}

function ofSetting(row: LookUpRow, setting: Setting): Worked[] {
  const [price, limit] = [`${setting}Price`, `${setting}Limit`] as const;
  const units = tripleOf(SCALE.rvu, row.workRvu, row[`${setting}PeRvu`], row.mpRvu);
  const indices = tripleOf(SCALE.gpci, row.workGpci, row.peGpci, row.mpGpci);
  const factor = exactScaled(row.conversionFactor, SCALE.factor);
  const worked: Worked[] = [
    { field: price, published: row[price], product: centsText(exactCents(units, indices, factor)) },
    { field: limit, published: row[limit], product: centsText(limitingCharge(units, indices, factor).cents) },
  ];
  return worked.filter(({ published }) => published !== NONE);
}

/**
 * The prices and limiting charges of an export's row beside the products of its own RVUs, indices and factor, each
 * rounded once. It needs no release. It leaves out NA, and rows that may be at the OPPS cap.
 */
export function workedOut(row: LookUpRow): Worked[] {
  return mayBeCapped(row) ? [] : SETTINGS.flatMap((setting) => ofSetting(row, setting));
}
