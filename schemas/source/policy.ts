import * as z from "zod";

/** Meaning of one value of an indicator. */
const PolicyCode = z.strictObject({
  code: z.string().describe("As CMS prints it; `*` for all others"),
  short: z.string().optional().describe("In a word or two"),
  meaning: z.string(),
});

/** A policy indicator of the relative value file: its values in words. */
export const PolicyIndicator = z.strictObject({
  field: z.string().describe("Name of the field in the indicators of a code document"),
  title: z.string(),
  readFrom: z.string().optional().describe("Name of the field that is read, where CMS has no indicator of this title"),
  codes: z.array(PolicyCode).min(1),
});
export type PolicyIndicator = z.infer<typeof PolicyIndicator>;

/** `policy-indicators.json`: what an indicator says about payment, in our own words. */
export const PolicyIndicators = z.strictObject({
  title: z.string(),
  source: z.string(),
  indicators: z.array(PolicyIndicator),
});
export type PolicyIndicators = z.infer<typeof PolicyIndicators>;
