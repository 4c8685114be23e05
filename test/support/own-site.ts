import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { type Served, serveFolder } from "../../scripts/site/serve.ts";
import { Chromium } from "./browser.ts";
import { ratebookHere } from "./in-process.ts";

/** A page of a site without data, and what it asked the network for. */
export interface OwnPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Requests since the page was loaded; each is refused. */
  readonly requests: readonly string[];
}

/** Addresses that the worker of the page keeps. */
const KEPT = `(async () => {
  const all = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
  return all.flat().map(({ url }) => url).sort().join(" ");
})()`;
/** The whole program: after that nothing is asked of the network. */
const PROGRAM = /(?=.*site-\w+\.css)(?=.*site-\w+\.js).*builder-.*charts-.*claims-.*list-.*workbook-.*index\.html/;

/** A site without data, written and served once for a file of tests, and a browser for it. */
export function ownSiteInBrowser() {
  const folder = mkdtempSync(join(tmpdir(), "ratebook-own-site-"));
  const site = join(folder, "site");
  const chromium = new Chromium();
  let server: Served | undefined;
  beforeAll(async () => {
    await chromium.start();
    expect(await ratebookHere("site", "--bring-your-own", "--to", site)).toMatchObject({ status: 0, stderr: "" });
    server = await serveFolder(site, 0);
  });
  afterAll(async () => {
    await chromium.stop();
    await server?.close();
    rmSync(folder, { recursive: true });
  });

  /** Opens the site, and from then on refuses every request. */
  const openOwn = async (): Promise<OwnPage> => {
    const { page, context } = await chromium.visit(server?.address ?? "");
    await page.locator(".bring").waitFor();
    await settled(page);
    await expect.poll(() => page.evaluate(KEPT), { timeout: 20_000 }).toMatch(PROGRAM);
    const requests: string[] = [];
    await context.route(
      () => true,
      async (route) => {
        requests.push(route.request().url());
        await route.abort();
      },
    );
    return { page, context, requests };
  };
  return { site, openOwn };
}

/** Waits until the worker has done what it was asked. */
export async function settled(page: Page): Promise<void> {
  await page.locator(".working progress").waitFor({ state: "detached", timeout: 120_000 });
}

/**
 * Brings a folder, as a person chooses one.
 *
 * @param files how many are listed then
 */
export async function bringFolder(page: Page, folder: string, files = filesIn(folder)): Promise<void> {
  await page.locator("input[name=folder]").setInputFiles(folder);
  const last = page.locator(".own-list li").nth(files - 1);
  await last.waitFor({ timeout: 120_000 });
  await settled(page);
}

function filesIn(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
}
