import type { RateFacility, RateOrReason, RatePhysician } from "../../../schemas/out/rate.ts";
import { dollarText } from "../../../schemas/unit-text.ts";
import { type FineDollars, SCALE, sum } from "../../../schemas/units.ts";
import { FACILITY_PLUS_PHYSICIAN } from "../../schedules/site/rules.ts";
import { NO_LABOUR_SHARE } from "./facility.ts";
import { publishedNumber } from "./published-number.ts";
import type { RateQuestion } from "./question.ts";

function facilityPay({ rate, wageAdjusted }: RateFacility): RateOrReason {
  if (wageAdjusted === undefined || "reason" in rate) return rate;
  return "reason" in wageAdjusted && wageAdjusted.reason === NO_LABOUR_SHARE ? rate : wageAdjusted;
}

function plus(left: string, right: string): string {
  return dollarText(sum(...[left, right].map((text) => publishedNumber<FineDollars>(text, SCALE.fine))));
}

/**
 * The total paid at a facility; undefined where the two parts would be for different places: a national rate
 * beside one locality's fee, or a CBSA's rate beside the national fee.
 */
export function totalOf(
  { place, wageIndex }: RateQuestion,
  facility: RateFacility,
  physician: RatePhysician,
): RateOrReason | undefined {
  if ((place === undefined) !== (wageIndex === undefined)) return undefined;
  const rate = facilityPay(facility);
  const fee = physician.payable ?? physician.fee;
  if ("reason" in rate) return { reason: `facility-${rate.reason}` };
  if ("reason" in fee) return { reason: `physician-${fee.reason}` };
  const cells = [...rate.cells, ...fee.cells];
  return { amount: plus(rate.amount, fee.amount), rule: FACILITY_PLUS_PHYSICIAN.id, cells };
}
