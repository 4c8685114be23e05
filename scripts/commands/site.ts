import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Command } from "commander";
import { chooseRelease } from "../../pipelines/answers/rate/choose-release.ts";
import { openOutput } from "../../pipelines/documents/output.ts";
import { readerBytes } from "../../pipelines/documents/reader-document.ts";
import { byFirstDay } from "../../pipelines/documents/release-index.ts";
import { readDescriptors } from "../../pipelines/inputs/descriptors.ts";
import { listDownloads } from "../../pipelines/inputs/downloads.ts";
import { LANDING_PAGES } from "../../pipelines/inputs/landing-pages.ts";
import { isRegistered, registeredRelease } from "../../pipelines/inputs/registry.ts";
import type { ReleaseOfSite } from "../../pipelines/website/site-files.ts";
import { counted, countText } from "../../pipelines/words/money-text.ts";
import type { Family } from "../../schemas/source/release.ts";
import { refuseForeignFolder, writeOwnFolder } from "../out/own-folder.ts";
import { jsonText, TERMINAL, type Terminal } from "../print/terminal.ts";
import { helpEnd } from "../program/help.ts";
import { MADE_BY } from "../program/made-by.ts";
import { collectReleases } from "../program/option-values.ts";
import { UsageError } from "../program/usage-error.ts";
import { serveFolder } from "../site/serve.ts";

interface SiteArguments {
  readonly out: string;
  readonly to: string;
  readonly release?: readonly string[];
  readonly json?: boolean;
  readonly withDescriptions?: string;
  readonly bringYourOwn?: boolean;
  readonly serve?: boolean;
  readonly port: number;
}

function isSite(folder: string): boolean {
  const page = readFileSync(join(folder, "index.html"), "utf8");
  return page.includes('<meta name="generator" content="ratebook">') && page.includes('id="app"');
}

/** Writes a site of built releases, or one without data, and serves it where that is asked for. */
export async function site(options: SiteArguments, terminal: Terminal): Promise<void> {
  const folder = resolve(options.to);
  refuseForeignFolder("--to", folder, isSite);
  const { releases, files } = options.bringYourOwn === true ? await emptySite(options) : await builtSite(options);
  const bytes = await writeOwnFolder(folder, files);
  if (options.json === true) terminal.result(jsonText({ to: options.to, releases, bytes }));
  else {
    const what = releases.length === 0 ? "A site without CMS's data" : counted(releases.length, "release");
    terminal.result(`${what} in ${options.to}, ${countText(bytes)} bytes`);
    terminal.result(`Open ${join(options.to, "index.html")} in a browser, or publish the folder as it is`);
  }
  if (options.serve === true) await serve(folder, options.port, terminal);
}

interface FilesOfSite {
  readonly releases: readonly string[];
  readonly files: Parameters<typeof writeOwnFolder>[1];
}

async function builtSite(options: SiteArguments): Promise<FilesOfSite> {
  const output = openOutput(options.out);
  const chosen = options.release?.map((id) => chooseRelease({ release: id }, output.releases, options.out).built);
  const entries = [...new Set(chosen ?? output.releases)].sort(byFirstDay);
  const opened = entries.map((entry) => ({ entry, documents: output.open(entry) }));
  const { withDescriptions: from } = options;
  const all = from === undefined ? opened : await withDescriptors(opened, from);
  for (const { documents } of all) readerBytes(documents);
  // The program of the site is large, so it is loaded only here.
  const { siteFiles } = await import("../../pipelines/website/site-files.ts");
  const { SITE_PROGRAM } = await import("../../pipelines/website/site-program.ts");
  return { releases: entries.map(({ release }) => release), files: siteFiles(all, SITE_PROGRAM, MADE_BY) };
}

/** CMS's pages of what a person can bring. */
const PAGES: readonly (readonly [title: string, family: Family])[] = [
  ["PFS relative value files", "pfs"],
  ["OPPS Addendum B", "opps"],
  ["ASC payment rates and addenda", "asc"],
  ["ZIP code to carrier locality files", "zip"],
  ["NCCI edits: add-on codes and medically unlikely edits", "ncci"],
];

async function emptySite({ release, withDescriptions }: SiteArguments): Promise<FilesOfSite> {
  const other = release === undefined ? withDescriptions && "--with-descriptions" : "--release";
  if (other !== undefined) throw new UsageError(`--bring-your-own writes a site without data; leave out ${other}`);
  const { emptySiteFiles } = await import("../../pipelines/website/site-files.ts");
  const { BUILDER_PROGRAM } = await import("../../pipelines/website/builder-program.ts");
  const pages = PAGES.map(([title, family]) => ({ title, address: LANDING_PAGES[family] }));
  return { releases: [], files: emptySiteFiles(BUILDER_PROGRAM, pages, MADE_BY) };
}

/** The releases with the descriptors of CMS's files; throws UsageError where a folder has none of them. */
async function withDescriptors(releases: readonly ReleaseOfSite[], folder: string): Promise<ReleaseOfSite[]> {
  const [downloads, all] = [listDownloads(folder), [] as ReleaseOfSite[]];
  for (const { entry, documents } of releases) {
    const isKnown = isRegistered(entry.release);
    const descriptors = isKnown ? await readDescriptors(registeredRelease(entry.release), downloads) : undefined;
    all.push({ entry, documents, ...(descriptors !== undefined && descriptors.texts.size > 0 && { descriptors }) });
  }
  if (all.some(({ descriptors }) => descriptors !== undefined)) return all;
  throw new UsageError(`--with-descriptions: ${folder} has none of CMS's files of these releases`);
}

/** Serves the site until somebody interrupts it. */
async function serve(folder: string, port: number, terminal: Terminal): Promise<void> {
  const { address, close } = await serveFolder(folder, port);
  terminal.note(`The site is at ${address} on this machine. Press Ctrl+C to stop.`);
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, resolve);
  });
  await close();
}

function portOf(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) < 65_536) return Number(text);
  throw new UsageError(`--port: "${text}" is not a port; write a number from 0 to 65535`);
}

const EXAMPLES = helpEnd([
  ["ratebook site --to site", "every release of out/"],
  ["ratebook site --out out-local --to site --release 2025A --release 2026A"],
  ["ratebook site --to site --serve --port 8000"],
  ["ratebook site --to site --bring-your-own", "without CMS's data, so that anybody may publish it"],
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
    .option(
      "--with-descriptions <folder>",
      "also the descriptors in CMS's files there: they belong to the AMA and the ADA, so settle your licence first",
    )
    .option(
      "--bring-your-own",
      "a site without CMS's data: its readers drop CMS's files, and their browser builds them",
    )
    .option("--serve", "serve it on this machine until Ctrl+C, for browsers that open no folder")
    .option("--port <number>", "port for --serve (default: one that is free)", portOf, 0)
    .option("--json", "print the result as JSON")
    .addHelpText("after", EXAMPLES)
    .action(async (options: SiteArguments) => await site(options, TERMINAL));
}
