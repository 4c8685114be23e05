import type { AmountTotals } from "../../../schemas/out/manifest.ts";
import { SETTINGS } from "../../../schemas/setting.ts";
import { centsText } from "../../../schemas/unit-text.ts";
import { sha256 } from "../../problems/sha256.ts";
import type { Amounts } from "./amounts.ts";

/** Code and modifier of a row. */
type RowKey = (row: number) => { readonly hcpcs: string; readonly modifier: string };

/** The order of rows by code, then by modifier. */
export function byCodeAndModifier(one: ReturnType<RowKey>, two: ReturnType<RowKey>): number {
  if (one.hcpcs !== two.hcpcs) return one.hcpcs < two.hcpcs ? -1 : 1;
  return Number(one.modifier > two.modifier) - Number(one.modifier < two.modifier);
}

function sumOf(cents: Int32Array): number {
  let sum = 0;
  for (let at = 0; at < cents.length; at += 1) sum += cents[at] ?? 0;
  return sum;
}

/**
 * What a release says about its amounts in every locality, so that whoever computes them again can prove that they are
 * the same: how many there are, their sums, and the sha256 of all of them.
 *
 * The hash is over the amounts in cents, as signed 32-bit integers, little-endian: rows by code and modifier; for each
 * row non-facility and then facility, each in the order of the localities.
 */
export function amountTotals(
  amounts: Amounts,
  keyOf: RowKey,
): Pick<AmountTotals, "rows" | "localities" | "nonFacilitySum" | "facilitySum" | "sha256"> {
  const all = new Int32Array(amounts.count);
  const sums = { nonFacility: 0, facility: 0 };
  let at = 0;
  const keyed = Array.from(amounts.rows, (row) => {
    const { hcpcs, modifier } = keyOf(row);
    return { row, hcpcs, modifier };
  });
  for (const { row } of keyed.sort(byCodeAndModifier)) {
    for (const setting of SETTINGS) {
      const cents = amounts.of(row, setting);
      all.set(cents, at);
      at += cents.length;
      sums[setting] += sumOf(cents);
    }
  }
  return {
    rows: amounts.rows.length,
    localities: amounts.places,
    nonFacilitySum: centsText(sums.nonFacility),
    facilitySum: centsText(sums.facility),
    sha256: sha256(new Uint8Array(all.buffer)),
  };
}
