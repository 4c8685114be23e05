import * as z from "zod";
import { Citation } from "../text.ts";

const ModifierGroup = z.strictObject({
  modifiers: z.array(z.string().regex(/^[0-9A-Z]{2}$/)).min(1),
  what: z.string().describe("In our own words"),
});

/** `modifiers.json`: which modifiers leave the amount of a service as it is. */
export const Modifiers = z.strictObject({
  title: z.string(),
  note: z.string(),
  sources: z.array(Citation).min(1),
  passed: z.array(ModifierGroup).describe("They do not change the amount"),
  apart: z.array(ModifierGroup).describe("They change it, or may; the fee schedule's amount is without them"),
});
export type Modifiers = z.infer<typeof Modifiers>;
