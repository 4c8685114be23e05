import { parseScaled } from "../../../schemas/scaled.ts";
import { ROUNDING, type Scale } from "./amount-change.ts";
import type { Side } from "./side.ts";

/** The schedules whose rates CMS prints. */
export type Schedule = "opps" | "asc";

/** What a rate was made from: weight and factor, where CMS prints a weight. */
export interface RateInputs {
  readonly weight: string | null;
  readonly factor: string | null;
  readonly rate: string | null;
}

/** Conversion factor that a side's facility rates were checked against; null where none is recorded. */
export function facilityFactor({ manifest }: Pick<Side, "manifest">, schedule: Schedule): string | null {
  return manifest.conversionFactors.find((each) => each.schedule === schedule)?.value ?? null;
}

/** A weight times a factor are in 10^-8 dollars; effects are the mean of two orders, so in halves of that. */
export const HALVES_PER_MILL = 2e5;

function halfAway(halves: number, per: number): number {
  const rounded = Math.floor((Math.abs(halves) + per / 2) / per);
  return halves < 0 && rounded !== 0 ? -rounded : rounded;
}

/** Effects on a product of weight and factor in halves of 10^-8 dollars; undefined where a side prints no weight. */
export function exactRateEffects(
  before: Pick<RateInputs, "weight" | "factor">,
  after: Pick<RateInputs, "weight" | "factor">,
): { weight: number; factor: number } | undefined {
  const [w0, w1, f0, f1] = [before.weight, after.weight, before.factor, after.factor].map((text) =>
    text === null ? undefined : parseScaled(text, 4),
  );
  if (w0 === undefined || w1 === undefined || f0 === undefined || f1 === undefined) return undefined;
  return { weight: (w1 - w0) * (f0 + f1), factor: (f1 - f0) * (w0 + w1) };
}

/**
 * Splits a rate's change into that of its weight and that of the factor, each at the mean of the other; a rate that CMS
 * prints without a weight is its own cause.
 *
 * @returns effects in integers of the scale; with the rounding they are the change
 */
export function rateEffects(before: RateInputs, after: RateInputs, scale: Scale): Record<string, number> | undefined {
  const [old, now] = [before.rate, after.rate].map((text) => (text === null ? undefined : parseScaled(text, scale)));
  if (old === undefined || now === undefined) return undefined;
  const exact = exactRateEffects(before, after);
  if (exact === undefined) return { price: now - old, [ROUNDING]: 0 };
  const per = scale === 3 ? HALVES_PER_MILL : HALVES_PER_MILL * 10;
  const weight = halfAway(exact.weight, per);
  const factor = halfAway(exact.factor, per);
  return { weight, factor, [ROUNDING]: now - old - weight - factor };
}
