import type { RateOrReason } from "../../../schemas/out/rate-amount.ts";
import type { FacilityParts, PhysicianParts } from "../../../schemas/out/rate-parts.ts";
import { dollarText } from "../../../schemas/unit-text.ts";
import { type FineDollars, SCALE, sum } from "../../../schemas/units.ts";
import { FACILITY_PLUS_PHYSICIAN } from "../../schedules/site/rules.ts";
import { NO_LABOUR_SHARE } from "./facility.ts";
import { publishedNumber } from "./published-number.ts";
import type { RateQuestion } from "./question.ts";

function facilityPay({ rate, wageAdjusted }: FacilityParts): RateOrReason {
  if (wageAdjusted === undefined || rate.value === null) return rate;
  return wageAdjusted.value === null && wageAdjusted.reason === NO_LABOUR_SHARE ? rate : wageAdjusted;
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
  facility: FacilityParts,
  physician: PhysicianParts,
): RateOrReason | undefined {
  if ((place === undefined) !== (wageIndex === undefined)) return undefined;
  const rate = facilityPay(facility);
  const fee = physician.payable ?? physician.fee;
  if (rate.value === null) return { value: null, reason: `facility-${rate.reason}` };
  if (fee.value === null) return { value: null, reason: `physician-${fee.reason}` };
  const cells = [...rate.cells, ...fee.cells];
  return { value: plus(rate.value, fee.value), rule: FACILITY_PLUS_PHYSICIAN.id, cells };
}
