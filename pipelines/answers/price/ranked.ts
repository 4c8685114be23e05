import { byFallingAmount, shareOfAmount, sumOfAmounts } from "../../rules/money.ts";

/** Procedures of one amount: a line, or several that are ranked as one. */
export interface Ranked<Key> {
  readonly key: Key;
  /** Of one of them; undefined where it is not known. */
  readonly amount: string | undefined;
  /** How many they are. */
  readonly units: number;
}

/** The shares of the units in tenths of a percent; undefined where a unit has no fixed share. */
export type Shares = readonly (number | undefined)[];

/** Why procedures have no rank: another one of them has no amount. */
export const RANK_NOT_KNOWN = "rank-not-known";

/**
 * Ranks procedures by falling amount, those of one amount in their order, and gives each its share. One alone has no
 * rank.
 *
 * @param shareAt share of the first, second, ... procedure, in tenths of a percent; undefined where none is fixed
 * @returns the shares of each, or that they are not known; nothing where there is only one
 */
export function rank<Key>(
  procedures: readonly Ranked<Key>[],
  shareAt: (position: number) => number | undefined,
): Map<Key, Shares | typeof RANK_NOT_KNOWN> {
  if (procedures.reduce((sum, { units }) => sum + units, 0) < 2) return new Map();
  if (procedures.some(({ amount }) => amount === undefined))
    return new Map(procedures.map(({ key }) => [key, RANK_NOT_KNOWN]));
  const ordered = [...procedures].sort((one, other) => byFallingAmount(one.amount ?? "0", other.amount ?? "0"));
  let position = 0;
  return new Map(ordered.map(({ key, units }) => [key, Array.from({ length: units }, () => shareAt(position++))]));
}

/** The highest in full, every other one at half: hospitals and ASCs. */
export const halfAfterFirst = (position: number): number => (position === 0 ? 1000 : 500);

/** What is paid for units of one amount: each its share, rounded, and then the sum. */
export function paidShares(amount: string, shares: readonly number[]): string {
  return sumOfAmounts(shares.map((share) => shareOfAmount(amount, share)));
}

/** The shares that are fixed. */
export function fixedShares(shares: Shares): number[] {
  return shares.flatMap((share) => share ?? []);
}
