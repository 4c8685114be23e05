import * as z from "zod";
import { DecimalText, DollarText, HcpcsText } from "../text.ts";
import { centsText, dollarText, factorText, gpciText, percentText, rvuText, weightText } from "../unit-text.ts";
import { type Cents, type FineDollars, isZero, scaledInteger } from "../units.ts";
import { cell, hcpcsCell, markCell, optional, optionalPercent, paddedDigits, paddedDigitsOrBlank } from "./cells.ts";

/** What a column holds: how a cell of it is read, and how documents publish what it says. */
export interface Kind<Value, Out> {
  /** Text of a cell in, value in its unit out. */
  readonly cell: z.ZodType<Value>;
  /** What documents hold: a schema of its own each time, so that JSON Schemas spell it out. */
  readonly out: () => z.ZodType<Out>;
  readonly publish: (value: Value) => Out;
  /** What a document says, read back: publishing it again gives the same. */
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

/** A number whose cell may be blank, for which documents say null. */
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

/** A column that not every file has: documents say null where it is not there. */
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

/** A text that documents publish as CMS prints it. */
export function text(pattern?: RegExp, expected?: string): Kind<string, string> {
  return asIs(pattern === undefined ? z.string() : z.string().regex(pattern, expected), () => z.string());
}

/** Digits of a fixed width. A spreadsheet takes zeros at the left away, and the reader puts them back. */
export function digits(width: number): Kind<string, string> {
  return asIs(paddedDigits(width), () => z.string().regex(new RegExp(`^\\d{${width}}$`)));
}

/** A mark or nothing: `NA`, `+`. */
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

/**
 * The kinds of CMS's columns. A rate of 0 stands for less than CMS's column can show, so that documents say null; other
 * dollars are published as printed, a 0 included.
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
  text: text(),
} as const;
