import * as z from "zod";
import { TogetherDocument } from "../../schemas/out/together.ts";
import { togetherAsked, togetherLines } from "../commands/together.ts";
import { CODE, DAY, given, releaseArgument, releaseNamed } from "./arguments.ts";
import { NO_COLOURS, tool } from "./tool.ts";

const INPUT = z.strictObject({
  code: CODE,
  other: CODE.optional().describe("Another code on the same claim; default: everything that is paid with the code"),
  on: DAY.optional().describe(
    "Day of service, such as 2026-02-14: reads the release in force on that day and no other. Give either this or release",
  ),
  release: releaseArgument("Release by CMS's letter, such as 2026A; default: the latest that is built").optional(),
});

export const TOGETHER = tool({
  title: "What is paid for two codes on one claim",
  description:
    "With which codes on one claim a hospital outpatient department is paid more (OPPS complexity adjustment, Addendum J), whether two codes qualify and by which figures of CMS's, and the combination codes (C75xx) that an ASC bills for two procedures; add-on codes with their primary codes, the most units for one patient (MUE), and codes that are not paid beside each other (NCCI PTP edits) with the modifiers that count. What is inferred says so, and `missing` says what is not known. Pass the release, its days of service and the caveats on with every amount.",
  input: INPUT,
  output: TogetherDocument,
  answer: ({ code, other, release, ...rest }, out) => {
    const document = togetherAsked([code, other], { out, ...given({ ...rest, release: releaseNamed(release) }) });
    return { text: togetherLines(document, NO_COLOURS).join("\n"), document };
  },
});
