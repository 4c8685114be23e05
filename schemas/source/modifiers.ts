import * as z from "zod";
import { Citation } from "../text.ts";

const Modifier = z.string().regex(/^[0-9A-Z]{2}$/);

const ModifierGroup = z.strictObject({
  modifiers: z.array(Modifier).min(1),
  what: z.string().describe("In our own words"),
});

/** What a modifier does to the amount of a row with one value of the indicator. */
const ModifierCase = z.strictObject({
  code: z.string().describe("Value of the indicator as CMS prints it; `*` for all others"),
  percent: z
    .string()
    .regex(/^\d+\.\d$/)
    .optional()
    .describe("Of the fee schedule amount"),
  shares: z.array(z.string()).min(1).optional().describe("Fields of the row whose sum is the share of the amount"),
  unchanged: z.literal(true).optional().describe("The amount is that without the modifier"),
  reason: z.string().optional().describe("Why there is no amount"),
  meaning: z.string().optional().describe("In our own words, where the indicator's own meaning does not say it"),
});
export type ModifierCase = z.infer<typeof ModifierCase>;

/** What modifiers without a row of their own do to the amount of a code's row. */
const ModifierRule = z.strictObject({
  modifiers: z.array(Modifier).min(1),
  title: z.string(),
  field: z.string().nullable().describe("Indicator of the code's row that decides; null where none does"),
  hasRow: z.literal(true).optional().describe("A row with the modifier is paid as it is, where CMS's file has one"),
  edits: z.literal(true).optional().describe("NCCI edits say where it counts"),
  rule: z
    .strictObject({ id: z.string(), title: z.string(), formula: z.string() })
    .optional()
    .describe("Of the amounts that are computed"),
  cites: z.array(Citation).describe("Besides the record layout"),
  cases: z.array(ModifierCase).min(1),
});
export type ModifierRule = z.infer<typeof ModifierRule>;

/** `modifiers.json`: what modifiers do to the amount of a service. */
export const Modifiers = z.strictObject({
  title: z.string(),
  note: z.string(),
  sources: z.array(Citation).min(1),
  passed: z.array(ModifierGroup).describe("They do not change the amount"),
  apart: z.array(ModifierGroup).describe("They change it, or may; the fee schedule's amount is without them"),
  facility: z
    .strictObject({ passed: z.array(Modifier), only: z.array(Modifier), note: z.string() })
    .describe("Modifiers on the line of a hospital or an ASC"),
  answers: z.array(ModifierRule).describe("By the indicators of the code's row"),
});
export type Modifiers = z.infer<typeof Modifiers>;
