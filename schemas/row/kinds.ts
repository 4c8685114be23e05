import * as z from "zod";
import { DecimalText, DollarText, HcpcsText } from "../text.ts";
import { centsText, dollarText, factorText, gpciText, percentText, rvuText, weightText } from "../unit-text.ts";
import { type Cents, type FineDollars, isZero, scaledInteger } from "../units.ts";
import { cell, hcpcsCell, markCell, optional, optionalPercent, paddedDigits, paddedDigitsOrBlank } from "./cells.ts";

/** Kind of a column: how its cells are read, and how documents publish them. */
export interface Kind<Value, Out> {
  /** Turns the text of a cell into a value with its unit. */
  readonly cell: z.ZodType<Value>;
  /** Schema of the value in documents; a new one each time, so that JSON Schemas do not share it by reference. */
  readonly out: () => z.ZodType<Out>;
  readonly publish: (value: Value) => Out;
  /** Reads a published value back; publishing it again gives the same. */
  readonly read: (out: Out) => Value;
}

/** A kind that documents publish as the value itself. */
function asIs<Value>(cellSchema: z.ZodType<Value>, out: () => z.ZodType<Value>): Kind<Value, Value> {
  return { cell: cellSchema, out, publish: (value) => value, read: (value) => value };
}

/** A number whose cell is never blank. */
function figure<Value>(cellSchema: z.ZodType<Value>, publish: (value: Value) => string): Kind<Value, string> {
  return { cell: cellSchema, out: () => DecimalText, publish, read: (text) => cellSchema.parse(text) };
}

/** A number whose cell may be blank: null in documents. */
function nullable<Value>(
  cellSchema: z.ZodType<Value | null>,
  out: z.ZodType<string>,
  publish: (value: Value) => string | null,
): Kind<Value | null, string | null> {
  return {
    cell: cellSchema,
    out: () => out.nullable(),
    publish: (value) => (value === null ? null : publish(value)),
    read: (text) => (text === null ? null : cellSchema.parse(text)),
  };
}

function orNull<Out>(out: z.ZodType<Out>): z.ZodType<Out | null> {
  return out instanceof z.ZodNullable ? (out as z.ZodType<Out | null>) : out.nullable();
}

/** A column that not every file has: null in documents where it is missing. */
export function maybe<Value, Out>({
  cell: cellSchema,
  out,
  publish,
  read,
}: Kind<Value, Out>): Kind<Value | undefined, Out | null> {
  return {
    cell: cellSchema.optional(),
    out: () => orNull(out()),
    publish: (value) => (value === undefined ? null : publish(value)),
    read: (text) => (text === null ? undefined : read(text)),
  };
}

const centsOf = (value: Cents): string => centsText(scaledInteger(value));

/** A text that documents publish unchanged. */
export function text(pattern?: RegExp, expected?: string): Kind<string, string> {
  return asIs(pattern === undefined ? z.string() : z.string().regex(pattern, expected), () => z.string());
}

/** Digits of a fixed width. Restores the leading zeros that a spreadsheet drops. */
export function digits(width: number): Kind<string, string> {
  return asIs(paddedDigits(width), () => z.string().regex(new RegExp(`^\\d{${width}}$`)));
}

/** A mark, or blank: `NA`, `+`. */
export function mark(printed: string): Kind<boolean, boolean> {
  return asIs(markCell(printed), () => z.boolean());
}

/** An APC of four digits; null where CMS prints none. */
const apc: Kind<string, string | null> = {
  cell: paddedDigitsOrBlank(4),
  out: () => z.string().nullable(),
  publish: (value) => (value === "" ? null : value),
  read: (text) => text ?? "",
};

/** Y or N; documents say true or false, and null where the cell is blank. */
const yesNo: Kind<"Y" | "N" | null, boolean | null> = {
  cell: z.codec(z.string(), z.enum(["Y", "N"]).nullable(), {
    decode: (printed, ctx) => {
      if (printed === "Y" || printed === "N") return printed;
      if (printed === "") return null;
      ctx.issues.push({ code: "custom", input: printed, message: "Y or N" });
      return z.NEVER;
    },
    encode: (value) => value ?? "",
  }),
  out: () => z.boolean().nullable(),
  publish: (value) => (value === null ? null : value === "Y"),
  read: (isYes) => (isYes === null ? null : isYes ? "Y" : "N"),
};

/** CMS's own words, on one line. */
const words: Kind<string, string> = {
  cell: z.string().min(1, "words of CMS's"),
  out: () => z.string(),
  publish: (value) => value.replace(/\s+/g, " ").trim(),
  read: (text) => text,
};

/** A whole number of claims, units or ranks. */
const count: Kind<number, number> = asIs(
  z.codec(z.string(), z.int().nonnegative(), {
    decode: (printed, ctx) => {
      if (/^\d{1,9}$/.test(printed)) return Number(printed);
      ctx.issues.push({ code: "custom", input: printed, message: "a whole number" });
      return z.NEVER;
    },
    encode: String,
  }),
  () => z.int().nonnegative(),
);

/**
 * The kinds of CMS's columns. A rate of 0 means less than CMS's column can show, so documents have null. Other dollars
 * are published as printed, even 0.
 */
export const KIND = {
  hcpcs: asIs(hcpcsCell, () => HcpcsText),
  rvu: figure(cell.rvu, rvuText),
  gpci: figure(cell.gpci, gpciText),
  gpciOrBlank: nullable(optional.gpci, DecimalText, gpciText),
  factor: figure(cell.factor, factorText),
  weight: nullable(optional.weight, DecimalText, weightText),
  fineDollars: nullable(optional.fine, DollarText, dollarText),
  oppsRate: nullable<FineDollars>(optional.fine, DollarText, (rate) => (isZero(rate) ? null : dollarText(rate))),
  cents: nullable(optional.cents, DollarText, centsOf),
  ascRate: nullable<Cents>(optional.cents, DollarText, (rate) => (isZero(rate) ? null : centsOf(rate))),
  percent: nullable(optionalPercent, DecimalText, percentText),
  apc,
  count,
  yesNo,
  yes: mark("YES"),
  text: text(),
  words,
} as const;
