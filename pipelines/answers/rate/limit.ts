import type { NationalRow } from "../../../schemas/out/national.ts";
import type { RateSettingName } from "../../../schemas/out/rate.ts";
import type { RateAmount } from "../../../schemas/out/rate-amount.ts";
import { exactScaled } from "../../../schemas/scaled.ts";
import { settingOf } from "../../../schemas/setting.ts";
import { centsText } from "../../../schemas/unit-text.ts";
import { SCALE } from "../../../schemas/units.ts";
import { NATION } from "../../schedules/pfs/exact-amounts.ts";
import { limitingCharge } from "../../schedules/pfs/limiting-charge.ts";
import { publishedGpcis, publishedRvus } from "../../schedules/pfs/published-figures.ts";
import { LIMITING_CHARGE } from "../../schedules/pfs/rules.ts";
import type { RateQuestion } from "./question.ts";

/** Whether the OPPS cap is payable for a row: by law the national amounts decide, wherever the service is done. */
export function isUnderCap(row: NationalRow, setting: RateSettingName): boolean {
  const name = settingOf(setting);
  const [full, capped] = [row[name], row.oppsCap?.[name]];
  if (typeof full !== "string" || typeof capped !== "string") return false;
  return exactScaled(capped, SCALE.cents) < exactScaled(full, SCALE.cents);
}

/**
 * The most that may be charged for a row at a setting, in the place of the question.
 *
 * @param payable the amount that is paid, whose cells it shares
 * @returns undefined when the release has no fee schedule
 */
export function limitOf(
  { documents, place }: RateQuestion,
  row: NationalRow,
  setting: RateSettingName,
  payable: RateAmount,
): RateAmount | undefined {
  const factor = documents.table("national")?.head.conversionFactor.value;
  if (factor === undefined) return undefined;
  const rvus = publishedRvus(row, isUnderCap(row, setting) ? "oppsCap" : "feeSchedule", settingOf(setting));
  const indices = place === undefined ? NATION : publishedGpcis(place.gpci);
  const { cents } = limitingCharge(rvus, indices, exactScaled(factor, SCALE.factor));
  return { value: centsText(cents), rule: LIMITING_CHARGE.id, cells: payable.cells };
}
