import type { Command } from "commander";
import { type RateArguments, rate, SETTING_NAMES } from "../commands/rate.ts";
import { type ReleasesArguments, releases } from "../commands/releases.ts";
import { type TimelineArguments, timeline } from "../commands/timeline.ts";
import { TERMINAL } from "../print/terminal.ts";

const RATE_EXAMPLES = `
Examples:
  npm run rate -- 22511                                  at every setting, nationally, in the latest release built
  npm run rate -- 22511 --on 2026-02-14 --locality 0111205
  npm run rate -- 77012 --modifier 26 --setting hopd
  npm run rate -- 22511 --zip 94110 --cbsa 41884 --out out-local

Exit codes: 0 answered, 2 not understood, not built, or more than one answer`;

const RELEASES_EXAMPLES = `
Examples:
  npm run releases                                       all of them
  npm run releases -- --on 2024-03-09                    2024AR, one day after 2024A

Exit codes: 0 answered, 2 the day is none, or no release is known for it`;

function addRate(program: Command): void {
  program
    .command("rate")
    .description("print what Medicare pays for a code, from the documents of a built release")
    .argument("<code>", "HCPCS code")
    .option("--on <day>", "day of service: reads the release in force on it, and no other")
    .option("--release <id>", "release by CMS's letter (default: the latest in the output folder)")
    .option("--modifier <modifier>", "the physician's row with this modifier: 26, TC or 53")
    .option("--locality <key>", "place: MAC and locality number, such as 0111205")
    .option("--zip <zip>", "place: ZIP code of five digits")
    .option("--county <county>", 'place: county and state, such as "Marin, CA"')
    .option("--cbsa <cbsa>", "wage-adjusts hospital and ASC rates to this CBSA, such as 41884")
    .option("--setting <setting>", `only one of ${SETTING_NAMES}`)
    .option("--out <folder>", "output folder to read", "out")
    .option("--json", "print the rate as JSON: schemas/json/rate.schema.json")
    .addHelpText("after", RATE_EXAMPLES)
    .action((code: string, options: RateArguments) => rate(code, options, TERMINAL));
}

function addReleases(program: Command): void {
  program
    .command("releases")
    .description("list the releases that are registered and those that CMS has posted, or the one in force on a day")
    .option("--on <day>", "day of service, such as 2024-03-09")
    .option("--json", "print the list as JSON")
    .addHelpText("after", RELEASES_EXAMPLES)
    .action((options: ReleasesArguments) => releases(options, TERMINAL));
}

const TIMELINE_EXAMPLES = `
Examples:
  npm run timeline -- 22511 --out out-local              nationally, over every release that is built there
  npm run timeline -- 22511 --out out-local --locality 0111205
  npm run timeline -- 22511 --out out-local --page pages/22511-timeline.html
  npm run timeline -- 77012 --modifier 26 --json

Exit codes: 0 answered, 2 not understood, not built, or no release has the code`;

function addTimeline(program: Command): void {
  program
    .command("timeline")
    .description("one code over every release of an output folder: RVUs, factor, amounts, letters, and what moved them")
    .argument("<code>", "HCPCS code")
    .option("--modifier <modifier>", "the physician's row with this modifier: 26, TC or 53")
    .option("--locality <key>", "physician's amounts in a locality: MAC and number, such as 0111205")
    .option("--out <folder>", "output folder to read", "out")
    .option("--page <file>", "write a page of HTML with its charts, one file, as well")
    .option("--json", "print the timeline as JSON: schemas/json/timeline.schema.json")
    .addHelpText("after", TIMELINE_EXAMPLES)
    .action(async (code: string, options: TimelineArguments) => await timeline(code, options, TERMINAL));
}

/** The commands that answer questions from what is built and registered, and write nothing. */
export function addLookupCommands(program: Command): void {
  addRate(program);
  addReleases(program);
  addTimeline(program);
}
