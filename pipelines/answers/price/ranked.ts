import { byFallingAmount, shareOfAmount, sumOfAmounts } from "../../rules/money.ts";

/** Procedures of one amount: a line, or several that are ranked as one. */
export interface Ranked<Key> {
  readonly key: Key;
  /** Of one of them. */
  readonly amount: string;
  /** How many they are. */
  readonly units: number;
}

/**
 * Ranks procedures by falling amount, those of one amount in their order, and gives each its share.
 *
 * @param shareAt share of the first, second, ... procedure, in tenths of a percent; undefined where none is known
 * @returns the share of each unit
 */
export function rank<Key>(
  procedures: readonly Ranked<Key>[],
  shareAt: (position: number) => number | undefined,
): Map<Key, (number | undefined)[]> {
  const ordered = [...procedures].sort((one, other) => byFallingAmount(one.amount, other.amount));
  let position = 0;
  return new Map(ordered.map(({ key, units }) => [key, Array.from({ length: units }, () => shareAt(position++))]));
}

/** The highest in full, every other one at half: hospitals and ASCs. */
export const halfAfterFirst = (position: number): number => (position === 0 ? 1000 : 500);

/** What is paid for units of one amount: each its share, rounded, and then the sum. */
export function paidShares(amount: string, shares: readonly number[]): string {
  return sumOfAmounts(shares.map((share) => shareOfAmount(amount, share)));
}

/** Whether there are several procedures to rank. */
export function areSeveral(procedures: readonly Ranked<unknown>[]): boolean {
  return procedures.reduce((sum, { units }) => sum + units, 0) > 1;
}
