import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { BROWSER, Chromium, seriousFindings } from "../support/browser.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";
import { ratebookHere } from "../support/in-process.ts";
import { describeWith } from "../support/needs.ts";

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

const openSite = (hash: string, view = {}) => chromium.open(`${join(site, "index.html")}`, { ...view, hash });

describeWith(BROWSER, "the lookup site, opened from a folder", () => {
  it("answers the question of the address with CMS's amounts, and loads nothing but its own files", async () => {
    const { page, complaints } = await openSite("#code=22511&release=2026A");
    // (7.15 + 44.89 + 1.07) x 33.4009 = 1773.92; Addendum B prints 3342.87, Addendum AA 1644.87.
    expect(await page.locator(".line.main .figure").allInnerTexts()).toEqual([
      expect.stringContaining("$1,773.92"),
      expect.stringContaining("$3,342.87"),
      expect.stringContaining("$1,644.87"),
    ]);
    expect(complaints).toEqual([]);
  });

  it("answers while a code is typed, keeps it in the address, and goes back", async () => {
    const { page } = await openSite("#release=2026A");
    await page.getByLabel("Code").pressSequentially("22511");
    await page.getByText("$1,773.92").waitFor();
    expect(page.url()).toMatch(/#code=22511&release=2026A$/);
    await page.getByLabel("Code").fill("22510");
    // 52.79 RVU x 33.4009 = 1763.23
    await page.getByText("$1,763.23").waitFor();
    await page.goBack();
    await page.getByText("$1,773.92").waitFor();
  });

  it("shows the rule and the numbers of an amount on focus", async () => {
    const { page } = await openSite("#code=22511&release=2026A");
    await page.getByRole("button", { name: "$1,773.92" }).focus();
    const source = await page.locator("#source").textContent();
    expect(source).toContain("work 7.15 + PE 44.89 + MP 1.07 = 53.11 RVU");
    expect(source).toContain("conversion factor 33.4009");
    expect(source).toContain("pfs.national-amount");
  });

  it("refuses a data file with one byte changed, and says so", async () => {
    const copy = join(temporaryFolder(), "copy");
    await ratebookHere("site", "--out", "out", "--to", copy);
    const name = readdirSync(join(copy, "data")).find((each) => each.startsWith("2026A-reader-")) ?? "";
    const text = readFileSync(join(copy, "data", name), "utf8");
    writeFileSync(join(copy, "data", name), text.replace("334009", "334019"));
    const { page } = await chromium.open(join(copy, "index.html"), { hash: "#code=22511&release=2026A" });
    expect(await page.locator(".problem").textContent()).toContain("its hash is another one. Nothing of it is used");
    expect(await page.getByText("$").count()).toBe(0);
  });

  it.each([
    ["light", 1280],
    ["dark", 1280],
    ["light", 390],
  ] as const)("has nothing serious for axe: %s, %d wide", async (colorScheme, width) => {
    const { page } = await openSite("#code=22511&release=2026A", { colorScheme, width });
    await page.getByText("$1,773.92").waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });
});
