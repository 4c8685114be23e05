import { formatScaled, formatTrimmed } from "./scaled.ts";
import {
  type ConversionFactor,
  type FineDollars,
  type Gpci,
  type Percent,
  type RelativeWeight,
  type Rvu,
  SCALE,
  scaledInteger,
  type WageIndex,
} from "./units.ts";

/** "7.15". */
export function rvuText(value: Rvu): string {
  return formatScaled(scaledInteger(value), SCALE.rvu);
}

/** "1.012". */
export function gpciText(value: Gpci): string {
  return formatScaled(scaledInteger(value), SCALE.gpci);
}

/** "33.4009". */
export function factorText(value: ConversionFactor): string {
  return formatScaled(scaledInteger(value), SCALE.factor);
}

/** "1.0369". */
export function wageIndexText(value: WageIndex): string {
  return formatScaled(scaledInteger(value), SCALE.wageIndex);
}

/** "34.63", without the sign. */
export function percentText(value: Percent): string {
  return formatScaled(scaledInteger(value), SCALE.percent);
}

/** A weight with all its decimals: "20.0000". */
export function weightText(value: RelativeWeight): string {
  return formatScaled(scaledInteger(value), SCALE.weight);
}

/** A weight without zeros at its end, for messages: "20". */
export function shortWeightText(value: RelativeWeight): string {
  return formatTrimmed(scaledInteger(value), SCALE.weight, 0);
}

const HUNDRED = 10 ** SCALE.cents;
/** ".00" to ".99": what is behind the point is looked up, because there are millions of amounts. */
const CENTS = Array.from({ length: HUNDRED }, (_, cents) => formatScaled(cents, SCALE.cents).slice(1));

/** "1773.92" from 177392 cents. A plain integer, because the kernel has millions of amounts. */
export function centsText(cents: number): string {
  const rest = cents % HUNDRED;
  return `${(cents - rest) / HUNDRED}${CENTS[rest]}`;
}

/** Dollars with two decimals or more: "3342.87", "0.835". */
export function dollarText(amount: FineDollars): string {
  return formatTrimmed(scaledInteger(amount), SCALE.fine, 2);
}
