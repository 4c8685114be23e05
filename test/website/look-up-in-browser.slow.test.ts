import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { serveFolder } from "../../scripts/site/serve.ts";
import { BROWSER, seriousFindings } from "../support/browser.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";
import { ratebookHere } from "../support/in-process.ts";
import { describeWith } from "../support/needs.ts";
import { siteInBrowser } from "../support/site.ts";

const { chromium, folder, site, openSite } = siteInBrowser();

/** Addresses that the worker of the page keeps, in the order in which it took them. */
const KEPT = `(async () => {
  const caches_ = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
  const requests = await Promise.all(caches_.map((each) => each.keys()));
  return requests.flat().map(({ url }) => url).join(" ");
})()`;
const kept = async (page: Page): Promise<string> => String(await page.evaluate(KEPT));
/** The page, its style and program, and the release. */
const whole = (release: string): RegExp =>
  new RegExp(`(?=.*index\\.html)(?=.*site-\\w+\\.css)(?=.*site-\\w+\\.js).*${release}-reader-\\w{16}\\.js`);

/** The data files that a page has loaded, by their names without the hash. */
async function loadedFiles(page: Page): Promise<string[]> {
  const names = (await page.evaluate("performance.getEntriesByType('resource').map(({ name }) => name)")) as string[];
  return names.flatMap((name) => /data\/([\w-]+)-[0-9a-f]{16}\.js$/.exec(name)?.[1] ?? []).sort();
}

/** A worker takes a second or more to start on a busy machine. */
const SOON = { timeout: 20_000 };

const mainAmount = (page: Page, text: string) => page.locator(".line.main", { hasText: text });

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
    await mainAmount(page, "$1,773.92").waitFor();
    expect(page.url()).toMatch(/#code=22511&release=2026A$/);
    await page.getByLabel("Code").fill("22510");
    // 52.79 RVU x 33.4009 = 1763.23
    await mainAmount(page, "$1,763.23").waitFor();
    await page.goBack();
    await mainAmount(page, "$1,773.92").waitFor();
  });

  it("shows the rule and the numbers of an amount on focus", async () => {
    const { page } = await openSite("#code=22511&release=2026A");
    await page.locator(".line.main").getByRole("button", { name: "$1,773.92" }).focus();
    const source = await page.locator("#source").textContent();
    expect(source).toContain("work 7.15 + PE 44.89 + MP 1.07 = 53.11 RVU");
    expect(source).toContain("conversion factor 33.4009");
    expect(source).toContain("pfs.national-amount");
  });

  it("shows what a hospital and an ASC are paid with a second level, and what modifiers do", async () => {
    const { page, complaints } = await openSite("#code=22511&release=2025A");
    // Addendum J of 2025 moves 22511 with 22512 to APC 5114, whose rate Addendum B prints: 7143.73.
    expect(await page.locator(".line", { hasText: "Facility, with 22512" }).first().textContent()).toContain(
      "$7,143.73",
    );
    const modifiers = page.locator("section", { hasText: "What modifiers do" }).locator("tbody tr");
    // 1676.52 x (0.10 + 0.80) = 1508.868: the shares before and of the operation
    expect(await modifiers.filter({ hasText: "Surgery without the care after discharge" }).textContent()).toContain(
      "$1,508.87",
    );
    expect(complaints).toEqual([]);
  });

  it("has the amount of the other track, and of each component", async () => {
    const { page } = await openSite("#code=22511&release=2026A");
    // 53.11 x 33.5675 = 1782.769925
    await page.locator(".line", { hasText: "Qualifying APM participant" }).getByText("$1,782.77").waitFor();
  });

  it("has the limiting charge of each site, computed from the amount before it is rounded", async () => {
    const { page } = await openSite("#code=22511&release=2026A");
    const lines = page.locator(".line", { hasText: "Limiting charge" });
    // 53.11 x 33.4009 x 1.0925 = 1938.0095654075; in a facility 10.82 RVU: 394.827028765
    expect(await lines.locator(".figure").allInnerTexts()).toEqual([
      expect.stringContaining("$1,938.01"),
      expect.stringContaining("$394.83"),
      expect.stringContaining("$394.83"),
    ]);
    await lines.locator(".figure").first().focus();
    const source = await page.locator("#source").textContent();
    expect(source).toContain("1938.0095654075 before rounding");
    expect(source).toContain("42 USC 1395w-4(g), 42 CFR 414.48: limiting charge");
  });

  it("names the cell of a printed rate, once the cells are loaded", async () => {
    const { page } = await openSite("#code=22511&release=2026A");
    const rate = page.getByRole("button", { name: /\$3,342\.87/ });
    await rate.locator(".chip", { hasText: /^cell F\d+$/ }).waitFor();
    await rate.focus();
    expect(await page.locator("#source").textContent()).toMatch(/^2026A\nF\d+ Payment Rate in .*Addendum_B/);
  });

  it("draws the history and the localities of a code with the charts of the pages", async () => {
    const { page } = await openSite("#page=history&code=22511");
    // One chart for each amount: office, facility, hospital, ASC
    await expect.poll(() => page.locator("svg:visible").count(), SOON).toBe(4);
    expect(await page.locator("tbody tr", { hasText: "2026A" }).textContent()).toContain("$1,773.92");
    await page.getByRole("link", { name: "Map" }).click();
    await expect.poll(() => page.locator("svg:visible").count(), SOON).toBe(2);
    await page.goBack();
    expect(page.url()).toContain("page=history");
  });

  it("refuses a data file with one byte changed, and says so", async () => {
    const copy = join(temporaryFolder(), "copy");
    await ratebookHere("site", "--out", "out", "--to", copy);
    const name = readdirSync(join(copy, "data")).find((each) => /^2026A-reader-[0-9a-f]{16}\.js$/.test(each)) ?? "";
    const script = readFileSync(join(copy, "data", name), "utf8");
    const [, data = ""] = /,"([^"]*)"/.exec(script) ?? [];
    const text = gunzipSync(Buffer.from(data, "base64")).toString("utf8");
    const other = gzipSync(text.replace("334009", "334019")).toString("base64");
    writeFileSync(join(copy, "data", name), script.replace(data, other));
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
    await mainAmount(page, "$1,773.92").waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });

  it("says that a release was replaced, and never in force", async () => {
    const index = join(folder, "replaced");
    expect(await ratebookHere("site", "--out", "out", "--to", index)).toMatchObject({ status: 0 });
    const page0 = readFileSync(join(index, "index.html"), "utf8");
    const replaced = page0.replace("&quot;replacedBy&quot;:null", "&quot;replacedBy&quot;:&quot;2025AR&quot;");
    expect(replaced).not.toBe(page0);
    writeFileSync(join(index, "index.html"), replaced);
    const { page } = await chromium.open(join(index, "index.html"), { hash: "#code=22511&release=2025A" });
    await page.getByText("CMS replaced 2025A with 2025AR for the same days").waitFor();
  });

  it("keeps the question when somebody skips to the figures, and forgets the source of an earlier figure", async () => {
    const { page } = await openSite("#code=22511&release=2026A");
    await mainAmount(page, "$1,773.92").waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(page.url()).toContain("#code=22511&release=2026A");
    await page.getByLabel("Code").fill("22510");
    await page.getByRole("button", { name: "$1,763.23" }).first().focus();
    expect(await page.locator("#source").textContent()).toContain("Row of 22510");
    await page.goBack();
    await mainAmount(page, "$1,773.92").waitFor();
    await expect.poll(() => page.locator("#source").isHidden(), SOON).toBe(true);
  });

  it("says why what is paid together cannot be shown, when its program is not there", async () => {
    const without = join(folder, "without");
    expect(await ratebookHere("site", "--out", "out", "--to", without)).toMatchObject({ status: 0 });
    const [program = ""] = readdirSync(join(without, "assets")).filter((each) => each.startsWith("claims-"));
    rmSync(join(without, "assets", program));
    const { page } = await chromium.open(join(without, "index.html"), { hash: "#code=22511&release=2025A" });
    await page.locator(".problem", { hasText: "could not be loaded" }).waitFor();
    await mainAmount(page, "$1,676.52").waitFor();
  });

  it("says of a deleted code which code took its place, and which release has it", async () => {
    const { page } = await openSite("#code=22521&release=2026A");
    await page.getByText("22511 succeeded 22521 on 2015-01-01").waitFor();
    await page.getByText("No release of this site has it.").waitFor();
  });

  it("shows the rates of the family without JavaScript", async () => {
    const { page } = await openSite("", { javaScriptEnabled: false });
    const row = page.locator("tbody tr", { hasText: "22511" });
    expect(await row.locator("td").allTextContents()).toEqual(["$1,773.92", "$3,342.87", "$1,644.87"]);
  });
});

describeWith(BROWSER, "the lookup site, served", () => {
  it("answers again without a network", async () => {
    const { address, close } = await serveFolder(site, 0);
    const { page, context } = await chromium.visit(`${address}#code=22511&release=2026A`);
    await mainAmount(page, "$1,773.92").waitFor();
    // The worker keeps what was loaded before it was there
    await expect.poll(() => kept(page), SOON).toMatch(whole("2026A"));
    await close();
    await context.setOffline(true);
    await page.reload();
    await mainAmount(page, "$1,773.92").waitFor();
    await context.close();
  });

  it("forgets the files of the site before, and those of nobody else", async () => {
    const served = join(folder, "served");
    expect(await ratebookHere("site", "--out", "out", "--release", "2025A", "--to", served)).toMatchObject({
      status: 0,
    });
    const first = await serveFolder(served, 0);
    const { page, context } = await chromium.visit(`${first.address}#code=22511&release=2025A`);
    await mainAmount(page, "$1,676.52").waitFor();
    await expect.poll(() => kept(page), SOON).toMatch(whole("2025A"));
    await page.evaluate("caches.open('another').then((each) => each.put('/other', new Response('kept')))");
    await first.close();
    expect(await ratebookHere("site", "--out", "out", "--release", "2026A", "--to", served)).toMatchObject({
      status: 0,
    });
    const second = await serveFolder(served, Number(new URL(first.address).port));
    await page.goto(`${second.address}#code=22511`);
    await page.reload();
    await mainAmount(page, "$1,773.92").waitFor();
    await expect.poll(() => kept(page), SOON).not.toContain("2025A-reader");
    expect(await kept(page)).toContain("/other");
    await context.close();
    await second.close();
  });

  it("loads the asked release and one list for an unknown code, however many releases there are", async () => {
    const { address, close } = await serveFolder(site, 0);
    const { page, context } = await chromium.visit(`${address}#code=22521&release=2026A`);
    await page.getByText("No release of this site has it.").waitFor();
    await page.getByText("22511 succeeded 22521 on 2015-01-01").waitFor();
    expect(await loadedFiles(page)).toEqual(["2026A-reader", "codes"]);
    await context.close();
    await close();
  });

  it("answers nothing but files of the folder, whatever is asked", async () => {
    const { address, close } = await serveFolder(site, 0);
    const status = async (path: string): Promise<number> => (await fetch(address + path)).status;
    expect(await Promise.all(["", "worker.js", "%", "..%2fpackage.json", "nothing"].map(status))).toEqual([
      200, 200, 404, 404, 404,
    ]);
    await close();
  });
});
