/**
 * Half up, the only rounding that CMS applies to fee schedule amounts: 323.465 becomes 323.47 (ASC Addendum BB 2025,
 * code 77763). Amounts are never negative, so half up and half away from zero agree.
 */

/** Largest x for which x and x + half a unit are exact integers in a double. */
const LARGEST = Number.MAX_SAFE_INTEGER;

/**
 * Divides a non-negative integer by a power of ten, half up, exactly.
 *
 * A double quotient cannot reach the next integer unless the true one does, as long as `value` is below 2^53.
 *
 * @param value integer from 0 below 2^53 minus half the divisor; RangeError beyond
 * @param divisor a power of ten, at least 10
 */
export function divideHalfUp(value: number, divisor: number): number {
  const shifted = value + divisor / 2;
  if (shifted > LARGEST) throw new RangeError(`${value} is too large to be rounded exactly`);
  return Math.floor(shifted / divisor);
}
