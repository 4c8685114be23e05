import { afterAll, beforeAll, expect, it } from "vitest";
import { diff } from "../../pipelines/answers/diff/diff.ts";
import { reviewPage } from "../../pipelines/reports/pages/reports.ts";
import type { ReviewSources } from "../../pipelines/reports/views/review-sources.ts";
import { BROWSER, Chromium, seriousFindings } from "../support/browser.ts";
import { withHostileTexts } from "../support/code-pages.ts";
import { A, B } from "../support/diff-sides.ts";
import { describeWith } from "../support/needs.ts";

const sources: ReviewSources = {
  diff: diff(A, B, { localities: false }),
  before: A.manifest,
  after: B.manifest,
  sides: [A, B],
  most: 2,
};
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

  it("finds every amount of both releases by its code, listed or not, and says when there is none", async () => {
    const { page: opened, complaints } = await chromium.openText(TEXT);
    const table = opened.locator("table").filter({ hasText: "Amounts that changed" });
    const count = opened.locator(".filter .quiet").first();
    expect(await count.textContent()).toMatch(/^\d+ of \d+ rows; a code finds its others$/);
    const listed = await table.locator("tbody tr").count();
    await opened.getByLabel("Amounts with").fill("22512");
    const rows = await table.locator("tbody tr:visible").allTextContents();
    // (4.00 + 16.37 + 0.71) x 32.3465 = 681.86; a packaged service has no rate in either release
    expect(rows).toEqual(
      expect.arrayContaining([
        "22512Hospital outpatientpackagedpackaged",
        expect.stringMatching(/^22512Physician in an office\$681\.86\$739\.83\+\$57\.97\+8\.50work RVU -\$/),
      ]),
    );
    await table.locator("tbody tr:visible button").first().focus();
    expect(await opened.locator("#source").textContent()).toMatch(/^2025A: row \d+ of PPRRVU25_JAN\.csv$/);
    await opened.getByLabel("Amounts with").fill("ZZZZZ");
    expect(await count.textContent()).toMatch(/^0 of \d+ rows$/);
    await opened.getByLabel("Amounts with").fill("");
    expect(await table.locator("tbody tr:visible").count()).toBe(listed);
    expect(complaints).toEqual([]);
  });

  it.each([
    ["light", 1280],
    ["dark", 1280],
    ["light", 390],
  ] as const)("has nothing serious for axe, and fits: %s, %d wide", async (colorScheme, width) => {
    const { page: opened } = await chromium.openText(TEXT, { colorScheme, width });
    await opened.evaluate("for (const each of document.querySelectorAll('details')) each.open = true");
    await opened.getByLabel("Amounts with").fill("2251");
    expect(await seriousFindings(opened)).toEqual([]);
    expect(await opened.evaluate("document.documentElement.scrollWidth")).toBe(width);
  });

  it("keeps markup in every text what it is: text", async () => {
    const { page: opened, complaints } = await chromium.openText(reviewPage(withHostileTexts(sources)));
    await opened.getByLabel("Amounts with").fill("22512");
    expect(await opened.locator("img").count()).toBe(0);
    expect(await opened.title()).toContain("what changed");
    expect(await opened.title()).not.toBe("gone");
    expect(complaints).toEqual([]);
  });
});
