import * as z from "zod";
import { Citation, Day, DecimalText } from "../text.ts";

/** A rule that explains why a number changed between two days of service, and how to recognize it. */
export const ChangeRule = z.strictObject({
  id: z.string(),
  title: z.string(),
  cause: z.enum(["work", "pe", "mp", "workGpci", "peGpci", "mpGpci", "factor"]),
  day: Day.describe("First day of service under the rule; the diff must include it"),
  ratio: DecimalText.optional().describe(
    "The new number is the old one times this, rounded half up to the unit's scale",
  ),
  cites: z.array(Citation).min(1),
});
export type ChangeRule = z.infer<typeof ChangeRule>;

/** A floor of an index that lapsed and was restored by law: one side has the index with it, the other without. */
const IndexFloor = z.strictObject({
  id: z.string(),
  title: z.string(),
  cause: z.literal("workGpci"),
  floor: DecimalText,
  cites: z.array(Citation).min(1),
});

export const ChangeRules = z.strictObject({
  note: z.string(),
  rules: z.array(ChangeRule),
  workFloor: IndexFloor,
});
