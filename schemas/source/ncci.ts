import * as z from "zod";
import { Citation } from "../text.ts";

/** `ncci.json`: what NCCI edits mean. */
export const NcciMeanings = z.strictObject({
  note: z.string(),
  page: z.url(),
  cites: z.array(Citation),
  modifierIndicators: z.array(z.strictObject({ indicator: z.enum(["0", "1", "9"]), meaning: z.string() })),
  modifiers: z.array(z.string().regex(/^[0-9A-Z]{2}$/)).describe("NCCI-associated modifiers"),
  addOnTypes: z.array(z.strictObject({ type: z.enum(["1", "2", "3"]), meaning: z.string() })),
  chapters: z
    .array(z.strictObject({ pattern: z.string(), name: z.string() }))
    .describe("Kinds of codes, by the chapters II to XIII of the policy manual: a pattern of the code, and our name"),
  unpublished: z.string(),
});
export type NcciMeanings = z.infer<typeof NcciMeanings>;
