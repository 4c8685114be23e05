import * as z from "zod";
import { RATE_SETTINGS } from "../../schemas/names.ts";
import { RateDocument } from "../../schemas/out/rate.ts";
import { MOST_MINUTES, rateAsked, rateLines } from "../commands/rate.ts";
import { inCapitals } from "../program/option-values.ts";
import { CODE, DAY, given, PLACE, releaseArgument, releaseNamed } from "./arguments.ts";
import { NO_COLOURS, tool } from "./tool.ts";

const INPUT = z.strictObject({
  code: CODE,
  modifier: z
    .string()
    .optional()
    .describe(
      "26 (professional component), TC (technical component) or 53 for a row of the fee schedule; 50, 54, 55, 56, 62, 78, 80, AS and others for what is paid with that modifier by a rule, or why that is not known",
    ),
  modifiers: z.boolean().optional().describe("true: also what each modifier does to the amount"),
  setting: z
    .enum(RATE_SETTINGS)
    .optional()
    .describe("Only one setting: office (non-facility), hopd (hospital outpatient department), asc; default: all"),
  ...PLACE,
  cbsa: z
    .string()
    .optional()
    .describe("CBSA, such as 41884: adjusts the hospital's and the ASC's rates by its wage index"),
  minutes: z
    .int()
    .min(1)
    .max(MOST_MINUTES)
    .optional()
    .describe("Minutes of anesthesia, for anesthesia codes only: what is paid for them at the place"),
  on: DAY.optional().describe(
    "Day of service, such as 2026-02-14: reads the release in force on that day and no other. Give either this or release",
  ),
  release: releaseArgument("Release by CMS's letter, such as 2026A; default: the latest that is built").optional(),
});

export const RATE = tool({
  title: "What Medicare pays for a code",
  description:
    "What Medicare pays for one HCPCS code: the physician in an office and in a facility, the hospital outpatient department, the ASC, and their totals, with limiting charge, OPPS cap and the other conversion factor. National, or at one place. Each amount has its rule or CMS's cell; where there is none, there is a reason. Pass the release, its days of service and the caveats on with every amount.",
  input: INPUT,
  output: RateDocument,
  answer: ({ code, modifier, release, ...rest }, out) => {
    const asked = given({ ...rest, release: releaseNamed(release), modifier: modifier && inCapitals(modifier) });
    const document = rateAsked(code, { out, ...asked });
    return { text: rateLines(document, NO_COLOURS).join("\n"), document };
  },
});
