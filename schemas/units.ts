/**
 * Numbers with a unit, which the compiler does not let you mix.
 *
 * At run time each is a plain scaled integer. To the compiler it is an opaque object, so `rvu + gpci`, `rvu < cents`
 * or passing one unit for another does not compile (proved in test/types). {@link ofUnit} makes one, and
 * {@link scaledInteger} gives its number.
 */
declare const unit: unique symbol;

/** A scaled integer of unit `U`. */
export interface Scaled<U extends string> {
  readonly [unit]: U;
}

/** Relative value units in hundredths: 7.15 RVU is 715. */
export type Rvu = Scaled<"RVU / 100">;
/** Geographic practice cost index in thousandths: 1.012 is 1012. */
export type Gpci = Scaled<"GPCI / 1000">;
/** Dollars per relative value unit in ten-thousandths: $33.4009 is 334009. */
export type ConversionFactor = Scaled<"USD per unit / 10000">;
/** OPPS or ASC relative weight in ten-thousandths. */
export type RelativeWeight = Scaled<"weight / 10000">;
/** Wage index of an area in ten-thousandths: 1.0369 is 10369. */
export type WageIndex = Scaled<"wage index / 10000">;
/** Dollars in cents. */
export type Cents = Scaled<"USD / 100">;
/** Dollars in ten-thousandths: OPPS drug rates have three decimals, some copayments four. */
export type FineDollars = Scaled<"USD / 10000">;

/** Percent in hundredths: 34.63 % is 3463. */
export type Percent = Scaled<"percent / 100">;
/** Dollars per anesthesia unit in cents. */
export type AnesthesiaFactor = Scaled<"USD per anesthesia unit / 100">;

/** Decimals of each unit. */
export const SCALE = { rvu: 2, gpci: 3, factor: 4, weight: 4, cents: 2, fine: 4, percent: 2, wageIndex: 4 } as const;

/** Gives an integer a unit. The caller is responsible for the scale. */
export function ofUnit<T extends Scaled<string>>(value: number): T {
  return value as unknown as T;
}

/** The plain integer, for code that states its own scale. */
export function scaledInteger(value: Scaled<string>): number {
  return value as unknown as number;
}

/** Cents at the finer scale of OPPS rates. Exact. */
export function fineDollars(cents: Cents): FineDollars {
  return ofUnit<FineDollars>(scaledInteger(cents) * 10 ** (SCALE.fine - SCALE.cents));
}

/** Sum of values of one unit. */
export function sum<T extends Scaled<string>>(...values: readonly T[]): T {
  let total = 0;
  for (const value of values) total += scaledInteger(value);
  return ofUnit<T>(total);
}

/** True when the two are the same number. */
export function equal<T extends Scaled<string>>(left: T, right: T): boolean {
  return scaledInteger(left) === scaledInteger(right);
}

/** True for zero. */
export function isZero(value: Scaled<string>): boolean {
  return scaledInteger(value) === 0;
}
