import * as z from "zod";
import { Citation, Day, HcpcsText, Window } from "../text.ts";
import { header } from "./common.ts";
import { AddOnEdit, PairEdit, UnitsEdit } from "./ncci-answers.ts";
import { ClaimPair, Combination } from "./pairs.ts";

/** `ratebook together --json`. */
export const TogetherDocument = z.strictObject({
  ...header("together"),
  title: z.string(),
  window: Window.describe("Days of service of the release"),
  day: Day.nullable().describe("Day of service of --on; null without it"),
  hcpcs: HcpcsText,
  other: HcpcsText.nullable().describe("Null for everything about one code"),
  pairs: z.array(ClaimPair).describe("OPPS complexity adjustments, those that qualify first"),
  verdict: z
    .string()
    .nullable()
    .describe("What a hospital is paid for two codes that Addendum J does not list as a pair; null otherwise"),
  combinations: z.array(Combination).describe("Combination codes of the ASC addenda"),
  addOns: z.array(AddOnEdit).describe("NCCI add-on code edits in force"),
  units: z.array(UnitsEdit).describe("Medically unlikely edits of the codes"),
  edits: z.array(PairEdit).describe("NCCI procedure-to-procedure edits in force"),
  editsOn: Day.describe("Day on which the edits are in force: that of --on, else the first day of the release"),
  missing: z
    .array(z.strictObject({ what: z.string(), message: z.string() }))
    .describe("What is not known because the release was built without a file"),
  reasons: z.record(z.string(), z.string()).describe("Each reason above in words, as the end of a sentence"),
  caveats: z.array(z.strictObject({ id: z.string(), text: z.string(), cites: z.array(Citation) })),
  cites: z.array(Citation),
});
export type TogetherDocument = z.infer<typeof TogetherDocument>;
