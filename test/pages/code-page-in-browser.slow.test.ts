import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { codePage } from "../../pipelines/reports/pages/reports.ts";
import { BROWSER, Chromium, seriousFindings } from "../support/browser.ts";
import { committedSources, HOSTILE, hostileSources } from "../support/code-pages.ts";
import { describeWith } from "../support/needs.ts";

const sources = committedSources("22511", "2026A");
const TEXT = codePage(sources);

const chromium = new Chromium();
beforeAll(() => chromium.start());
afterAll(() => chromium.stop());

const openTables = (page: Page): Promise<unknown> =>
  page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true");

describeWith(BROWSER, "the page of a code, in a browser", () => {
  it("opens from disk without a complaint or a request, and shows its figures", async () => {
    const { page, complaints } = await chromium.openText(TEXT);
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("22511");
    expect(await page.locator(".headline .value").allTextContents()).toContain("$1,773.92");
    // Sites, two of the localities, and the history of three amounts
    expect(await page.locator("svg:visible").count()).toBe(6);
    expect(complaints).toEqual([]);
  });

  it("sorts and filters localities, and shows the cells of one of them by keyboard", async () => {
    const { page } = await chromium.openText(TEXT);
    await page.getByText("All localities as a table").click();
    const table = page.locator("table").filter({ hasText: "Amounts and indices of every locality" });
    await table.getByRole("button", { name: "Office" }).focus();
    await page.keyboard.press("Enter");
    expect(await table.locator("tbody tr").first().textContent()).toContain("$2,446.33");
    await page.getByLabel("Localities with").fill("san francisco");
    const left = table.locator("tbody tr:visible");
    expect(await left.count()).toBe(2);
    await left.last().locator("button").first().focus();
    expect(await page.locator("#source").textContent()).toContain("(F24)");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    expect(await page.locator("#source").textContent()).toContain('F24 "1.095"');
  });

  it("leads by keyboard from the top to the figures", async () => {
    const { page } = await chromium.openText(TEXT);
    await page.keyboard.press("Tab");
    expect(await page.locator(":focus").textContent()).toBe("Skip to the figures");
    await page.keyboard.press("Tab");
    expect(await page.locator("#source").textContent()).toContain("NON-FACILITY TOTAL");
  });

  it.each([
    ["light", 1280],
    ["dark", 1280],
    ["light", 390],
  ] as const)("has nothing serious for axe: %s, %d wide", async (colorScheme, width) => {
    const { page } = await chromium.openText(TEXT, { colorScheme, width });
    await openTables(page);
    expect(await seriousFindings(page)).toEqual([]);
  });

  it("is dark where the reader's system is, and fits a telephone", async () => {
    const { page } = await chromium.openText(TEXT, { colorScheme: "dark", width: 390 });
    expect(await page.evaluate("getComputedStyle(document.body).backgroundColor")).toBe("rgb(20, 23, 27)");
    await openTables(page);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(390);
  });

  it("prints with every table open", async () => {
    const { page } = await chromium.openText(TEXT);
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    await page.emulateMedia({ media: "print" });
    expect(await page.getByText("REST OF CALIFORNIA", { exact: true }).isVisible()).toBe(true);
    expect(await page.locator("nav, .filter:visible").first().isVisible()).toBe(false);
    await page.evaluate("dispatchEvent(new Event('afterprint'))");
    expect(await page.getByText("REST OF CALIFORNIA", { exact: true }).isVisible()).toBe(false);
  });

  it("keeps markup in every text what it is: text", async () => {
    const { page, complaints } = await chromium.openText(codePage(hostileSources(sources)));
    await openTables(page);
    for (const figure of await page.locator(".headline button").all()) await figure.focus();
    expect(await page.locator("#source").textContent()).toContain(HOSTILE);
    expect(await page.locator("script").count()).toBe(1);
    expect(await page.locator("img").count()).toBe(0);
    expect(await page.title()).toBe("22511 in 2026A: Medicare fee schedule amounts");
    expect(await page.locator("tbody th", { hasText: "REST OF CALIFORNIA" }).textContent()).toContain(HOSTILE);
    expect(complaints).toEqual([]);
  });
});
