import type { z } from "zod";
import type { Indicators, LabourShare, WageAdjustment } from "../../../schemas/source/parameters.ts";
import { type Cents, type FineDollars, ofUnit, SCALE, scaledInteger, type WageIndex } from "../../../schemas/units.ts";
import { sourceAsItIs } from "../../sources/read-source.ts";

/** A facility schedule whose rates are adjusted by the wage index of the area. */
export type FacilitySchedule = LabourShare["schedule"];

const INDICATORS = { opps: "opps-status", asc: "asc-payment" } as const;

const WHOLE = 100n;
/** A wage index of 1. */
const ONE = 10n ** BigInt(SCALE.wageIndex);

function labourPercent(schedule: FacilitySchedule): bigint {
  const { labourShares } = sourceAsItIs<z.infer<typeof WageAdjustment>>("parameters/wage-adjustment.json");
  const share = labourShares.find((each) => each.schedule === schedule);
  if (share === undefined)
    throw new Error(`sources/parameters/wage-adjustment.json has no labour share of ${schedule}`);
  return BigInt(share.percent);
}

/**
 * rate x (share x index + 1 - share), half up to the cent. In integers of any length: a rate of millions times an index
 * in 10^-6 exceeds what a double represents exactly.
 *
 * @param perCent how many steps of the rate make a cent
 */
function adjusted(rate: number, index: WageIndex, schedule: FacilitySchedule, perCent: bigint): Cents {
  const share = labourPercent(schedule);
  const factor = share * BigInt(scaledInteger(index)) + (WHOLE - share) * ONE;
  const cent = perCent * WHOLE * ONE;
  return ofUnit<Cents>(Number((BigInt(rate) * factor + cent / 2n) / cent));
}

/**
 * The rate of Addendum B in an area, by {@link WAGE_ADJUSTED_OPPS}. Only for indicators that {@link isWageAdjusted}.
 *
 * @param rate national rate
 * @param wageIndex of the hospital's area
 */
export function wageAdjustedOpps(rate: FineDollars, wageIndex: WageIndex): Cents {
  return adjusted(scaledInteger(rate), wageIndex, "opps", 100n);
}

/**
 * The rate of an ASC addendum in an area, by {@link WAGE_ADJUSTED_ASC}.
 * Only for indicators that {@link isWageAdjusted}.
 *
 * @param rate national rate
 * @param wageIndex of the centre's area
 */
export function wageAdjustedAsc(rate: Cents, wageIndex: WageIndex): Cents {
  return adjusted(scaledInteger(rate), wageIndex, "asc", 1n);
}

/**
 * Whether the rates of a status or payment indicator are adjusted by the wage index: those of services are; those of
 * drugs, devices, blood and brachytherapy sources are the same everywhere.
 */
export function isWageAdjusted(schedule: FacilitySchedule, indicator: string): boolean {
  const { indicators } = sourceAsItIs<z.infer<typeof Indicators>>(`indicators/${INDICATORS[schedule]}.json`);
  const known = indicators.find((each) => each.code === indicator);
  return known?.wageAdjusted === true;
}
