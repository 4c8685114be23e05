/**
 * Decimal text to scaled integer and back, without a float.
 *
 * A scaled integer n at scale s means n / 10^s: "7.15" at scale 2 is 715.
 */

const ZERO = 48;
const NINE = 57;
const POINT = 46;

/** Digits that always fit below 2^53. */
const SAFE_DIGITS = 15;

/** Position of the decimal point, -1 for none, undefined when the text is not digits around at most one point. */
function findPoint(text: string): number | undefined {
  let point = -1;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === POINT && point < 0) point = i;
    else if (code < ZERO || code > NINE) return undefined;
  }
  return point;
}

function onlyZeros(digits: string): boolean {
  return /^0*$/.test(digits);
}

/**
 * Reads unsigned decimal text exactly.
 *
 * @param text digits with at most one point: "7.15", ".00", "1"
 * @param scale decimals kept: 2 turns "7.15" into 715
 * @returns the scaled integer, or undefined when the text is not such a number, has more than 15 digits,
 *   or has a digit other than 0 beyond the scale, which would need rounding
 */
export function parseScaled(text: string, scale: number): number | undefined {
  const point = findPoint(text);
  if (point === undefined) return undefined;
  const whole = point < 0 ? text : text.slice(0, point);
  const fraction = point < 0 ? "" : text.slice(point + 1);
  if (whole.length + fraction.length === 0 || whole.length + scale > SAFE_DIGITS) return undefined;
  if (fraction.length > scale && !onlyZeros(fraction.slice(scale))) return undefined;
  return Number(whole + fraction.slice(0, scale).padEnd(scale, "0"));
}

/**
 * The same of text that a schema has matched already: any other text is a mistake of ours, not of the input.
 *
 * @throws Error when it is not such a number
 */
export function exactScaled(text: string, scale: number): number {
  const value = parseScaled(text, scale);
  if (value === undefined) throw new Error(`${text} is not a number with ${scale} decimals`);
  return value;
}

/**
 * Prints a scaled integer with exactly `scale` decimals: 715 at scale 2 is "7.15".
 *
 * @param value a non-negative integer
 */
export function formatScaled(value: number, scale: number): string {
  const digits = String(value).padStart(scale + 1, "0");
  if (scale === 0) return digits;
  return `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** Prints at least `least` decimals and drops zeros beyond them: 835 at scale 3 is "0.835", 4140 is "4.14". */
export function formatTrimmed(value: number, scale: number, least: number): string {
  const text = formatScaled(value, scale);
  const shortest = text.length - (scale - least);
  let end = text.length;
  while (end > shortest && text.charCodeAt(end - 1) === ZERO) end -= 1;
  return text.slice(0, text.charCodeAt(end - 1) === POINT ? end - 1 : end);
}
