import { formatScaled, formatTrimmed, parseScaled } from "../../../schemas/scaled.ts";

/** A signed integer with decimals: -592 at scale 2 is "-5.92". There is no minus zero. */
export function signedText(value: number, scale: number): string {
  return value < 0 ? `-${formatScaled(-value, scale)}` : formatScaled(value + 0, scale);
}

/**
 * Change in hundredths of a percent of what it was, half away from zero; undefined where it was zero.
 *
 * @param before not negative, in the same unit as `change`
 */
export function percentHundredths(change: number, before: number): number | undefined {
  if (before === 0) return undefined;
  const hundredths = Math.floor((Math.abs(change) * 20_000 + before) / (before * 2));
  return change < 0 ? -hundredths : hundredths;
}

/** The same as text with two decimals; null where it was zero. */
export function signedPercent(change: number, before: number): string | null {
  const hundredths = percentHundredths(change, before);
  return hundredths === undefined ? null : signedText(hundredths, 2);
}

/** Dollars that may be owed either way, two decimals to four: "-5.92", "0.125". */
export function signedDollars(value: number, scale: 2 | 3 | 4): string {
  const text = formatTrimmed(Math.abs(value), scale, 2);
  return value < 0 ? `-${text}` : text;
}

/** The size of a change, up or down, in mills; nothing where there is no change. */
export function magnitude(dollars: string | null): number {
  return parseScaled((dollars ?? "0").replace("-", ""), 3) ?? 0;
}
