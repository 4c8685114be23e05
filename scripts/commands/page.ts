import { join } from "node:path";
import type { Command } from "commander";
import type { ReleaseCodes } from "../../pipelines/answers/code/release-codes.ts";
import { fault, Problems } from "../../pipelines/problems/problems.ts";
import { chooseCodes, parseCodes } from "../build/code-selection.ts";
import { type NamedFile, namedFile, writeWhole } from "../out/whole-file.ts";
import { CodePages } from "../pages/code-page-sources.ts";
import { TERMINAL, type Terminal } from "../print/terminal.ts";
import { helpEnd } from "../program/help.ts";
import { releaseAsTyped } from "../program/option-values.ts";

export interface PageArguments {
  readonly release?: string;
  readonly codes?: string;
  readonly out: string;
  readonly pages: string;
  readonly overwrite?: boolean;
}

/** The named codes; all codes with a document of their own when none is named. */
function wantedCodes(named: readonly string[], { codes }: PageArguments, release: ReleaseCodes): readonly string[] {
  const words = [...named.map((code) => code.toUpperCase()), ...(codes === undefined ? [] : [codes])];
  if (words.length === 0) return release.documents.codes;
  const chosen = words.map(parseCodes).flatMap(({ single, ranges }) => {
    const ranged = ranges.length === 0 ? [] : chooseCodes({ single: [], ranges })(release.all(), new Problems());
    return [...single, ...ranged].sort();
  });
  if (chosen.length > 0) return [...new Set(chosen)];
  const message = `${release.documents.manifest.release} has none of these codes`;
  throw fault("code.unknown", { file: "--codes" }, message, "Name codes of this release");
}

/** Throws for a wrong command before it writes anything. */
export async function pageCommand(named: readonly string[], options: PageArguments, terminal: Terminal): Promise<void> {
  const pages = new CodePages(options.out);
  const release = pages.chosen(options.release);
  const known = pages.codesOf(release);
  const codes = wantedCodes(named, options, known);
  // Refuses an unknown code before anything is written
  for (const code of codes) pages.refuseUnknown(code, release);
  const files = codes.map((code): [string, NamedFile] => [
    code,
    namedFile("--pages", join(options.pages, release.release, `${code}.html`), options.overwrite),
  ]);
  // The charts are two thirds of the program, so they are loaded only here.
  const { codePage } = await import("../../pipelines/reports/pages/reports.ts");
  for (const [code, file] of files) {
    writeWhole(file, codePage(pages.sources(code, release)));
    terminal.result(file.named);
  }
}

const EXAMPLES = helpEnd([
  ["ratebook page 22511", "writes pages/2026A/22511.html, from out/"],
  ["ratebook page --release 2025A", "a page for every code with a document"],
  ["ratebook page --codes 99202-99215 --out out-local --pages ~/pages"],
]);

export function addPage(program: Command): void {
  program
    .command("page")
    .helpGroup("Reports")
    .summary("an HTML page about a code, every figure with its source")
    .description("Writes one HTML file for each code: every figure has its source, and the page needs no network.")
    .argument("[codes...]", "HCPCS codes (default: all with a document in the release)")
    .option("--release <id>", "release (default: the latest in the output folder)", releaseAsTyped)
    .option("--codes <codes>", "codes, ranges, or a file of them")
    .option("--out <folder>", "output folder to read", "out")
    .option("--pages <folder>", "folder to write to; each release gets a subfolder", "pages")
    .option("--overwrite", "replace a file even if ratebook did not write it")
    .addHelpText("after", EXAMPLES)
    .action(async (codes: string[], options: PageArguments) => await pageCommand(codes, options, TERMINAL));
}
