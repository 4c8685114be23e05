import { afterAll, beforeAll, expect, it } from "vitest";
import { diff } from "../../pipelines/answers/diff/diff.ts";
import { reviewPage } from "../../pipelines/reports/pages/reports.ts";
import { BROWSER, Chromium, seriousFindings } from "../support/browser.ts";
import { withHostileTexts } from "../support/code-pages.ts";
import { A, B } from "../support/diff-sides.ts";
import { describeWith } from "../support/needs.ts";

const sources = { diff: diff(A, B, { localities: false }), before: A.manifest, after: B.manifest, most: 400 };
const TEXT = reviewPage(sources);

const chromium = new Chromium();
beforeAll(() => chromium.start());
afterAll(() => chromium.stop());

describeWith(BROWSER, "the review page, in a browser", () => {
  it("opens without a complaint, sorts and filters the movers, and shows where an amount stands", async () => {
    const { page: opened, complaints } = await chromium.openText(TEXT);
    const table = opened.locator("table").filter({ hasText: "Amounts that changed" });
    await table.getByRole("button", { name: "Percent" }).click();
    expect(await table.locator("tbody tr").first().textContent()).toContain("+12.09");
    await opened.getByLabel("Amounts with").fill("22511 hospital");
    expect(await table.locator("tbody tr:visible").allTextContents()).toEqual([expect.stringContaining("$3,342.87")]);
    await table.locator("tbody tr:visible button").last().focus();
    expect(await opened.locator("#source").textContent()).toBe("2026A: row 7 of Addendum_B.RECONSTRUCTED.csv");
    expect(complaints).toEqual([]);
  });

  it.each([
    ["light", 1280],
    ["dark", 1280],
    ["light", 390],
  ] as const)("has nothing serious for axe, and fits: %s, %d wide", async (colorScheme, width) => {
    const { page: opened } = await chromium.openText(TEXT, { colorScheme, width });
    await opened.evaluate("for (const each of document.querySelectorAll('details')) each.open = true");
    expect(await seriousFindings(opened)).toEqual([]);
    expect(await opened.evaluate("document.documentElement.scrollWidth")).toBe(width);
  });

  it("keeps markup in every text what it is: text", async () => {
    const { page: opened, complaints } = await chromium.openText(reviewPage(withHostileTexts(sources)));
    expect(await opened.locator("img").count()).toBe(0);
    expect(await opened.title()).toContain("what changed");
    expect(await opened.title()).not.toBe("gone");
    expect(complaints).toEqual([]);
  });
});
