import { cpSync, existsSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { serveFolder } from "../../scripts/site/serve.ts";
import { median, timed } from "./run.ts";

/** Target, against a build by the command line. */
const MOST = 3;
const CHROMIUM = "/usr/bin/chromium";
const RELEASE = "2025A";

/** Where its four sources and the wage index are among CMS's files. */
const PATHS = ["pfs/RVU25A.zip", "opps/2025Q1-edited", "asc/2025Q1", "asc/wage-index/2025-wage_index.txt"];

/** From the moment the files are there until the release answers. */
async function inBrowser(site: string, files: string): Promise<number> {
  const server = await serveFolder(site, 0);
  // The site is our own; containers run this as root.
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
  const page = await browser.newPage();
  await page.goto(server.address);
  await page.locator(".working progress").waitFor({ state: "detached" });
  const since = performance.now();
  await page.locator("input[name=folder]").setInputFiles(files);
  await page.locator(`[data-release="${RELEASE}"][data-manifest]`).waitFor({ timeout: 120_000 });
  const ms = performance.now() - since;
  await browser.close();
  await server.close();
  return ms;
}

/**
 * Times a release that a browser builds of a person's own files, against the command line.
 *
 * @param from folder of CMS's files
 * @param folder for what is written
 */
export async function ownSiteLine(from: string, folder: string, runs: number): Promise<string> {
  if (!existsSync(CHROMIUM)) return "release built in a browser: not measured, Chromium is not installed";
  const files = join(folder, "files");
  for (const path of PATHS) cpSync(join(from, path), join(files, path), { recursive: true });
  const site = join(folder, "own-site");
  timed(["scripts/ratebook.mjs", "site", "--bring-your-own", "--to", site]);
  const out = join(folder, "own-out");
  const build = ["scripts/ratebook.mjs", "build", "--from", files, "--release", RELEASE, "--out", out, "--quiet"];
  const [here, there]: [number[], number[]] = [[], []];
  for (let run = 0; run < runs; run += 1) {
    here.push(timed(build).wallMs);
    there.push(await inBrowser(site, files));
  }
  const ratio = (median(there) / median(here)).toFixed(2);
  return `${RELEASE}, built in a browser, kept and shown: ${Math.round(median(there))} ms, ${ratio} of the command line's ${Math.round(median(here))} ms (target ${MOST})`;
}
