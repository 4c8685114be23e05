import * as z from "zod";
import { Citation } from "../text.ts";

const ModifierGroup = z.strictObject({
  modifiers: z.array(z.string().regex(/^[0-9A-Z]{2}$/)).min(1),
  what: z.string().describe("In our own words"),
});

/** The share of the amount that is paid with a modifier, where the code's row and the law say it. */
const ModifierShare = z.strictObject({
  modifiers: z.array(z.string()).min(1),
  field: z.string().describe("Indicator of the code's row"),
  percents: z.record(z.string(), z.string().regex(/^\d+\.\d$/)).describe("By the indicator's value"),
  cite: z.string(),
});

/** `modifiers.json`: which modifiers leave the amount of a service as it is. */
export const Modifiers = z.strictObject({
  title: z.string(),
  note: z.string(),
  sources: z.array(Citation).min(1),
  passed: z.array(ModifierGroup).describe("They do not change the amount"),
  shares: z.array(ModifierShare),
  apart: z.array(ModifierGroup).describe("They change it, or may; the fee schedule's amount is without them"),
});
export type Modifiers = z.infer<typeof Modifiers>;
