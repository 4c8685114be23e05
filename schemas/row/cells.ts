import * as z from "zod";
import { formatScaled, parseScaled } from "../scaled.ts";
import {
  type Cents,
  type ConversionFactor,
  type FineDollars,
  type Gpci,
  ofUnit,
  type Percent,
  type RelativeWeight,
  type Rvu,
  SCALE,
  type Scaled,
  scaledInteger,
  type WageIndex,
} from "../units.ts";

/** Dollars and thousands commas as CMS prints them: "$3,342.87", "3342.87", "0.835". */
const MONEY = /^\$?(\d{1,3}(?:,\d{3})+|\d*)(\.\d*)?$/;

/** Plain digits of a money cell; other text is unchanged. */
function plainMoney(text: string): string {
  return MONEY.test(text) ? text.replace(/[$,]/g, "") : text;
}

function decode<T extends Scaled<string>>(text: string, scale: number, ctx: z.core.ParsePayload): T {
  const value = parseScaled(text, scale);
  if (value !== undefined) return ofUnit<T>(value);
  ctx.issues.push({ code: "custom", input: text, message: `a number with at most ${scale} decimals` });
  return z.NEVER;
}

function scaledCell<T extends Scaled<string>>(scale: number): z.ZodType<T, string> {
  return z.codec(z.string(), z.any() as z.ZodType<T, T>, {
    decode: (text, ctx) => decode<T>(text, scale, ctx),
    encode: (value) => formatScaled(scaledInteger(value), scale),
  });
}

/** A number that may be blank, or ".", which CMS prints for "none". */
function optionalCell<T extends Scaled<string>>(scale: number): z.ZodType<T | null, string> {
  return z.codec(z.string(), z.any() as z.ZodType<T | null, T | null>, {
    decode: (text, ctx) => (text === "" || text === "." ? null : decode<T>(plainMoney(text), scale, ctx)),
    encode: (value) => (value === null ? "" : formatScaled(scaledInteger(value), scale)),
  });
}

/** A required number of the unit's scale. */
export const cell = {
  rvu: scaledCell<Rvu>(SCALE.rvu),
  gpci: scaledCell<Gpci>(SCALE.gpci),
  factor: scaledCell<ConversionFactor>(SCALE.factor),
  cents: scaledCell<Cents>(SCALE.cents),
};

/** A number of the unit's scale, or blank. */
export const optional = {
  gpci: optionalCell<Gpci>(SCALE.gpci),
  weight: optionalCell<RelativeWeight>(SCALE.weight),
  cents: optionalCell<Cents>(SCALE.cents),
  fine: optionalCell<FineDollars>(SCALE.fine),
  wageIndex: optionalCell<WageIndex>(SCALE.wageIndex),
};

/** A percentage: "34.63%", or "34.63" in a workbook; null where the cell is blank. */
export const optionalPercent: z.ZodType<Percent | null, string> = z.codec(
  z.string(),
  z.any() as z.ZodType<Percent | null, Percent | null>,
  {
    decode: (text, ctx) =>
      text === "" || text === "." ? null : decode<Percent>(text.replace(/%$/, ""), SCALE.percent, ctx),
    encode: (value) => (value === null ? "" : `${formatScaled(scaledInteger(value), SCALE.percent)}%`),
  },
);

/** A cell with the mark, or blank: `NA`, `+`. */
export function markCell(mark: string): z.ZodType<boolean, string> {
  return z.codec(z.string(), z.boolean(), {
    decode: (text, ctx) => {
      if (text === mark) return true;
      if (text === "") return false;
      ctx.issues.push({ code: "custom", input: text, message: `"${mark}" or blank` });
      return z.NEVER;
    },
    encode: (value) => (value ? mark : ""),
  });
}

/** Digits, padded to their published width: spreadsheets drop the leading zero of "02102". */
export function paddedDigits(width: number): z.ZodType<string, string> {
  return z.codec(z.string(), z.string(), {
    decode: (text, ctx) => {
      if (/^\d+$/.test(text) && text.length <= width) return text.padStart(width, "0");
      ctx.issues.push({ code: "custom", input: text, message: `at most ${width} digits` });
      return z.NEVER;
    },
    encode: (text) => text,
  });
}

/** Padded digits, or blank. */
export function paddedDigitsOrBlank(width: number): z.ZodType<string, string> {
  return z.union([z.literal(""), paddedDigits(width)], { error: `at most ${width} digits, or blank` });
}

/** HCPCS or CPT code. CMS also prints placeholders such as `GXXX1`. */
export const hcpcsCell = z.string().regex(/^[0-9A-Z]{5}$/, "a HCPCS code of five digits or capitals");
