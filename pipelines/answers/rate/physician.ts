import type { NationalRow } from "../../../schemas/out/national.ts";
import type { RateSettingName } from "../../../schemas/out/rate.ts";
import type { RateAmount, RateOrReason } from "../../../schemas/out/rate-amount.ts";
import type { PhysicianParts } from "../../../schemas/out/rate-parts.ts";
import { OPPS_CAP_PAYABLE } from "../../schedules/pfs/rules.ts";
import { ANESTHESIA } from "../../words/reasons.ts";
import { allowanceOf } from "./anesthesia.ts";
import { amountOf } from "./fee.ts";
import { isUnderCap, limitOf } from "./limit.ts";
import { physicianRow } from "./physician-row.ts";
import type { RateQuestion } from "./question.ts";

/** The lower of the two; the national amounts decide which one it is. */
function payableOf(row: NationalRow, setting: RateSettingName, fee: RateAmount, oppsCap: RateAmount): RateAmount {
  return { ...(isUnderCap(row, setting) ? oppsCap : fee), rule: OPPS_CAP_PAYABLE.id };
}

/** What follows from a fee: the cap, what is payable under it, and the most that may be charged. */
function consequences(
  question: RateQuestion,
  row: NationalRow,
  setting: RateSettingName,
  fee: RateOrReason,
): Partial<PhysicianParts> {
  const oppsCap = amountOf(question, row, "oppsCap", setting);
  const cap = oppsCap === undefined ? {} : { oppsCap };
  if (fee.value === null) return cap;
  const payable = oppsCap === undefined ? undefined : payableOf(row, setting, fee, oppsCap);
  const limitingCharge = limitOf(question, row, setting, payable ?? fee);
  return {
    ...cap,
    ...(payable === undefined ? {} : { payable }),
    ...(limitingCharge === undefined ? {} : { limitingCharge }),
  };
}

/** What is paid for a row without a price of its own: nothing, but for anesthesia whose minutes are known. */
function unpriced(question: RateQuestion, reason: string): Pick<PhysicianParts, "fee" | "qualifyingApm"> {
  const { minutes } = question;
  if (reason !== ANESTHESIA || minutes === undefined) return { fee: { value: null, reason } };
  return allowanceOf(question, minutes);
}

/** What the physician is paid by a row at a setting, with the amounts that follow from it. */
function paidBy(question: RateQuestion, row: NationalRow, setting: RateSettingName): Omit<PhysicianParts, "modifier"> {
  const fee = amountOf(question, row, "feeSchedule", setting) ?? { value: null, reason: "source-missing" };
  const qualifyingApm = amountOf(question, row, "qualifyingApm", setting);
  return {
    fee,
    ...consequences(question, row, setting, fee),
    ...(qualifyingApm === undefined ? {} : { qualifyingApm }),
  };
}

/** What the physician is paid for a code at a setting, with the amounts that follow from it. */
export function ratePhysician(question: RateQuestion, setting: RateSettingName): PhysicianParts {
  const { row, modifier, na, reason } = physicianRow(question, setting);
  const about = na ? { modifier, na: true as const } : { modifier };
  return row === undefined
    ? { ...about, ...unpriced(question, reason) }
    : { ...about, ...paidBy(question, row, setting) };
}
