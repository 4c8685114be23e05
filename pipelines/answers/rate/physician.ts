import type { RateAmount, RateOrReason, RatePhysician, RateSettingName } from "../../../schemas/out/rate.ts";
import { centsText } from "../../../schemas/unit-text.ts";
import { type Cents, SCALE, scaledInteger } from "../../../schemas/units.ts";
import { limitingCharge } from "../../schedules/pfs/limiting-charge.ts";
import { LIMITING_CHARGE, OPPS_CAP_PAYABLE } from "../../schedules/pfs/rules.ts";
import { amountOf } from "./fee.ts";
import { physicianRow } from "./physician-row.ts";
import { publishedNumber } from "./published-number.ts";
import type { RateQuestion } from "./question.ts";

function centsOf({ amount }: RateAmount): number {
  return scaledInteger(publishedNumber<Cents>(amount, SCALE.cents));
}

function lesser(fee: RateAmount, cap: RateAmount): RateAmount {
  const lower = centsOf(cap) < centsOf(fee) ? cap : fee;
  return { ...lower, rule: OPPS_CAP_PAYABLE.id };
}

function limit(fee: RateAmount): RateAmount {
  const amount = centsText(limitingCharge(centsOf(fee)));
  return { amount, rule: LIMITING_CHARGE.id, cells: fee.cells };
}

/** What follows from a fee: the cap, what is payable under it, and the most that may be charged. */
function consequences(fee: RateOrReason, oppsCap: RateAmount | undefined): Partial<RatePhysician> {
  if ("reason" in fee) return oppsCap === undefined ? {} : { oppsCap };
  if (oppsCap === undefined) return { limitingCharge: limit(fee) };
  const payable = lesser(fee, oppsCap);
  return { oppsCap, payable, limitingCharge: limit(payable) };
}

/** What the physician is paid for a code at a setting, with all that follows from it. */
export function ratePhysician(question: RateQuestion, setting: RateSettingName): RatePhysician {
  const { row, modifier, na, reason } = physicianRow(question, setting);
  const about = na ? { modifier, na: true as const } : { modifier };
  if (row === undefined) return { ...about, fee: { reason } };
  const fee = amountOf(question, row, "fee", setting) ?? { reason: "source-missing" };
  const qualifyingApm = amountOf(question, row, "qualifyingApm", setting);
  return {
    ...about,
    fee,
    ...consequences(fee, amountOf(question, row, "oppsCap", setting)),
    ...(qualifyingApm === undefined ? {} : { qualifyingApm }),
  };
}
