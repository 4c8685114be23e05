import { isZero, type Scaled } from "../../schemas/units.ts";

/** State of a row whose indicator pays a rate but whose rate cell is blank: CMS sets the rate elsewhere. */
const NO_RATE = "no-rate-printed";
/** State of a row that prints a rate of 0: J2002 of January 2025 costs less a unit than CMS's columns can show. */
const ZERO_RATE = "rate-rounds-to-zero";

/** Whether a state comes from the rate cell, not from the row's indicator. */
export function isAboutRate(state: string): boolean {
  return state === NO_RATE || state === ZERO_RATE;
}

/** Whether a row of this state is paid the rate that it prints. */
export function paysRate(state: string): boolean {
  return state.startsWith("rated");
}

/**
 * The state of a facility's row: its indicator's, unless the indicator pays a rate and the cell has none.
 *
 * @param indicated state of the status or payment indicator
 * @param rate the printed rate of any unit, null where the cell is blank
 * @returns a state for which `paysRate` is true exactly when there is an amount to pay
 */
export function rateState(indicated: string, rate: Scaled<string> | null): string {
  if (!paysRate(indicated)) return indicated;
  if (rate === null) return NO_RATE;
  return isZero(rate) ? ZERO_RATE : indicated;
}
