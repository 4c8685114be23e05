import { exactProduct, type Triple } from "./exact-amounts.ts";

/** 115 % of the 95 % that a physician who does not participate is paid: 1.0925, in ten-thousandths. */
const FACTOR = 10_925n;
/** The product is in 10^-9 dollars, and this factor adds four decimals. */
const DECIMALS = 13;
const CENT = 10n ** BigInt(DECIMALS - 2);

/** What a physician who does not participate may charge at most. */
export interface LimitingCharge {
  readonly cents: number;
  /** What is rounded to that, every digit of it, in dollars: "447.9183630625". */
  readonly unrounded: string;
}

/** All digits of dollars, two decimals or more; a bigint, because not every product of a double's digits fits one. */
export function exactDollars(value: bigint, decimals: number): string {
  const digits = value.toString().padStart(decimals + 1, "0");
  const fraction = digits.slice(-decimals).replace(/0+$/, "");
  return `${digits.slice(0, -decimals)}.${fraction.padEnd(2, "0")}`;
}

/**
 * The limiting charge, by the rule `pfs.limiting-charge`: rounded once, from the product of which the fee schedule amount
 * is the other rounding. From that amount a quarter of CMS's would be a cent off.
 *
 * @param units of the amount that is payable, in hundredths: under the OPPS cap, those of the cap
 * @param indices geographic indices in thousandths
 * @param factor conversion factor in ten-thousandths
 */
export function limitingCharge(units: Triple, indices: Triple, factor: number): LimitingCharge {
  const product = exactProduct(units, indices, factor) * FACTOR;
  return { cents: Number((product + CENT / 2n) / CENT), unrounded: exactDollars(product, DECIMALS) };
}
