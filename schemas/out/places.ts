import * as z from "zod";
import { DecimalText, HcpcsText, LocalityKey } from "../text.ts";
import { FileRefs, header, RowNumber, tableDocument } from "./common.ts";

const Names = z.array(z.string());

/** Counties of one payment locality (LOCCO). */
export const CountiesOut = z.strictObject({
  locality: LocalityKey.describe(
    "May occur twice: CMS lists Missouri's rest of state once for each of two former carriers",
  ),
  state: z
    .string()
    .nullable()
    .describe("CMS's name, from the first row of its block. Null where CMS's text format leaves it out"),
  area: z.string().describe("CMS's fee schedule area"),
  twoCarriers: z.boolean().describe("CMS: payment locality is serviced by two carriers"),
  coverage: z.enum(["all", "all-other", "listed"]).describe("`all-other`: every county that no other locality lists"),
  counties: Names.describe("The listed counties of the state, in CMS's spelling"),
  except: Names.optional().describe("Counties that `all` or `all-other` does not include"),
  elsewhere: z
    .array(z.strictObject({ state: z.string(), counties: Names }))
    .optional()
    .describe("Listed counties of other states"),
  cutShort: z
    .literal(true)
    .optional()
    .describe("Read from CMS's text format, which cuts long lists: the last name may be part of one"),
  row: RowNumber,
});
export type CountiesOut = z.infer<typeof CountiesOut>;

/** `counties.json`: counties of payment localities. */
export const CountiesDocument = tableDocument("counties", CountiesOut);

/** Anesthesia conversion factor of one locality, as CMS prints it, never computed. */
export const AnesthesiaOut = z.strictObject({
  locality: LocalityKey,
  name: z.string(),
  conversionFactor: DecimalText.describe("Dollars per unit"),
  qualifyingApm: DecimalText.nullable().describe("Dollars per unit for qualifying APM participants; since 2026"),
  row: RowNumber,
});
export type AnesthesiaOut = z.infer<typeof AnesthesiaOut>;

/** `anesthesia.json`: allowed amount = (base units + minutes / 15) x conversion factor (42 CFR 414.46). */
export const AnesthesiaDocument = z.strictObject({
  ...header("anesthesia"),
  files: FileRefs,
  baseUnits: z
    .array(z.strictObject({ hcpcs: HcpcsText, units: z.int().nonnegative(), row: RowNumber }))
    .nullable()
    .describe("Null when CMS's file of base units is missing"),
  rows: z.array(AnesthesiaOut),
});
export type AnesthesiaDocument = z.infer<typeof AnesthesiaDocument>;

/** One ZIP code (ZIP5). */
export const ZipOut = z.strictObject({
  zip: z.string().regex(/^\d{5}$/),
  state: z.string().regex(/^[A-Z]{2}$/),
  locality: LocalityKey,
  rural: z.enum(["urban", "rural", "super-rural"]),
  plusFour: z.boolean().describe("The ZIP code is in several localities: CMS's file of nine-digit ZIP codes decides"),
  row: RowNumber,
});
export type ZipOut = z.infer<typeof ZipOut>;

/** `zips.json`: payment localities of ZIP codes. */
export const ZipsDocument = z.strictObject({
  ...header("zips"),
  quarter: z
    .string()
    .regex(/^\d{4}Q[1-4]$/)
    .describe("The quarter in every row of the file"),
  files: FileRefs,
  rows: z.array(ZipOut),
});

/** Wage index of one area. */
export const WageIndexOut = z.strictObject({
  cbsa: z
    .string()
    .regex(/^(\d{2}|\d{5})$/)
    .describe("CBSA of five digits, or a state's rural area of two"),
  name: z.string(),
  wageIndex: DecimalText.nullable(),
  ambiguous: z
    .literal(true)
    .optional()
    .describe("Another row has the same area with another index, and CMS's file does not say which one applies"),
  row: RowNumber,
});
export type WageIndexOut = z.infer<typeof WageIndexOut>;

/** `wage-index.json`. */
export const WageIndexDocument = tableDocument("wage-index", WageIndexOut);
