import { Decimal } from "decimal.js";

/** A workbook float at its published scale. */
export interface Quantised {
  readonly text: string;
  /** True when digits that CMS does not publish were rounded away, not only binary noise. */
  readonly lossy: boolean;
}

/** Numbers as long as spreadsheets store; a larger exponent could fill the memory with zeros. */
const NUMBER = /^-?\d{1,40}(\.\d{1,40})?(e[+-]?\d{1,3})?$/i;

/** A number as String() writes it. Most cells have no more decimals than CMS publishes and need no arithmetic. */
const PLAIN = /^(0|[1-9]\d{0,39})(?:\.(\d{1,40}))?$/;

/** 3342.8699999999999 is noise around 3342.87; 433.02448321360504 is a longer number. */
const NOISE = new Decimal("1e-9");

/**
 * Rounds a number stored as a binary float to the decimals its column is published with, half up.
 *
 * @param text the float's shortest decimal, such as "119.53700000000001"
 * @param decimals published scale of the column
 * @returns undefined when the text is not a number: the row's schema reports it
 */
export function quantise(text: string, decimals: number): Quantised | undefined {
  const [, whole, fraction = ""] = PLAIN.exec(text) ?? [];
  if (whole !== undefined && fraction.length <= decimals) {
    return { text: decimals === 0 ? whole : `${whole}.${fraction.padEnd(decimals, "0")}`, lossy: false };
  }
  if (!NUMBER.test(text)) return undefined;
  const exact = new Decimal(text);
  const rounded = exact.toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP);
  const off = exact.minus(rounded).abs();
  return { text: rounded.toFixed(decimals), lossy: off.gt(exact.abs().times(NOISE)) };
}

/**
 * A fraction stored by a workbook that shows it in percent: "0.19787" is "19.787". Undefined when it is not a number.
 */
export function percentOf(text: string): string | undefined {
  return NUMBER.test(text) && !text.startsWith("-") ? new Decimal(text).times(100).toFixed() : undefined;
}
