/**
 * Lines that must not compile. `npm run types` fails when one of them does, because its `@ts-expect-error` is unused.
 */
import { type Cents, equal, type Gpci, ofUnit, type Rvu, sum } from "../../schemas/units.ts";

const work = ofUnit<Rvu>(715);
const index = ofUnit<Gpci>(1012);
const amount = ofUnit<Cents>(177392);

// @ts-expect-error an RVU cannot be added to a GPCI, not even by the plain operator
export const mixedByOperator = work + index;
// @ts-expect-error nor by the sum of one unit
export const mixedBySum: Rvu = sum<Rvu>(work, index);
// @ts-expect-error nor compared
export const compared = equal<Rvu>(work, amount);
// @ts-expect-error a bare number is no amount
export const bare: Cents = 177392;
// @ts-expect-error and an amount is no bare number
export const number: number = amount;
/** The same units add up. */
export const fine: Rvu = sum(work, work);
