import type { FeeChange, NaMarks } from "../../../schemas/out/diff.ts";
import type { NationalRow } from "../../../schemas/out/national.ts";
import { SETTING_FIELDS, type Setting } from "../../../schemas/setting.ts";

/** Whether a row has an amount at a setting that CMS marks NA. */
export function isNaAmount(row: Pick<NationalRow, Setting | `${Setting}Na`>, setting: Setting): boolean {
  return row[SETTING_FIELDS[setting].na] && row[setting] !== null;
}

/**
 * Which of two amounts CMS marks NA.
 *
 * @returns nothing where neither is, as for two thirds of all amounts
 */
export function naMarks(before: NationalRow, after: NationalRow, setting: Setting): { na?: NaMarks } {
  const na = { from: isNaAmount(before, setting), to: isNaAmount(after, setting) };
  return na.from || na.to ? { na } : {};
}

/** Whether a change is reported, but is in no sum, ranking or headline: CMS marks the amount NA on a side. */
export function isMarkedNa({ na }: Pick<FeeChange, "na">): boolean {
  return na !== undefined;
}
