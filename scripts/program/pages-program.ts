import type { Command } from "commander";
import type { PageArguments } from "../commands/page.ts";
import type { ReviewArguments } from "../commands/review.ts";
import { TERMINAL } from "../print/terminal.ts";
import { releaseAsTyped } from "./option-values.ts";

const EXAMPLES = `
Examples:
  ratebook page 22511                                    pages/2026A/22511.html, from out/
  ratebook page --release 2025A                          a page for every code that has a document
  ratebook page --codes 99202-99215 --out out-local --pages ~/pages`;

const REVIEW_EXAMPLES = `
Examples:
  ratebook review 2025A 2026A                            pages/2025A-2026A.html, from out/
  ratebook review 2025D 2026C --out out-local --file review.html
  ratebook review 2025D 2026C --out out-local --codes 22510-22515`;

/** The commands that write pages of HTML. What draws charts is loaded when one of them runs. */
export function addPages(program: Command): void {
  program
    .command("page")
    .description("write a page of HTML about each code: one file, no network, every figure with its source")
    .argument("[codes...]", "HCPCS codes (default: all that have a document in the release)")
    .option("--release <id>", "release (default: the latest in the output folder)", releaseAsTyped)
    .option("--codes <codes>", "codes, ranges, or a file of them")
    .option("--out <folder>", "output folder to read", "out")
    .option("--pages <folder>", "folder to write to, one folder a release below it", "pages")
    .addHelpText("after", EXAMPLES)
    .action(async (codes: string[], options: PageArguments) => {
      const { pageCommand } = await import("../commands/page.ts");
      pageCommand(codes, options, TERMINAL);
    });
  program
    .command("review")
    .description("write a page of HTML about what changed between two built releases, and why")
    .argument("<from>", "release in the output folder, or folder of one", releaseAsTyped)
    .argument("<to>", "release in the output folder, or folder of one", releaseAsTyped)
    .option("--out <folder>", "output folder to read", "out")
    .option("--codes <codes>", "codes to compare: codes, ranges, or a file of them (default: all)")
    .option("--most <number>", "how many movers of a schedule to show, by dollars and by percent each", "400")
    .option("--file <file>", "where to write (default: pages/FROM-TO.html)")
    .addHelpText("after", REVIEW_EXAMPLES)
    .action(async (from: string, to: string, options: ReviewArguments) => {
      const { review } = await import("../commands/review.ts");
      review(from, to, options, TERMINAL);
    });
}
