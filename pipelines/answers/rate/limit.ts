import type { LocalityRow } from "../../../schemas/out/localities.ts";
import type { NationalRow } from "../../../schemas/out/national.ts";
import type { RateAmount, RateSettingName } from "../../../schemas/out/rate.ts";
import { exactScaled } from "../../../schemas/scaled.ts";
import { SETTING_FIELDS } from "../../../schemas/setting.ts";
import { centsText } from "../../../schemas/unit-text.ts";
import { SCALE } from "../../../schemas/units.ts";
import { NATION, type Triple, tripleOf } from "../../schedules/pfs/exact-amounts.ts";
import { limitingCharge } from "../../schedules/pfs/limiting-charge.ts";
import { LIMITING_CHARGE } from "../../schedules/pfs/rules.ts";
import { type RateQuestion, settingOf } from "./question.ts";

/** Whether the OPPS cap is payable for a row: by law the national amounts decide, wherever the service is done. */
export function isUnderCap(row: NationalRow, setting: RateSettingName): boolean {
  const { amount } = SETTING_FIELDS[settingOf(setting)];
  const [full, capped] = [row[amount], row.oppsCap?.[amount]];
  if (typeof full !== "string" || typeof capped !== "string") return false;
  return exactScaled(capped, SCALE.cents) < exactScaled(full, SCALE.cents);
}

/** RVUs of what is payable; undefined where a release of shapes before 2.3.0 does not have those of the cap. */
function payableRvus(row: NationalRow, setting: RateSettingName): Triple | undefined {
  const from = isUnderCap(row, setting) ? row.oppsCap : row;
  const [work, pe, mp] = [from?.workRvu, from?.[SETTING_FIELDS[settingOf(setting)].pe], from?.mpRvu];
  if (work === undefined || pe === undefined || mp === undefined) return undefined;
  return tripleOf(SCALE.rvu, work, pe, mp);
}

function indicesOf({ workGpci, peGpci, mpGpci }: LocalityRow): Triple {
  return tripleOf(SCALE.gpci, workGpci, peGpci, mpGpci);
}

/**
 * The most that may be charged for a row at a setting, in the place of the question.
 *
 * @param payable the amount that is paid, whose cells it shares
 * @returns undefined when the release does not have the RVUs of what is payable
 */
export function limitOf(
  { documents, place }: RateQuestion,
  row: NationalRow,
  setting: RateSettingName,
  payable: RateAmount,
): RateAmount | undefined {
  const factor = documents.table("national")?.head.conversionFactor.value;
  const units = payableRvus(row, setting);
  if (factor === undefined || units === undefined) return undefined;
  const indices = place === undefined ? NATION : indicesOf(place.gpci);
  const { cents } = limitingCharge(units, indices, exactScaled(factor, SCALE.factor));
  return { amount: centsText(cents), rule: LIMITING_CHARGE.id, cells: payable.cells };
}
