import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { timelinePage } from "../../pipelines/pages/timeline-page.ts";
import { builtDocuments, builtReleases } from "../../pipelines/rate/built-folder.ts";
import { timeline } from "../../pipelines/timeline/timeline.ts";
import type { TimelineDocument } from "../../schemas/out/timeline.ts";
import { Chromium, HAS_BROWSER, seriousFindings } from "../support/browser.ts";

const OUT = fileURLToPath(new URL("../../out", import.meta.url));
const releases = builtReleases(OUT).map((release) => builtDocuments(OUT, release));
const DOCUMENT = timeline(releases, { hcpcs: "22511", modifier: undefined, locality: undefined });
const HOSTILE = `<img src="x" onerror="document.title='gone'">`;

/** The heights at which the widest drawing of a chart draws its lines, pixels from the top. */
function lineHeights(page: string, id: string): number[] {
  const from = page.indexOf(`id="${id}-wide-title"`);
  const drawing = page.slice(from, page.indexOf("</svg>", from));
  return [...drawing.matchAll(/<rect[^>]*data-source[^>]*>/g)].map(([mark]) => Number(/ y="([\d.]+)"/.exec(mark)?.[1]));
}

/** The timeline with its points changed. */
function changed(change: (point: TimelineDocument["points"][number]) => object): TimelineDocument {
  return { ...DOCUMENT, points: DOCUMENT.points.map((point) => ({ ...point, ...change(point) })) };
}

describe("the page of a timeline", () => {
  const page = timelinePage(DOCUMENT);

  it("has amounts, units, factor and causes as CMS printed them, or as effects.test.ts works them out", () => {
    for (const text of ["$1,676.52", "$1,773.92", "$3,342.87", "$1,644.87", "53.11", "44.89", "33.4009", "32.3465"])
      expect(page).toContain(`${text}</td>`);
    expect(page).toContain("work RVU -5.92*, PE RVU 47.01, MP RVU 0.99, conversion factor 55.32*");
    expect(page).toContain(">2025B, 2025C, 2025D<");
  });

  it("draws what is dearer higher", () => {
    const [office2025 = 0, office2026 = 0, facility2025 = 0, , hospital2025 = 0] = lineHeights(page, "amounts-chart");
    // $1,773.92 > $1,676.52; $3,244.61 > $1,676.52 > $393.66; a drawing counts from its top.
    expect(office2026).toBeLessThan(office2025);
    expect(hospital2025).toBeLessThan(office2025);
    expect(office2025).toBeLessThan(facility2025);
  });

  it("draws no release that was not in force, and says why there is no amount", () => {
    const none = { amount: null, reason: "source-missing", change: null };
    const text = timelinePage(
      changed(({ release }) => ({
        hopd: none,
        ...(release === "2025A" && { standing: "superseded", replacedBy: "2025AR" }),
      })),
    );
    expect(lineHeights(text, "amounts-chart")).toHaveLength(3);
    expect(text).toContain("replaced for its days by 2025AR");
    expect(text).toContain("file not read");
    expect(text).toContain("another posting of one: 1 release.");
  });

  it("stands as tables alone where no release in force has a figure", () => {
    const text = timelinePage(changed(() => ({ standing: "other-revision" })));
    expect(text).not.toContain("<svg");
    expect(text).toContain("$1,773.92");
  });

  it("keeps markup in a name what it is: text", () => {
    const text = timelinePage({ ...DOCUMENT, locality: { locality: "0111205", name: HOSTILE }, notBuilt: [HOSTILE] });
    expect(text).not.toContain("<img");
    expect(text).toContain("&lt;img");
  });
});

const chromium = new Chromium();
beforeAll(() => chromium.start());
afterAll(() => chromium.stop());

describe.skipIf(!HAS_BROWSER)("the page of a timeline, in a browser", () => {
  it.each([
    ["light", 1280],
    ["dark", 390],
  ] as const)("opens without a complaint and has nothing serious for axe: %s, %d wide", async (colorScheme, width) => {
    const { page, complaints } = await chromium.openText(timelinePage(DOCUMENT), { colorScheme, width });
    expect(await page.locator("svg:visible").count()).toBe(3);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
    await page.locator("svg:visible [data-source]").first().hover();
    expect(await page.locator("#source").textContent()).toBe("Physician in an office, 2025A: $1,676.52");
    expect(await seriousFindings(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
