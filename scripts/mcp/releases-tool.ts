import * as z from "zod";
import { openOutput } from "../../pipelines/documents/output.ts";
import type { IndexedRelease } from "../../pipelines/documents/release-index.ts";
import { postedReleases } from "../../pipelines/inputs/release-list.ts";
import { onDay, onDayLines, postedLines } from "../commands/releases.ts";
import { DAY } from "./arguments.ts";
import { releaseLine } from "./said-of-release.ts";
import { NO_COLOURS, type ToolAnswer, tool } from "./tool.ts";

const INPUT = z.strictObject({
  on: DAY.optional().describe(
    "Day of service, such as 2024-03-09: the release in force on that day; default: list all releases",
  ),
});

function answerOn(day: string, built: readonly IndexedRelease[]): ToolAnswer {
  const found = onDay(day);
  const isBuilt = built.some(({ release }) => release === found.inForce.release);
  const lines = onDayLines(found, NO_COLOURS);
  return {
    text: [...lines, isBuilt ? "It is built: rate answers from it" : "It is not built"].join("\n"),
    document: { ...found, built: isBuilt },
  };
}

function answerAll(built: readonly IndexedRelease[]): ToolAnswer {
  const lines = ["Built:", ...built.map((each) => `  ${releaseLine(each)}`), "", ...postedLines(NO_COLOURS)];
  return { text: lines.join("\n"), document: { built, posted: postedReleases() } };
}

export const RELEASES = tool({
  title: "Releases, and the one in force on a day",
  description:
    "The releases of CMS's fee schedules that are built here and can be asked about, and those that CMS has posted since 2009; or the release in force on a day of service, with its caveats.",
  input: INPUT,
  answer: ({ on }, out) => {
    const { releases } = openOutput(out);
    return on === undefined ? answerAll(releases) : answerOn(on, releases);
  },
});
