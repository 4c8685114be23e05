import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";
import { median, timed } from "./run.ts";

/** Targets: against DuckDB's arithmetic; megabytes of a site of all releases; kilobytes before an answer; to an answer. */
const TARGETS = { ratio: 8, mb: 40, firstKb: 200, keyMs: 50 };
const CHROMIUM = "/usr/bin/chromium";

function bytesBelow(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

/** Milliseconds from the last key of a code until its amount is drawn, for different codes of one release. */
const KEYS = `async (codes) => {
  const input = document.querySelector("input[name=code]");
  const shown = () => document.querySelector("article h1")?.textContent.trim().slice(0, 5);
  const type = (text) => {
    input.value = text;
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
  };
  const times = [];
  for (const code of codes) {
    type(code.slice(0, 4));
    await new Promise((resolve) => setTimeout(resolve, 30));
    const since = performance.now();
    type(code);
    while (shown() !== code || document.querySelector(".line.main dd") === null)
      await new Promise((resolve) => requestAnimationFrame(resolve));
    times.push(performance.now() - since);
  }
  return times;
}`;

/** Notes in the page what it loads until it has an answer: what a test sees from outside comes a moment later. */
const UNTIL_ANSWERED = `
  window.loadedFirst = [];
  new MutationObserver((changes, observer) => {
    for (const { addedNodes } of changes)
      for (const { tagName, src, href } of addedNodes)
        if (tagName === "SCRIPT" || tagName === "LINK") window.loadedFirst.push(src || href);
    if (document.querySelector(".line.main dd") !== null) observer.disconnect();
  }).observe(document, { subtree: true, childList: true });
`;

/** What is loaded until the first answer is shown, compressed as a server would; and the time from key to answer. */
async function inBrowser(site: string): Promise<{ firstKb: number; keyMs: number }> {
  // The site is our own; containers run this as root.
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
  const page = await browser.newPage();
  await page.addInitScript(UNTIL_ANSWERED);
  await page.goto(`${pathToFileURL(join(site, "index.html")).href}#code=22511`);
  await page.locator(".line.main dd").first().waitFor();
  const loaded = [page.url(), ...((await page.evaluate("window.loadedFirst")) as string[])];
  const paths = new Set(loaded.map((url) => new URL(url).pathname));
  const bytes = [...paths].reduce((sum, path) => sum + gzipSync(readFileSync(new URL(path, "file:"))).length, 0);
  const times = (await page.evaluate(
    `(${KEYS})(["22510", "99213", "70450", "29881", "45378", "22513", "00100"])`,
  )) as number[];
  await browser.close();
  return { firstKb: bytes / 1000, keyMs: median(times) };
}

/**
 * Times the site of every built release, weighs it, and measures it in a browser where there is one.
 *
 * @param out folder of built releases
 * @param unitMs of DuckDB's arithmetic
 */
export async function siteLines(out: string, site: string, unitMs: number, runs: number): Promise<string[]> {
  const args = ["scripts/ratebook.mjs", "site", "--out", out, "--to", site];
  const wall = median(Array.from({ length: runs }, () => timed(args).wallMs));
  const releases = readdirSync(out, { withFileTypes: true }).filter((entry) => entry.isDirectory()).length;
  const mb = bytesBelow(site) / 1e6;
  const ratio = (wall / unitMs).toFixed(2);
  const whole = `site of ${releases} releases: ${Math.round(wall)} ms, ${ratio} of DuckDB's arithmetic (target ${TARGETS.ratio}), ${mb.toFixed(1)} MB (target ${TARGETS.mb})`;
  if (!existsSync(CHROMIUM)) return [whole, "site in a browser: not measured, Chromium is not installed"];
  const { firstKb, keyMs } = await inBrowser(site);
  return [
    whole,
    `site, before the first answer: ${Math.round(firstKb)} kB compressed (target ${TARGETS.firstKb}); from the last key to the answer: ${Math.round(keyMs)} ms (target ${TARGETS.keyMs})`,
  ];
}
