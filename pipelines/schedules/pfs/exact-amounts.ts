/**
 * Proves amounts instead of computing them: with x the exact product in 10^-9 dollars, an amount of c cents is x
 * rounded half up exactly when -5,000,000 <= x - c x 10,000,000 < 5,000,000. It uses no division and no floor, so it
 * shares no step with the kernel.
 */

import { exactScaled } from "../../../schemas/scaled.ts";

const CENT = 10_000_000;
const HALF_CENT = 5_000_000;

/** Three numbers, for work, practice expense and malpractice. */
export interface Triple {
  readonly work: number;
  readonly pe: number;
  readonly mp: number;
}

/** Three numbers from texts that a schema has matched, as integers of a scale. */
export function tripleOf(scale: number, work: string, pe: string, mp: string): Triple {
  return { work: exactScaled(work, scale), pe: exactScaled(pe, scale), mp: exactScaled(mp, scale) };
}

/** Indices of the nation: all are 1. */
export const NATION: Triple = { work: 1000, pe: 1000, mp: 1000 };

/**
 * (work x work index + PE x PE index + MP x MP index) x factor before any rounding, whatever its size.
 *
 * @param rvus RVUs in hundredths
 * @param indices geographic indices in thousandths
 * @param factor conversion factor in ten-thousandths
 * @returns in 10^-9 dollars
 */
export function exactProduct(rvus: Triple, indices: Triple, factor: number): bigint {
  const part = (of: keyof Triple): bigint => BigInt(rvus[of]) * BigInt(indices[of]);
  return (part("work") + part("pe") + part("mp")) * BigInt(factor);
}

/** The same rounded half up to cents, once. */
export function exactCents(rvus: Triple, indices: Triple, factor: number): number {
  return Number((exactProduct(rvus, indices, factor) + BigInt(HALF_CENT)) / BigInt(CENT));
}

function isRoundedByBigInt(rvus: Triple, indices: Triple, factor: number, cents: number): boolean {
  const rest = exactProduct(rvus, indices, factor) - BigInt(cents) * BigInt(CENT);
  return -BigInt(HALF_CENT) <= rest && rest < BigInt(HALF_CENT);
}

/**
 * Whether an amount is its product, rounded half up once. By doubles while the product is a safe integer: no part is
 * negative, so the parts are safe too. Beyond that by BigInt.
 *
 * @param rvus RVUs in hundredths
 * @param indices geographic indices in thousandths
 * @param factor conversion factor in ten-thousandths
 */
export function isExactAmount(rvus: Triple, indices: Triple, factor: number, cents: number): boolean {
  const product = (rvus.work * indices.work + rvus.pe * indices.pe + rvus.mp * indices.mp) * factor;
  if (!Number.isSafeInteger(product)) return isRoundedByBigInt(rvus, indices, factor, cents);
  const rest = product - cents * CENT;
  return -HALF_CENT <= rest && rest < HALF_CENT;
}
