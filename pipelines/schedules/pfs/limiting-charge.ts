import { exactProduct, type Triple } from "./exact-amounts.ts";

/** 115 % of the 95 % that a nonparticipating physician is paid: 1.0925, in ten-thousandths. */
const FACTOR = 10_925n;
/** The product is in 10^-9 dollars, and this factor adds four decimals. */
const DECIMALS = 13;
const CENT = 10n ** BigInt(DECIMALS - 2);

/** The most that a nonparticipating physician may charge. */
export interface LimitingCharge {
  readonly cents: number;
  /** The exact product before rounding, in dollars: "447.9183630625". */
  readonly unrounded: string;
}

/** All digits of an amount in dollars, with two decimals or more; a bigint, because some products exceed a double. */
export function exactDollars(value: bigint, decimals: number): string {
  const digits = value.toString().padStart(decimals + 1, "0");
  const fraction = digits.slice(-decimals).replace(/0+$/, "");
  return `${digits.slice(0, -decimals)}.${fraction.padEnd(2, "0")}`;
}

/**
 * The limiting charge, by the rule `pfs.limiting-charge`: rounded once, from the exact product. Computed from the
 * rounded fee schedule amount, a quarter of CMS's limiting charges would be a cent off.
 *
 * @param rvus RVUs of the payable amount, in hundredths: under the OPPS cap, those of the cap
 * @param indices geographic indices in thousandths
 * @param factor conversion factor in ten-thousandths
 */
export function limitingCharge(rvus: Triple, indices: Triple, factor: number): LimitingCharge {
  const product = exactProduct(rvus, indices, factor) * FACTOR;
  return { cents: Number((product + CENT / 2n) / CENT), unrounded: exactDollars(product, DECIMALS) };
}
