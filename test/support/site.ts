import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import { Chromium } from "./browser.ts";
import { ratebookHere } from "./in-process.ts";

/** The site of the embedded releases, written once for a file of tests, and a browser for it. */
export function siteInBrowser() {
  const folder = mkdtempSync(join(tmpdir(), "ratebook-site-"));
  const site = join(folder, "site");
  const chromium = new Chromium();
  beforeAll(async () => {
    await chromium.start();
    expect(await ratebookHere("site", "--out", "out", "--to", site)).toMatchObject({ status: 0, stderr: "" });
  });
  afterAll(async () => {
    await chromium.stop();
    rmSync(folder, { recursive: true });
  });
  const openSite = (hash: string, view = {}) => chromium.open(join(site, "index.html"), { ...view, hash });
  return { folder, site, chromium, openSite };
}
