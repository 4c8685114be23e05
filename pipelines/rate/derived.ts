import { parseScaled } from "../../schemas/scaled.ts";
import { type Cents, type FineDollars, ofUnit, SCALE, scaledInteger, type WageIndex } from "../../schemas/units.ts";
import { type FacilitySchedule, wageAdjustedAsc, wageAdjustedOpps } from "../wage/adjust.ts";

function exact(text: string, scale: number): number {
  const value = parseScaled(text, scale);
  if (value === undefined) throw new Error(`${text} is no number of ${scale} decimals`);
  return value;
}

/**
 * A facility's rate in an area, by the rule of its schedule.
 *
 * @param rate dollars as published
 * @param wageIndex as published
 * @returns cents
 */
export function wageAdjusted(schedule: FacilitySchedule, rate: string, wageIndex: string): number {
  const index = ofUnit<WageIndex>(exact(wageIndex, SCALE.wageIndex));
  const adjusted =
    schedule === "opps"
      ? wageAdjustedOpps(ofUnit<FineDollars>(exact(rate, SCALE.fine)), index)
      : wageAdjustedAsc(ofUnit<Cents>(exact(rate, SCALE.cents)), index);
  return scaledInteger(adjusted);
}
