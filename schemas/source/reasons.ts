import * as z from "zod";

/** Why a figure has no amount. */
const ReasonWords = z.strictObject({
  reason: z.string().describe("Machine-readable, as documents have it"),
  short: z.string().optional().describe("In a few words, where the words of the reason itself do not say it"),
  text: z.string().describe("As the end of a sentence"),
  command: z.string().optional().describe("What somebody at the command line can do; follows the text"),
});

/** `reasons.json`: every reason in words. */
export const ReasonList = z.strictObject({
  note: z.string(),
  source: z.string(),
  reasons: z.array(ReasonWords).min(1),
});
