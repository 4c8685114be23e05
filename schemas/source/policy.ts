import * as z from "zod";
import { Citation } from "../text.ts";

/** What one letter of an indicator means. */
const PolicyCode = z.strictObject({
  code: z.string().describe("As CMS prints it; `*` for every one that is not listed"),
  short: z.string().optional().describe("In a word or two"),
  meaning: z.string(),
});

/** A policy indicator of the relative value file: its letters in words, and the modifiers that it speaks of. */
export const PolicyIndicator = z.strictObject({
  field: z.string().describe("Name of the field among the indicators of a code document"),
  title: z.string(),
  readFrom: z.string().optional().describe("What the field is, where CMS prints no indicator of this title"),
  modifiers: z.array(z.string()),
  codes: z.array(PolicyCode).min(1),
  cites: z.array(Citation).optional().describe("Beside the record layout"),
});
export type PolicyIndicator = z.infer<typeof PolicyIndicator>;

/** `policy-indicators.json`: what an indicator says of how a code is paid, in our own words. */
export const PolicyIndicators = z.strictObject({
  title: z.string(),
  source: z.string(),
  indicators: z.array(PolicyIndicator),
  silent: z
    .array(z.strictObject({ modifiers: z.array(z.string()), title: z.string(), meaning: z.string() }))
    .describe("Modifiers of which no indicator speaks"),
});
export type PolicyIndicators = z.infer<typeof PolicyIndicators>;
