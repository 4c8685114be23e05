import { exactScaled } from "../../schemas/scaled.ts";
import { centsText, dollarText } from "../../schemas/unit-text.ts";
import { type FineDollars, ofUnit, SCALE } from "../../schemas/units.ts";

/** A whole amount in tenths of a percent. */
const WHOLE = 1000n;
/** Parts of a cent that an amount of a document is an integer of. */
const PARTS_OF_CENT = BigInt(10 ** (SCALE.fine - SCALE.cents));

const finely = (amount: string): bigint => BigInt(exactScaled(amount, SCALE.fine));

/**
 * A share of an amount, rounded half up to the cent.
 *
 * @param amount in dollars, as documents have it
 * @param share in tenths of a percent
 */
export function shareOfAmount(amount: string, share: number): string {
  const per = WHOLE * PARTS_OF_CENT;
  return centsText(Number((finely(amount) * BigInt(share) * 2n + per) / (per * 2n)));
}

/** The exact sum of amounts. */
export function sumOfAmounts(amounts: readonly string[]): string {
  const sum = amounts.reduce((all, each) => all + finely(each), 0n);
  return dollarText(ofUnit<FineDollars>(Number(sum)));
}

/** The exact difference of two amounts, zero where the second is more. */
export function excessOfAmount(amount: string, over: string): string {
  const rest = finely(amount) - finely(over);
  return dollarText(ofUnit<FineDollars>(Number(rest < 0n ? 0n : rest)));
}

/** Whether the first amount is more: below zero where it comes before the second in the order of falling amounts. */
export function byFallingAmount(one: string, other: string): number {
  return Number(finely(other) - finely(one));
}
