import { type Cents, type FineDollars, ofUnit, type RelativeWeight, scaledInteger } from "../../schemas/units.ts";
import { divideHalfUp } from "../shared/rounding.ts";

/** 1.0925 in ten-thousandths: 115 percent of 95 percent. */
const LIMITING_CHARGE_FACTOR = 10_925;
const ONE = 10_000;
/** Labour share of OPPS payments, in percent (42 CFR 419.43(c)). */
const OPPS_LABOUR_SHARE = 60;
/** Labour share of ASC payments, in percent (42 CFR 416.172(c)). */
const ASC_LABOUR_SHARE = 50;
const HUNDRED = 100;
/** A rate in 10^-4 dollars times an index in 10^-4 times percent is in 10^-10 dollars; a cent is 10^8 of those. */
const CENT = 100_000_000;

/** The most that a physician who does not participate may charge: 1.0925 x the rounded fee, half up to the cent. */
export function limitingCharge(fee: Cents): Cents {
  return ofUnit<Cents>(divideHalfUp(scaledInteger(fee) * LIMITING_CHARGE_FACTOR, ONE));
}

function wageAdjusted(rate: FineDollars, wageIndex: RelativeWeight, labourShare: number): Cents {
  const factor = labourShare * scaledInteger(wageIndex) + (HUNDRED - labourShare) * ONE;
  return ofUnit<Cents>(divideHalfUp(scaledInteger(rate) * factor, CENT));
}

/** An OPPS rate in a CBSA: rate x (0.60 x wage index + 0.40), half up to the cent. */
export function wageAdjustedOpps(rate: FineDollars, wageIndex: RelativeWeight): Cents {
  return wageAdjusted(rate, wageIndex, OPPS_LABOUR_SHARE);
}

/** An ASC rate in a CBSA: rate x (0.50 x wage index + 0.50), half up to the cent. */
export function wageAdjustedAsc(rate: FineDollars, wageIndex: RelativeWeight): Cents {
  return wageAdjusted(rate, wageIndex, ASC_LABOUR_SHARE);
}
