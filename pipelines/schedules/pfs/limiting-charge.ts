import { divideHalfUp } from "../../rules/rounding.ts";

/** 115 % of the 95 % that a physician who does not participate is paid: 1.0925, in ten-thousandths. */
const FACTOR = 10_925;
const ONE = 10_000;

/**
 * The limiting charge on a fee schedule amount, by the rule `pfs.limiting-charge`.
 *
 * @param cents the fee schedule amount as rounded, not negative
 * @returns cents
 */
export function limitingCharge(cents: number): number {
  return divideHalfUp(cents * FACTOR, ONE);
}
