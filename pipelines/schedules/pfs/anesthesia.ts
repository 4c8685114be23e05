import { type AnesthesiaFactor, type Cents, ofUnit, scaledInteger } from "../../../schemas/units.ts";

/** Minutes of one unit of time. */
const TIME_UNIT = 15;
const TENTHS = 10;

/** Exact as long as twice the dividend is a safe integer: a day of anesthesia at a factor of $100 is below 2^28. */
function halfUp(dividend: number, divisor: number): number {
  return Math.floor((2 * dividend + divisor) / (2 * divisor));
}

/**
 * Payment for anesthesia, by the rule `pfs.anesthesia-allowance`: rounded once, from the exact product.
 *
 * @param minutes whole minutes of anesthesia time
 * @param factor of the locality
 */
export function anesthesiaAllowance(baseUnits: number, minutes: number, factor: AnesthesiaFactor): Cents {
  return ofUnit<Cents>(halfUp((baseUnits * TIME_UNIT + minutes) * scaledInteger(factor), TIME_UNIT));
}

/** Units of time in tenths: 50 minutes are 33. A third of a tenth is never a tie. */
export function timeUnitsInTenths(minutes: number): number {
  return halfUp(minutes * TENTHS, TIME_UNIT);
}

/**
 * The same by the rule `pfs.anesthesia-allowance-in-tenths`: up to half a tenth of a unit away from the exact one.
 *
 * @param minutes whole minutes of anesthesia time
 * @param factor of the locality
 */
export function anesthesiaAllowanceInTenths(baseUnits: number, minutes: number, factor: AnesthesiaFactor): Cents {
  return ofUnit<Cents>(halfUp((baseUnits * TENTHS + timeUnitsInTenths(minutes)) * scaledInteger(factor), TENTHS));
}
