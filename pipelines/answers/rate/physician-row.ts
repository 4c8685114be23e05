import type { SiteOfServiceRow, SitePhysician } from "../../../schemas/out/facility.ts";
import type { NationalRow } from "../../../schemas/out/national.ts";
import type { RateSettingName } from "../../../schemas/out/rate.ts";
import { SETTING_FIELDS, settingOf } from "../../../schemas/setting.ts";
import { fault } from "../../problems/problems.ts";
import { unpaidAt } from "../../schedules/site/not-paid.ts";
import { answeredModifiers } from "./modifier.ts";
import { nationalRows, type RateQuestion, siteRow } from "./question.ts";

/** The row of the relative value file that a physician is paid by, or the reason why there is none. */
export type PhysicianRow = { readonly modifier: string; readonly na: boolean } & (
  | { readonly row: NationalRow; readonly reason?: never }
  | { readonly row?: never; readonly reason: string }
);

function physicianAt(row: SiteOfServiceRow, setting: RateSettingName): SitePhysician {
  return setting === "office" ? row.office.nonFacility : row[setting].facility;
}

/** Chosen as `site-of-service.json` chose it. */
function usualRow(question: RateQuestion, setting: RateSettingName): PhysicianRow {
  const physician = physicianAt(siteRow(question), setting);
  const modifier = physician.modifier ?? "";
  const na = physician.na === true;
  if (physician.value === null) return { modifier, na, reason: physician.reason };
  const row = nationalRows(question).find((each) => each.modifier === modifier);
  if (row === undefined) throw new Error(`national.json has no row for ${question.hcpcs} ${modifier}`);
  return { modifier, na, row };
}

function modifiedRow(question: RateQuestion, modifier: string, setting: RateSettingName): PhysicianRow {
  const rows = nationalRows(question);
  const row = rows.find((each) => each.modifier === modifier);
  if (row === undefined) {
    const known = rows.map((each) => (each.modifier === "" ? "none" : each.modifier)).join(", ") || "none at all";
    const message = `${question.hcpcs} has no row with modifier "${modifier}"; its modifiers are ${known}`;
    const cure = `Name one of them, one of ${answeredModifiers()}, which indicators answer for, or leave --modifier out`;
    throw fault("modifier.unknown", { file: "--modifier" }, message, cure);
  }
  const na = row[SETTING_FIELDS[settingOf(setting)].na];
  const reason = unpaidAt({ ...row, state: row.priceState }, setting);
  return reason === undefined ? { modifier, na, row } : { modifier, na, reason };
}

/** The physician's row at a setting: the one with the modifier of the question, else the usual one. */
export function physicianRow(question: RateQuestion, setting: RateSettingName): PhysicianRow {
  const { modifier } = question;
  return modifier === undefined ? usualRow(question, setting) : modifiedRow(question, modifier, setting);
}
