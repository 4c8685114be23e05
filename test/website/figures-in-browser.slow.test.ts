import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { BROWSER, seriousFindings } from "../support/browser.ts";
import { describeWith } from "../support/needs.ts";
import { siteInBrowser } from "../support/site.ts";

const { openSite } = siteInBrowser();

/** Amounts that stand in no figure. The headings of rows that count amounts are ranges, and no amounts. */
const WITHOUT_SOURCE = `[...document.querySelectorAll("main dd, main td, main p")]
  .flatMap((part) => {
    const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      const source = text.parentElement.closest("[data-source]")?.dataset.source ?? "";
      if (/\\$[\\d,]+\\.\\d\\d/.test(text.data) && source === "") found.push(text.data);
    }
    return found;
  })`;
const withoutSource = (page: Page) => page.evaluate(WITHOUT_SOURCE);

/** What a figure says when it is focused. */
async function sourceOf(page: Page, within: string, name: string): Promise<string | null> {
  await page.locator(within).getByRole("button", { name }).first().focus();
  return await page.locator("#source").textContent();
}

describeWith(BROWSER, "figures of the lookup site", () => {
  it("have a source in the tables of a code: pairs with their evaluation, and modifiers", async () => {
    const { page } = await openSite("#code=22511&release=2025A");
    await page.getByRole("heading", { name: "Modifiers" }).waitFor();
    expect(await withoutSource(page)).toEqual([]);
    const pairs = "section[aria-labelledby=together]";
    // Addendum B prints 3244.61 for 22511, and 7143.73 for a code of APC 5114
    expect(await sourceOf(page, pairs, "$3,244.61")).toMatch(
      /^F5 Payment Rate\n.*Web Addendum B.*\n.*\nPrinted by CMS$/,
    );
    expect(await sourceOf(page, pairs, "$7,143.73")).toContain("Complexity Adjusted APC Assignment");
    expect(await sourceOf(page, pairs, "$6,143.64")).toContain("K7 Evaluation Subset Combination Geometric Mean Cost");
    // 1676.52 x (0.10 + 0.80) = 1508.868
    const modifiers = "section[aria-labelledby=modifiers]";
    const share = await sourceOf(page, modifiers, "$1,508.87");
    expect(share).toContain("P14 PRE OP, Q14 INTRA OP");
    expect(share).toContain("pfs.surgical-care-only");
    expect(await sourceOf(page, modifiers, "Global period 010")).toContain("GLOB DAYS");
  });

  it("have a source in the history, with the cells of each release", async () => {
    const { page } = await openSite("#page=history&code=22511&place=0111205");
    await page.locator("tbody tr", { hasText: "2026A" }).waitFor();
    expect(await withoutSource(page)).toEqual([]);
    // 53.11 RVU are national; in San Francisco each RVU has its GPCI
    expect(await sourceOf(page, "tbody tr:has-text('2026A')", "$2,")).toMatch(
      /RVUs by GPCIs[\s\S]*WORK RVU in[\s\S]*PE GPCI in/,
    );
  });

  it("have a source on the map: in the sentence, in the table, and on a tile that is touched", async () => {
    const { page } = await openSite("#page=map&code=22511&release=2026A");
    await page.locator("svg:visible rect[data-source]").first().waitFor();
    expect(await withoutSource(page)).toEqual([]);
    await page.locator("svg:visible rect[data-source]").first().click();
    // The table has the cells; a tile stands among many, and its box would hide them
    expect(await page.locator("#source").textContent()).toMatch(
      /^[^\n]+: \$[\d,.]+\nRow of 22511: work 7.15 x .*\nconversion factor 33.4009\n.*\(pfs\.locality-amount\)$/,
    );
    await page.getByText("All localities as a table").click();
    expect(await sourceOf(page, "tbody tr", "$")).toMatch(
      /WORK RVU in [\s\S]*PE GPCI in [\s\S]*\(pfs\.locality-amount\)/,
    );
    expect(await sourceOf(page, "p", "$1,773.92")).toContain("work 7.15 + PE 44.89 + MP 1.07 = 53.11 RVU");
  });

  it("choose a place on the map, and show how each locality changed since another release", async () => {
    const { page } = await openSite("#page=map&code=22511&release=2026A");
    const tile = page.locator("svg:visible rect[data-source^='SAN FRANCISCO']").first();
    const text = await tile.getAttribute("data-source");
    const [, amount = ""] = /: (\$[\d,.]+)\n/.exec(text ?? "") ?? [];
    await tile.click();
    await page
      .locator("#map, .report")
      .getByText(/^SAN FRANCISCO.* pays \$/)
      .waitFor();
    expect(await page.locator("input[name=place]").inputValue()).toMatch(/^SAN FRANCISCO.*, CA$/);
    await page.getByRole("link", { name: "Look up" }).click();
    await page.locator(".line.main", { hasText: amount }).waitFor();

    const { page: changed } = await openSite("#page=map&code=22511&release=2026A&with=2025A");
    await changed.locator("svg:visible rect[data-source]").first().waitFor();
    const source = (await changed.locator("svg:visible rect[data-source]").first().getAttribute("data-source")) ?? "";
    const [, change = "", before = "", after = ""] =
      /: (-?\$[\d,.]+)\n(\$[\d,.]+) in 2025A, (\$[\d,.]+) in 2026A/.exec(source) ?? [];
    const cents = (dollars: string): number => Math.round(Number(dollars.replace(/[$,]/g, "")) * 100);
    expect(cents(after) - cents(before)).toBe(cents(change));
    expect(cents(before)).toBeGreaterThan(0);
    expect(await seriousFindings(changed)).toEqual([]);
  });
});
