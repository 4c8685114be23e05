import type { Command } from "commander";
import { diff as diffOf } from "../../pipelines/answers/diff/diff.ts";
import { readSide } from "../../pipelines/answers/diff/side.ts";
import { codesNamed } from "../build/code-selection.ts";
import { namedFile, writeWhole } from "../out/whole-file.ts";
import { TERMINAL, type Terminal } from "../print/terminal.ts";
import { helpEnd } from "../program/help.ts";
import { releaseAsTyped } from "../program/option-values.ts";
import { chooser, folderOf, mostOf } from "./diff.ts";

/** Changes of each schedule that a page shows when nobody asks for more. */
export const MOST_REVIEWED = 400;

export interface ReviewArguments {
  readonly out: string;
  readonly codes?: string;
  readonly file?: string;
  readonly overwrite?: boolean;
  readonly most: string;
}

export async function review(from: string, to: string, options: ReviewArguments, terminal: Terminal): Promise<void> {
  const most = mostOf(options.most);
  const [before, after] = [readSide(folderOf(from, options.out)), readSide(folderOf(to, options.out))];
  const path = options.file ?? `pages/${before.manifest.release}-${after.manifest.release}.html`;
  const file = namedFile("--file", path, options.overwrite);
  const diff = diffOf(before, after, { chooseCodes: chooser(codesNamed(options.codes)), localities: false });
  const sources = { diff, before: before.manifest, after: after.manifest, sides: [before, after] as const, most };
  // The charts are two thirds of the program, so they are loaded only here.
  const { reviewPage } = await import("../../pipelines/reports/pages/reports.ts");
  writeWhole(file, reviewPage(sources));
  terminal.result(path);
}

const EXAMPLES = helpEnd([
  ["ratebook review 2025A 2026A", "writes pages/2025A-2026A.html, from out/"],
  ["ratebook review 2025D 2026C --out out-local --file review.html"],
  ["ratebook review 2025D 2026C --out out-local --codes 22510-22515"],
]);

export function addReview(program: Command): void {
  program
    .command("review")
    .helpGroup("Reports")
    .summary("an HTML page about what changed between two releases")
    .description("Writes an HTML page about what changed between two built releases, and why.")
    .argument("<from>", "release in the output folder, or folder of one", releaseAsTyped)
    .argument("<to>", "release in the output folder, or folder of one", releaseAsTyped)
    .option("--out <folder>", "output folder to read", "out")
    .option("--codes <codes>", "codes to compare: codes, ranges, or a file of them (default: all)")
    .option("--most <number>", "changes to show for each schedule, by dollars and by percent", `${MOST_REVIEWED}`)
    .option("--file <file>", "file to write (default: pages/FROM-TO.html)")
    .option("--overwrite", "replace a file even if ratebook did not write it")
    .addHelpText("after", EXAMPLES)
    .action(async (from: string, to: string, options: ReviewArguments) => await review(from, to, options, TERMINAL));
}
