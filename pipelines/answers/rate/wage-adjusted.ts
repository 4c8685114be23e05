import { type Cents, type FineDollars, SCALE, scaledInteger, type WageIndex } from "../../../schemas/units.ts";
import { type FacilitySchedule, wageAdjustedAsc, wageAdjustedOpps } from "../../schedules/wage/adjust.ts";
import { publishedNumber } from "./published-number.ts";

/**
 * A facility's rate in an area, by the rule of its schedule.
 *
 * @param rate dollars as published
 * @param wageIndex as published
 * @returns cents
 */
export function wageAdjusted(schedule: FacilitySchedule, rate: string, wageIndex: string): number {
  const index = publishedNumber<WageIndex>(wageIndex, SCALE.wageIndex);
  const adjusted =
    schedule === "opps"
      ? wageAdjustedOpps(publishedNumber<FineDollars>(rate, SCALE.fine), index)
      : wageAdjustedAsc(publishedNumber<Cents>(rate, SCALE.cents), index);
  return scaledInteger(adjusted);
}
