import { afterAll, beforeAll, expect, it } from "vitest";
import { timeline } from "../../pipelines/answers/timeline/timeline.ts";
import { timelinePage } from "../../pipelines/reports/pages/reports.ts";
import { BROWSER, Chromium, seriousFindings } from "../support/browser.ts";
import { describeWith } from "../support/needs.ts";
import { built } from "../support/timeline-releases.ts";

const releases = ["2025A", "2026A"].map(built);
const DOCUMENT = timeline(releases, { hcpcs: "22511", modifier: undefined, locality: undefined });

const chromium = new Chromium();
beforeAll(() => chromium.start());
afterAll(() => chromium.stop());

describeWith(BROWSER, "the page of a timeline, in a browser", () => {
  it.each([
    ["light", 1280],
    ["dark", 390],
  ] as const)("opens without a complaint and has nothing serious for axe: %s, %d wide", async (colorScheme, width) => {
    const { page, complaints } = await chromium.openText(timelinePage(DOCUMENT), { colorScheme, width });
    // Four amounts, four kinds of RVUs, the factor: each on a scale of its own
    expect(await page.locator("svg:visible").count()).toBe(9);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
    await page.locator("svg:visible [data-source]").first().hover();
    expect(await page.locator("#source").textContent()).toMatch(/^Physician in an office, 2025A: \$1,676\.52\n/);
    expect(await seriousFindings(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
