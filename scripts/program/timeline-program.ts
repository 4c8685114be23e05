import type { Command } from "commander";
import { type TimelineArguments, timelineCommand } from "../commands/timeline.ts";
import { TERMINAL } from "../print/terminal.ts";

const EXAMPLES = `
Examples:
  ratebook timeline 22511 --out out-local                nationally, over every release that is built there
  ratebook timeline 22511 --out out-local --locality 0111205
  ratebook timeline 22511 --out out-local --page pages/22511-timeline.html
  ratebook timeline 77012 --modifier 26 --json

Exit codes: 0 answered, 2 not understood, not built, or no release has the code`;

/** The command that follows a code over releases. */
export function addTimeline(program: Command): void {
  program
    .command("timeline")
    .description("one code over every release of an output folder: RVUs, factor, amounts, letters, and what moved them")
    .argument("<code>", "HCPCS code")
    .option("--modifier <modifier>", "the physician's row with this modifier: 26, TC or 53")
    .option("--locality <key>", "physician's amounts in a locality: MAC and number, such as 0111205")
    .option("--out <folder>", "output folder to read", "out")
    .option("--page <file>", "write a page of HTML with its charts, one file, as well")
    .option("--json", "print the timeline as JSON: schemas/json/timeline.schema.json")
    .addHelpText("after", EXAMPLES)
    .action(async (code: string, options: TimelineArguments) => await timelineCommand(code, options, TERMINAL));
}
