import * as z from "zod";
import { formatScaled, parseScaled } from "../scaled.ts";
import { type AnesthesiaFactor, ofUnit, SCALE, type Scaled, scaledInteger } from "../units.ts";
import { optional, paddedDigits } from "./cells.ts";

/** Factors are between $10 and $99.99, so four digits are cents: "1931" is $19.31, as is "1931.00" of a workbook. */
const IN_CENTS = /^(\d{4})(?:\.00)?$/;

function decodeFactor(text: string): AnesthesiaFactor | undefined {
  const [, cents] = IN_CENTS.exec(text) ?? [];
  const value = cents === undefined ? parseScaled(text.replace(/^\$/, ""), SCALE.cents) : Number(cents);
  return value === undefined ? undefined : ofUnit<AnesthesiaFactor>(value);
}

const factorCell = z.codec(z.string(), z.any() as z.ZodType<AnesthesiaFactor, AnesthesiaFactor>, {
  decode: (text, ctx) => {
    const value = decodeFactor(text);
    if (value !== undefined) return value;
    ctx.issues.push({ code: "custom", input: text, message: "dollars such as 19.31, or cents such as 1931" });
    return z.NEVER;
  },
  encode: (value) => formatScaled(scaledInteger(value as Scaled<string>), SCALE.cents),
});

/** One locality's anesthesia conversion factor (ANES). Since 2026 there is one for each track. */
export const AnesthesiaRow = z.object({
  mac: paddedDigits(5),
  locality: paddedDigits(2),
  localityName: z.string(),
  anesthesiaFactor: factorCell,
  anesthesiaFactorQualifyingApm: factorCell.optional(),
});
export type AnesthesiaRow = z.infer<typeof AnesthesiaRow>;

/** Base units of one anesthesia code. */
export const AnesthesiaBaseUnitsRow = z.object({
  hcpcs: z.string().regex(/^\d{4}[0-9A-Z]$/, "an anesthesia code of five characters"),
  baseUnits: z.string().regex(/^\d{1,2}$/, "whole base units"),
});
export type AnesthesiaBaseUnitsRow = z.infer<typeof AnesthesiaBaseUnitsRow>;

/** Counties of one locality (LOCCO). Only the first locality of a state's block has the state. */
export const CountiesRow = z.object({
  mac: paddedDigits(5),
  locality: paddedDigits(2),
  state: z.string(),
  area: z.string().min(1, "a fee schedule area"),
  counties: z.string().min(1, "counties"),
});
export type CountiesRow = z.infer<typeof CountiesRow>;

/** One ZIP code (ZIP5lyout.txt). */
export const Zip5Row = z.object({
  state: z.string().regex(/^[A-Z]{2}$/, "a state of two letters"),
  zip: paddedDigits(5),
  mac: paddedDigits(5),
  locality: paddedDigits(2),
  ruralIndicator: z.enum(["", "R", "B"]),
  labLocality: z.string(),
  ruralIndicator2: z.string(),
  plusFour: z.enum(["0", "1"]),
  partB: z.string(),
  yearQuarter: z.string().regex(/^\d{4}[1-4]$/, "year and quarter such as 20254"),
});
export type Zip5Row = z.infer<typeof Zip5Row>;

/** Wage index of one CBSA. A CBSA may have two rows, one for reclassified hospitals. */
export const WageIndexRow = z.object({
  cbsa: z.string().regex(/^(\d{2}|\d{5})$/, "a CBSA of five digits, or a state's rural area of two"),
  cbsaName: z.string(),
  wageIndex: optional.wageIndex,
});
export type WageIndexRow = z.infer<typeof WageIndexRow>;
