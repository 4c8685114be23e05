import type { Command } from "commander";
import { type DiffArguments, diffCommand } from "../commands/diff.ts";
import { TERMINAL } from "../print/terminal.ts";
import { releaseAsTyped } from "./option-values.ts";

const EXAMPLES = `
Examples:
  ratebook diff 2025A 2026A                              the embedded releases, as Markdown
  ratebook diff 2025D 2026C --out out-local --most 50
  ratebook diff 2025D 2026C --out out-local --codes 22510-22515 --localities --json
  ratebook diff 2025D 2026C --out out-local --localities-to localities.ndjson
  ratebook diff 2025A 2026A --volumes practice.csv
  ratebook diff 2022D-opps1 2022D --out out-local        two postings of one release
  ratebook diff old/2026A new/2026A --exit-code          two folders, 1 when anything differs

Exit codes: 0 told, 1 something differs and --exit-code was given, 2 not understood, or not built`;

/** The command that says what changed, and why. */
export function addDiff(program: Command): void {
  program
    .command("diff")
    .description("what differs between two built releases, and what moved each amount")
    .argument("<from>", "release in the output folder, or folder of one", releaseAsTyped)
    .argument("<to>", "release in the output folder, or folder of one", releaseAsTyped)
    .option("--out <folder>", "output folder to read", "out")
    .option("--codes <codes>", "codes to compare: codes, ranges, or a file of them (default: all)")
    .option("--localities", "split the amounts of every locality as well, in the JSON: for a few codes")
    .option("--localities-to <file>", "the same for all codes: NDJSON, a line a row and setting, about 150 MB")
    .option(
      "--volumes <file>",
      "what the change is worth: csv of code, modifier, setting (office, facility, hopd, asc), locality and count",
    )
    .option("--most <number>", "how many amounts of a schedule to show; the JSON has all", "20")
    .option("--exit-code", "exit 1 when anything differs")
    .option("--json", "print as JSON: schemas/json/diff.schema.json, portfolio.schema.json with --volumes")
    .addHelpText("after", EXAMPLES)
    .action((from: string, to: string, options: DiffArguments) => {
      process.exitCode = diffCommand(from, to, options, TERMINAL);
    });
}
