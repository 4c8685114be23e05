import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseHTML } from "linkedom";
import Papa from "papaparse";
import { expect, it } from "vitest";
import { openCells } from "../../pipelines/read/cells.ts";
import { openRelease } from "../../pipelines/read/index.ts";
import { releaseInputs } from "../../pipelines/read/inputs.ts";
import type { OpenedRelease } from "../../pipelines/read/types.ts";
import { sectionHtml } from "../../pipelines/reports/pages/view-html.ts";
import { embeddedFolder } from "../../pipelines/sources/excerpts.ts";
import { releasesSection } from "../../pipelines/website/browser/history-section.ts";
import { placeAsTyped } from "../../pipelines/website/browser/place.ts";

const OUT = fileURLToPath(new URL("../../out", import.meta.url));
const releases = await Promise.all(["2025A", "2026A"].map((name) => openRelease(`${OUT}/${name}`, { counties: true })));
const cells = new Map(
  await Promise.all(
    releases.map(async (each) => [each.release, await openCells(each, `${OUT}/${each.release}`)] as const),
  ),
);

function historySection(code: string, place: string) {
  const origins = (release: OpenedRelease, placeTitle: string) => {
    const reader = JSON.parse(readFileSync(`${OUT}/${release.release}/reader.json`, "utf8")) as object;
    return { release, cells: cells.get(release.release), inputs: releaseInputs(release, reader), placeTitle };
  };
  return releasesSection(releases, code, (release) => placeAsTyped(release, place), origins);
}

function historyOf(code: string, place: string) {
  const section = historySection(code, place);
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

it("names the cells of an amount, as CMS prints them, and the numbers that it is computed from", () => {
  const { document } = parseHTML(sectionHtml(historySection("22511", "Manhattan, NY")).toString());
  const office = [...document.querySelectorAll("tbody tr")].find(({ textContent }) => textContent?.includes("2025A"));
  const source = office?.querySelector("button")?.getAttribute("data-source") ?? "";
  // Of GPCI2025.csv, row of MANHATTAN: 1.065, 1.166, 1.656
  expect(source).toContain("work 7.33 x 1.065 + PE 43.46 x 1.166 + MP 1.04 x 1.656");
  const read = [...source.matchAll(/^([A-Z])(\d+) .* in (.*csv), excerpt of/gm)].map(
    ([, column = "", row = "", file = ""]) => {
      const { data } = Papa.parse<string[]>(readFileSync(join(embeddedFolder("2025A"), file), "utf8"));
      return data[Number(row) - 1]?.[column.charCodeAt(0) - 65];
    },
  );
  expect(read.map(Number)).toEqual([7.33, 43.46, 1.04, 32.3465, 1.065, 1.166, 1.656]);
});

it("has a row for a release that does not list the code", () => {
  expect(historyOf("99999", "").of("2026A")).toContain("code not listed");
});
