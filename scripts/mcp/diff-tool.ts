import * as z from "zod";
import { diff } from "../../pipelines/answers/diff/diff.ts";
import { readSide } from "../../pipelines/answers/diff/side.ts";
import { diffReport } from "../../pipelines/reports/views/diff-report.ts";
import { countText } from "../../pipelines/words/money-text.ts";
import { codesIn } from "../build/code-selection.ts";
import { chooser, folderOf } from "../commands/diff.ts";
import { reportMarkdown } from "../print/view-markdown.ts";
import { releaseAsTyped } from "../program/option-values.ts";
import { releaseArgument } from "./arguments.ts";
import { caveatsText, releaseLine } from "./said-of-release.ts";
import { type ToolAnswer, tool } from "./tool.ts";

/** A model reads the whole answer: a diff of two whole releases has fifty megabytes. */
const MOST_DOCUMENT = 200_000;
const MOST_TEXT = 40_000;

const INPUT = z.strictObject({
  from: releaseArgument("The earlier release by CMS's letter, such as 2025A"),
  to: releaseArgument("The later release, such as 2026A"),
  codes: z
    .array(z.string())
    .min(1)
    .max(200)
    .optional()
    .describe('Codes to compare, and ranges of them: ["22511", "22513-22515"]; default: all'),
  most: z.int().min(1).max(100).optional().describe("Amounts to show for each schedule in the text; default: 10"),
});

const SHORTER = "Name fewer codes, or type `ratebook diff FROM TO --json` for all of it.";

/** The beginning of a text that is too long, up to the end of a line. */
function bounded(text: string): string {
  if (text.length <= MOST_TEXT) return text;
  const end = text.lastIndexOf("\n", MOST_TEXT);
  return `${text.slice(0, end)}\n\n(cut after ${countText(end)} of ${countText(text.length)} characters. ${SHORTER})`;
}

/** What a diff does not say of its releases comes first, so that no bound cuts it off. */
function answerOf(from: string, to: string, input: z.infer<typeof INPUT>, out: string): ToolAnswer {
  const [before, after] = [readSide(folderOf(from, out)), readSide(folderOf(to, out))];
  const chooseCodes = chooser(input.codes && codesIn(input.codes));
  const found = diff(before, after, { chooseCodes, localities: false, localityLines: undefined });
  const size = Buffer.byteLength(JSON.stringify(found));
  const fits = size <= MOST_DOCUMENT;
  const report = reportMarkdown(diffReport(found, input.most ?? 10));
  const lines = [
    ...[before, after].map(({ manifest }) => releaseLine(manifest)),
    ...caveatsText([before.manifest.release, after.manifest.release]),
    ...(fits
      ? []
      : ["", `The document of ${countText(size)} bytes is too large to be part of this answer. ${SHORTER}`]),
    "",
    bounded(report),
  ];
  return { text: lines.join("\n"), ...(fits ? { document: found } : {}) };
}

export const DIFF = tool({
  title: "What changed between two releases, and why",
  description:
    "What changed between two built releases, national amounts: each change split into its causes (work RVU, PE RVU, MP RVU, conversion factor, weight), with the rules that explain them. Name codes to get the whole document; without codes the text has the largest changes.",
  input: INPUT,
  answer: (input, out) => answerOf(releaseAsTyped(input.from), releaseAsTyped(input.to), input, out),
});
