import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { openRelease } from "../../pipelines/read/index.ts";
import { sectionHtml } from "../../pipelines/reports/pages/view-html.ts";
import { releasesSection } from "../../pipelines/website/browser/history-section.ts";
import { placeAsTyped } from "../../pipelines/website/browser/place.ts";

const OUT = fileURLToPath(new URL("../../out", import.meta.url));
const releases = await Promise.all(["2025A", "2026A"].map((name) => openRelease(`${OUT}/${name}`, { counties: true })));

function historyOf(code: string, place: string) {
  const section = releasesSection(releases, code, (release) => placeAsTyped(release, place));
  const rows = sectionHtml(section)
    .toString()
    .split("<tr")
    .map((row) => `<tr${row}`.replace(/<[^>]+>/g, " ").replace(/\s+/g, " "));
  return { title: section.title, of: (release: string) => rows.find((row) => row.trim().startsWith(release)) };
}

it("names the place as it was found, not as it was typed", () => {
  expect(historyOf("22511", "13202-01").title).toBe("22511 over time, MANHATTAN, NY");
});

it("has a row for a release without the county file, with the reason and with what facilities are paid", () => {
  const { title, of } = historyOf("22511", "New York, NY");
  expect(title).toBe("22511 over time, MANHATTAN, NY");
  // 7.33 x 1.065 + 43.46 x 1.166 + 1.04 x 1.656 = 60.20305; x 32.3465 = 1947.357956825
  expect(of("2025A")).toContain("$1,947.36");
  expect(of("2026A")).toContain("no county file no county file $3,342.87");
});

it("has a row for a release that does not list the code", () => {
  expect(historyOf("99999", "").of("2026A")).toContain("code not listed");
});
