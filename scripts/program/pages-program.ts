import type { Command } from "commander";
import type { PageArguments } from "../commands/page.ts";
import { TERMINAL } from "../print/terminal.ts";

const EXAMPLES = `
Examples:
  npm run page -- 22511                                  pages/2026A/22511.html, from out/
  npm run page -- --release 2025A                        a page for every code that has a document
  npm run page -- --codes 99202-99215 --out out-local --pages ~/pages`;

/** The commands that write pages of HTML. What draws charts is loaded when one of them runs. */
export function addPages(program: Command): void {
  program
    .command("page")
    .description("write a page of HTML about each code: one file, no network, every figure with its source")
    .argument("[codes...]", "HCPCS codes (default: all that have a document in the release)")
    .option("--release <id>", "release (default: the latest in the output folder)")
    .option("--codes <codes>", "codes, ranges, or a file of them")
    .option("--out <folder>", "output folder to read", "out")
    .option("--pages <folder>", "folder to write to, one folder a release below it", "pages")
    .addHelpText("after", EXAMPLES)
    .action(async (codes: string[], options: PageArguments) => {
      const { page } = await import("../commands/page.ts");
      page(codes, options, TERMINAL);
    });
}
