import * as z from "zod";
import { RATE_SETTINGS } from "../../schemas/names.ts";
import { PriceDocument } from "../../schemas/out/price.ts";
import { priceAsked, priceLines } from "../commands/price.ts";
import { DAY, given, PLACE, releaseArgument, releaseNamed } from "./arguments.ts";
import { NO_COLOURS, tool } from "./tool.ts";

const INPUT = z.strictObject({
  lines: z
    .array(z.string())
    .min(1)
    .describe("Lines of one claim: HCPCS code, modifiers, units, such as 22511, 22511-50, 22512x2"),
  setting: z
    .enum(RATE_SETTINGS)
    .optional()
    .describe("Only one setting: office, hopd (hospital outpatient department), asc; default: all"),
  ...PLACE,
  on: DAY.optional().describe(
    "Day of service, such as 2026-02-14: reads the release in force on that day and no other. Give either this or release",
  ),
  release: releaseArgument("Release by CMS's letter, such as 2026A; default: the latest that is built").optional(),
});

export const PRICE = tool({
  title: "What Medicare pays for the lines of one claim",
  description:
    "What Medicare pays for several HCPCS codes of one patient on one day: the hospital outpatient department (comprehensive APC with its complexity adjustment, packaged lines, multiple procedures), the ASC (combination codes, multiple procedure discount), the physician (multiple procedures, endoscopies, modifiers), and both. Each line has its step with the rule. `edits` says what NCCI edits deny, `notConsidered` what no fee schedule knows. What is inferred says so. Pass the release, its days of service, `notConsidered` and the caveats on with every amount.",
  input: INPUT,
  output: PriceDocument,
  answer: ({ lines, release, ...rest }, out) => {
    const document = priceAsked(lines, { out, ...given({ ...rest, release: releaseNamed(release) }) });
    return { text: priceLines(document, NO_COLOURS).join("\n"), document };
  },
});
