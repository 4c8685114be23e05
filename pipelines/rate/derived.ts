import { parseScaled } from "../../schemas/scaled.ts";
import { SCALE } from "../../schemas/units.ts";
import { divideHalfUp } from "../shared/rounding.ts";

/** 1.0925 in ten-thousandths: 115 percent of 95 percent. */
const LIMITING_CHARGE_FACTOR = 10_925;
const ONE = 10_000;
/** Labour shares in percent: 42 CFR 419.43(c) and 416.172(c). */
const LABOUR_SHARE = { opps: 60n, asc: 50n } as const;
const HUNDRED = 100n;
/** CMS has printed wage indices with four decimals, and with six. */
const INDEX_SCALE = 6;
const INDEX_ONE = 1_000_000n;
/** A rate in 10^-4 dollars times an index in 10^-6 times percent is in 10^-12 dollars; a cent is 10^10 of those. */
const CENT = 10_000_000_000n;

/** A facility schedule whose rates have a labour share. */
export type FacilitySchedule = keyof typeof LABOUR_SHARE;

/** Indicators of services, which have a labour share; drugs, devices, blood and brachytherapy are paid alike everywhere. */
const ADJUSTED: Readonly<Record<FacilitySchedule, ReadonlySet<string>>> = {
  opps: new Set(["S", "T", "V", "J1", "J2", "Q1", "Q2", "Q3", "P"]),
  asc: new Set(["A2", "G2", "J8", "P2", "P3", "R2", "D2", "Z2", "Z3"]),
};

/**
 * The most that a physician who does not participate may charge: 1.0925 x the rounded fee, half up to the cent.
 *
 * @param cents the fee schedule amount as rounded
 * @returns cents
 */
export function limitingCharge(cents: number): number {
  return divideHalfUp(cents * LIMITING_CHARGE_FACTOR, ONE);
}

/** Whether rates of this status or payment indicator are adjusted by the wage index. */
export function isWageAdjusted(schedule: FacilitySchedule, indicator: string): boolean {
  return ADJUSTED[schedule].has(indicator);
}

function exact(text: string, scale: number): bigint {
  const value = parseScaled(text, scale);
  if (value === undefined) throw new Error(`${text} is no number of ${scale} decimals`);
  return BigInt(value);
}

/**
 * A facility's rate in an area: rate x (share x wage index + 1 - share), half up to the cent once, at the end.
 * In integers of any length, since a rate of half a million dollars times an index leaves what a double holds exactly.
 *
 * @param rate dollars as published
 * @param wageIndex as published
 * @returns cents
 */
export function wageAdjusted(schedule: FacilitySchedule, rate: string, wageIndex: string): number {
  const share = LABOUR_SHARE[schedule];
  const factor = share * exact(wageIndex, INDEX_SCALE) + (HUNDRED - share) * INDEX_ONE;
  return Number((exact(rate, SCALE.fine) * factor + CENT / 2n) / CENT);
}
