import type { LocalityAmountsLine } from "../../../schemas/out/localities.ts";
import { exactScaled } from "../../../schemas/scaled.ts";
import { bothSettings, SETTING_FIELDS } from "../../../schemas/setting.ts";
import { SCALE } from "../../../schemas/units.ts";
import { Amounts } from "../../schedules/pfs/amounts.ts";

/** Amounts of a row as tables have them; undefined or null where there are none. */
export type AmountTexts =
  | { readonly nonFacilityAmount: string | null; readonly facilityAmount: string | null }
  | undefined;

function centsOf(text: string): number {
  return exactScaled(text, SCALE.cents);
}

function rowsWith(isThere: readonly boolean[]): Int32Array {
  return Int32Array.from(isThere.flatMap((there, row) => (there ? [row] : [])));
}

/** National amounts of rows. */
export function nationalAmounts(texts: readonly AmountTexts[]): Amounts {
  const rows = rowsWith(texts.map((each) => each !== undefined && each.nonFacilityAmount !== null));
  const cents = bothSettings((setting) =>
    Int32Array.from(rows, (row) => centsOf(texts[row]?.[SETTING_FIELDS[setting].amount] ?? "")),
  );
  return new Amounts(rows, 1, cents);
}

/** Amounts of rows in every locality. */
export function localAmounts(lines: readonly (LocalityAmountsLine | undefined)[], places: number): Amounts {
  const rows = rowsWith(lines.map((line) => line !== undefined));
  const there = lines.filter((line) => line !== undefined);
  const cents = bothSettings((setting) => Int32Array.from(there.flatMap((line) => line[setting].map(centsOf))));
  return new Amounts(rows, places, cents);
}
