/**
 * Why a fee schedule amount changed, exactly.
 *
 * An amount before rounding is (W gw + P gp + M gm) x F: a sum of three products of three numbers. Each product's
 * change is split among its three numbers by the Shapley value: the effect of a number is its change times the average,
 * over every order in which the three could have changed, of what the other two are at that moment. The shares do not
 * depend on any order, they add up to the change exactly, and swapping old and new changes every sign.
 */

/** RVUs, indices and factor that one amount is made from, as scaled integers: 1/100, 1/1000, 1/10000. */
export interface AmountInputs {
  readonly work: number;
  readonly pe: number;
  readonly mp: number;
  readonly workGpci: number;
  readonly peGpci: number;
  readonly mpGpci: number;
  readonly factor: number;
}

/** What can change an amount, in the order in which effects are listed. */
export const CAUSES = ["work", "pe", "mp", "workGpci", "peGpci", "mpGpci", "factor"] as const;
export type Cause = (typeof CAUSES)[number];

/** Cents by cause, and the rest that rounding leaves: together they are the change of the amount. */
export type Effects = Readonly<Record<Cause | "rounding", number>>;

/** GPCIs of a national amount. */
export const NATIONAL = { workGpci: 1000, peGpci: 1000, mpGpci: 1000 } as const;

/** Effects are computed in sixths of 10^-9 dollars: averages over the six orders of three numbers. */
export const SIXTHS_PER_CENT = 6e7;

/** Six times the effect of a number that goes from a0 to a1 while its companions go from b0 to b1 and c0 to c1. */
export function sixfold(a0: number, a1: number, b0: number, b1: number, c0: number, c1: number): number {
  return (a1 - a0) * (2 * b0 * c0 + b0 * c1 + b1 * c0 + 2 * b1 * c1);
}

/** Sixths to cents, half away from zero, so that swapping old and new changes only the sign. */
export function cents(sixths: number): number {
  const rounded = Math.floor((Math.abs(sixths) + SIXTHS_PER_CENT / 2) / SIXTHS_PER_CENT);
  return sixths < 0 && rounded !== 0 ? -rounded : rounded;
}

/** The exact product, in 10^-9 dollars. */
function exactProduct({ work, pe, mp, workGpci, peGpci, mpGpci, factor }: AmountInputs): number {
  return (work * workGpci + pe * peGpci + mp * mpGpci) * factor;
}

/** Cents that the product is rounded to, half up. */
export function amountCents(inputs: AmountInputs): number {
  return Math.floor((exactProduct(inputs) + 5e6) / 1e7);
}

/** One term's effects of its RVUs, its index and the factor, in sixths. */
function termEffects(
  units: readonly [number, number],
  index: readonly [number, number],
  factor: readonly [number, number],
): readonly [number, number, number] {
  return [
    sixfold(...units, ...index, ...factor),
    sixfold(...index, ...units, ...factor),
    sixfold(...factor, ...units, ...index),
  ];
}

/** Exact effects in sixths of 10^-9 dollars, which add up to six times the change of the exact product. */
export function exactEffects(before: AmountInputs, after: AmountInputs): Record<Cause, number> {
  const factor = [before.factor, after.factor] as const;
  const [work, workGpci, ofWork] = termEffects([before.work, after.work], [before.workGpci, after.workGpci], factor);
  const [pe, peGpci, ofPe] = termEffects([before.pe, after.pe], [before.peGpci, after.peGpci], factor);
  const [mp, mpGpci, ofMp] = termEffects([before.mp, after.mp], [before.mpGpci, after.mpGpci], factor);
  return { work, pe, mp, workGpci, peGpci, mpGpci, factor: ofWork + ofPe + ofMp };
}

/** The same for an effect that must be exact. */
function exactCents(sixths: number): number {
  if (Number.isSafeInteger(sixths)) return cents(sixths);
  throw new RangeError("an effect is too large to be split exactly");
}

/**
 * Splits the change of a rounded amount: each effect half away from zero to the cent, and the rest.
 *
 * @returns cents, which add up to the change
 * @throws RangeError where an effect is too large to be exact in a double: no fee schedule comes near
 */
export function effectsOf(before: AmountInputs, after: AmountInputs): Effects {
  const { work, pe, mp, workGpci, peGpci, mpGpci, factor } = exactEffects(before, after);
  const effects = {
    work: exactCents(work),
    pe: exactCents(pe),
    mp: exactCents(mp),
    workGpci: exactCents(workGpci),
    peGpci: exactCents(peGpci),
    mpGpci: exactCents(mpGpci),
    factor: exactCents(factor),
    rounding: amountCents(after) - amountCents(before),
  };
  for (const cause of CAUSES) effects.rounding -= effects[cause];
  return effects;
}
