import { exactScaled } from "../../../schemas/scaled.ts";
import { bothSettings } from "../../../schemas/setting.ts";
import { SCALE } from "../../../schemas/units.ts";
import { Amounts } from "../../schedules/pfs/amounts.ts";

/** Amounts of a row as tables have them; undefined or null where there are none. */
export type AmountTexts = { readonly nonFacility: string | null; readonly facility: string | null } | undefined;

function centsOf(text: string): number {
  return exactScaled(text, SCALE.cents);
}

function rowsWith(isThere: readonly boolean[]): Int32Array {
  return Int32Array.from(isThere.flatMap((there, row) => (there ? [row] : [])));
}

/** National amounts of rows. */
export function nationalAmounts(texts: readonly AmountTexts[]): Amounts {
  const rows = rowsWith(texts.map((each) => each !== undefined && each.nonFacility !== null));
  const cents = bothSettings((setting) => Int32Array.from(rows, (row) => centsOf(texts[row]?.[setting] ?? "")));
  return new Amounts(rows, 1, cents);
}
