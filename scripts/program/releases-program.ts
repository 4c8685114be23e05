import type { Command } from "commander";
import { type ReleasesArguments, releases } from "../commands/releases.ts";
import { TERMINAL } from "../print/terminal.ts";

const EXAMPLES = `
Examples:
  ratebook releases                                      all of them
  ratebook releases --on 2024-03-09                      2024AR, one day after 2024A

Exit codes: 0 answered, 2 the day is none, or no release is known for it`;

/** The command that lists releases. */
export function addReleases(program: Command): void {
  program
    .command("releases")
    .description("list the releases that are registered and those that CMS has posted, or the one in force on a day")
    .option("--on <day>", "day of service, such as 2024-03-09")
    .option("--json", "print the list as JSON")
    .addHelpText("after", EXAMPLES)
    .action((options: ReleasesArguments) => releases(options, TERMINAL));
}
