/** Codes of a cell without a figure, and of a zero; figures have higher ones. */
const NO_FIGURE = 0;
export const ZERO = 1;

/**
 * The size of a figure as a small integer: 2 ** bits steps from it to its double. Exact, so that every machine writes
 * the same profile.
 *
 * @param value integer of the field's unit, not negative
 */
export function magnitudeOf(value: number | null | undefined, bits: number): number {
  if (value === null || value === undefined) return NO_FIGURE;
  if (value <= 0) return ZERO;
  const steps = 2 ** bits;
  let [leading, doublings] = [value * steps, 0];
  while (leading >= steps * 2) {
    leading = Math.floor(leading / 2);
    doublings += 1;
  }
  return ZERO + 1 + doublings * steps + (leading - steps);
}
