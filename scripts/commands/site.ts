import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Command } from "commander";
import { chooseRelease } from "../../pipelines/answers/rate/choose-release.ts";
import { openOutput } from "../../pipelines/documents/output.ts";
import { readerBytes } from "../../pipelines/documents/reader-document.ts";
import { byFirstDay } from "../../pipelines/documents/release-index.ts";
import { counted, countText } from "../../pipelines/words/money-text.ts";
import { refuseForeignFolder, writeOwnFolder } from "../out/own-folder.ts";
import { jsonText, TERMINAL, type Terminal } from "../print/terminal.ts";
import { helpEnd } from "../program/help.ts";
import { MADE_BY } from "../program/made-by.ts";
import { collectReleases } from "../program/option-values.ts";

interface SiteArguments {
  readonly out: string;
  readonly to: string;
  readonly release?: readonly string[];
  readonly json?: boolean;
}

function isSite(folder: string): boolean {
  const page = readFileSync(join(folder, "index.html"), "utf8");
  return page.includes('<meta name="generator" content="ratebook">') && page.includes('id="app"');
}

async function site(options: SiteArguments, terminal: Terminal): Promise<void> {
  const folder = resolve(options.to);
  refuseForeignFolder("--to", folder, isSite);
  const output = openOutput(options.out);
  const chosen = options.release?.map((id) => chooseRelease({ release: id }, output.releases, options.out).built);
  const entries = [...new Set(chosen ?? output.releases)].sort(byFirstDay);
  const all = entries.map((entry) => ({ entry, documents: output.open(entry) }));
  for (const { documents } of all) readerBytes(documents);
  // The program of the site is large, so it is loaded only here.
  const { siteFiles } = await import("../../pipelines/website/site-files.ts");
  const { SITE_PROGRAM } = await import("../../pipelines/website/site-program.ts");
  const bytes = await writeOwnFolder(folder, siteFiles(all, SITE_PROGRAM, MADE_BY));
  const releases = entries.map(({ release }) => release);
  if (options.json === true) terminal.result(jsonText({ to: options.to, releases, bytes }));
  else {
    terminal.result(`${counted(releases.length, "release")} in ${options.to}, ${countText(bytes)} bytes`);
    terminal.result(`Open ${join(options.to, "index.html")} in a browser, or publish the folder as it is`);
  }
}

const EXAMPLES = helpEnd([
  ["ratebook site --to site", "every release of out/"],
  ["ratebook site --out out-local --to site --release 2025A --release 2026A"],
]);

export function addSite(program: Command): void {
  program
    .command("site")
    .helpGroup("Reports")
    .summary("a website that looks up rates, as files")
    .description(
      "Writes a website that looks up rates in the browser: files that any web server, or none, can publish.",
    )
    .requiredOption("--to <folder>", "folder to write; one that site wrote is replaced")
    .option("--out <folder>", "output folder to read", "out")
    .option("--release <id>", "release to put in (default: all); may be repeated", collectReleases)
    .option("--json", "print the result as JSON")
    .addHelpText("after", EXAMPLES)
    .action(async (options: SiteArguments) => await site(options, TERMINAL));
}
