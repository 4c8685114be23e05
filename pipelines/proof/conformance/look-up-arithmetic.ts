import type { LookUpRow } from "../../../schemas/row/look-up.ts";
import { parseScaled } from "../../../schemas/scaled.ts";
import { SETTINGS, type Setting } from "../../../schemas/setting.ts";
import { centsText } from "../../../schemas/unit-text.ts";
import { SCALE } from "../../../schemas/units.ts";
import { exactCents, type Triple } from "../../schedules/pfs/exact-amounts.ts";
import { limitingCharge } from "../../schedules/pfs/limiting-charge.ts";

const NONE = "NA";

/** An amount of an export, and the amount that its own row gives. */
export interface Worked {
  readonly field: "nonFacilityPrice" | "facilityPrice" | "nonFacilityLimit" | "facilityLimit";
  readonly published: string;
  readonly product: string;
}

function scaled(text: string, scale: number): number {
  const value = parseScaled(text, scale);
  if (value === undefined) throw new Error(`${text} is not a number with ${scale} decimals`);
  return value;
}

function triple(scale: number, work: string, pe: string, mp: string): Triple {
  return { work: scaled(work, scale), pe: scaled(pe, scale), mp: scaled(mp, scale) };
}

/** Whether the row has RVUs for the OPPS cap: no export shows what the tool prints then. */
function mayBeCapped({ oppsNonFacilityPeRvu, oppsFacilityPeRvu, oppsMpRvu }: LookUpRow): boolean {
  return [oppsNonFacilityPeRvu, oppsFacilityPeRvu, oppsMpRvu].some((text) => Number(text) !== 0);
}

function ofSetting(row: LookUpRow, setting: Setting): Worked[] {
  const [price, limit] = [`${setting}Price`, `${setting}Limit`] as const;
  const units = triple(SCALE.rvu, row.workRvu, row[`${setting}PeRvu`], row.mpRvu);
  const indices = triple(SCALE.gpci, row.workGpci, row.peGpci, row.mpGpci);
  const factor = scaled(row.conversionFactor, SCALE.factor);
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
