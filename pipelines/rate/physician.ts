import type { NationalRow } from "../../schemas/out/national.ts";
import type { RateAmount, RateOrReason, RatePhysician, RateSettingName } from "../../schemas/out/rate.ts";
import { formatScaled, parseScaled } from "../../schemas/scaled.ts";
import { type Cents, ofUnit, SCALE, scaledInteger } from "../../schemas/units.ts";
import { limitingCharge } from "./derived.ts";
import { feeOf, localAmount, nationalAmount } from "./fee.ts";
import { physicianRow } from "./physician-row.ts";
import type { RateQuestion } from "./question.ts";
import { LESSER_OF_FEE_AND_CAP, LIMITING_CHARGE } from "./rules.ts";

function centsOf({ amount }: RateAmount): Cents {
  const cents = parseScaled(amount, SCALE.cents);
  if (cents === undefined) throw new Error(`${amount} is no amount in cents`);
  return ofUnit<Cents>(cents);
}

function lesser(fee: RateAmount, cap: RateAmount): RateAmount {
  const lower = scaledInteger(centsOf(cap)) < scaledInteger(centsOf(fee)) ? cap : fee;
  return { ...lower, rule: LESSER_OF_FEE_AND_CAP.id };
}

function limit(fee: RateAmount): RateAmount {
  const amount = formatScaled(scaledInteger(limitingCharge(centsOf(fee))), SCALE.cents);
  return { amount, rule: LIMITING_CHARGE.id, cells: fee.cells };
}

function otherTrack(question: RateQuestion, row: NationalRow, setting: RateSettingName): RateAmount | undefined {
  const { place } = question;
  return place === undefined
    ? nationalAmount(question, row, "qualifyingApm", setting)
    : localAmount(question, place, "qualifyingApm", row.modifier, setting);
}

/** The cap is CMS's by locality: nationally there is none. */
function capOf(question: RateQuestion, modifier: string, setting: RateSettingName): RateAmount | undefined {
  const { place } = question;
  return place === undefined ? undefined : localAmount(question, place, "oppsCap", modifier, setting);
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
  const fee = feeOf(question, row, setting);
  const qualifyingApm = otherTrack(question, row, setting);
  return {
    ...about,
    fee,
    ...consequences(fee, capOf(question, modifier, setting)),
    ...(qualifyingApm === undefined ? {} : { qualifyingApm }),
  };
}
