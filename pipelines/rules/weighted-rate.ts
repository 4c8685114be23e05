import { centsText, dollarText, shortWeightText } from "../../schemas/unit-text.ts";
import {
  type Cents,
  type ConversionFactor,
  equal,
  type FineDollars,
  fineDollars,
  ofUnit,
  type RelativeWeight,
  scaledInteger,
} from "../../schemas/units.ts";
import type { ExpectedFactor } from "../sources/factors.ts";
import { divideHalfUp } from "./rounding.ts";

/** Weight and factor are both in ten-thousandths, so their product is in 10^-8 dollars; a cent is 10^6 of those. */
const CENT = 1_000_000;

function weightedRate(weight: RelativeWeight, factor: ConversionFactor): Cents {
  return ofUnit<Cents>(divideHalfUp(scaledInteger(weight) * scaledInteger(factor), CENT));
}

/**
 * What is wrong with a printed rate that must be weight x conversion factor, rounded half up to the cent.
 *
 * @param printed the rate that CMS prints beside the weight
 * @returns the sentence for the check, null when the rate is right
 */
export function weightedRateFault(
  weight: RelativeWeight,
  { value, entry }: ExpectedFactor,
  printed: FineDollars,
): string | null {
  const rate = weightedRate(weight, value);
  if (equal(fineDollars(rate), printed)) return null;
  const sum = `weight ${shortWeightText(weight)} x ${entry.value} = ${centsText(scaledInteger(rate))}`;
  return `${sum}, CMS printed ${dollarText(printed)}`;
}
