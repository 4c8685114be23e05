import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { buildRelease } from "../../pipelines/build-release.ts";
import { preferStandIn } from "../../pipelines/inputs/available.ts";
import { discoverEntries } from "../../pipelines/inputs/discover-release.ts";
import { listDownloads } from "../../pipelines/inputs/downloads.ts";
import { registeredReleases } from "../../pipelines/inputs/registered-releases.ts";
import { assembleRelease, registeredRelease } from "../../pipelines/inputs/registry.ts";
import type { ReleaseBook } from "../../pipelines/schedules/book.ts";
import { regionOf } from "../../pipelines/schedules/site/region.ts";
import type { Manifest } from "../../schemas/out/manifest.ts";
import type { Release } from "../../schemas/source/release.ts";
import { releaseCells, rowsOfBook, rowsOfManifest, withReleases } from "../../scripts/refresh/release-table.ts";
import { describeWithRealFiles, SHARED_FOLDER } from "../support/real.ts";

/**
 * Rows that the files hold, counted apart with another csv reader: rows whose first cell, without blanks around it, is
 * a code of five digits or capitals (for GPCI: a MAC number).
 */
const ROWS = [
  ["2009A", { rvu: 14_856, gpci: 91 }],
  ["2013A", { rvu: 15_617, gpci: 90 }],
  ["2018A", { rvu: 16_638, gpci: 112 }],
  ["2020A", { rvu: 17_236, gpci: 112, opps: 16_628, ascAA: 3965, ascBB: 1748 }],
  ["2022A", { rvu: 17_600, gpci: 112, opps: 17_192, ascAA: 4010, ascBB: 1964 }],
  ["2022D", { opps: 17_347 }],
  ["2023A", { rvu: 18_010, gpci: 112, opps: 17_559, ascAA: 4067, ascBB: 2035 }],
  ["2024A", { rvu: 18_499, gpci: 109, opps: 18_109, ascAA: 4110, ascBB: 2304 }],
  ["2025A", { rvu: 18_865, gpci: 109, opps: 18_562, ascAA: 4183, ascBB: 2458 }],
  ["2025D", { rvu: 19_090, gpci: 109 }],
  ["2026A", { rvu: 19_226, gpci: 109, opps: 18_986, ascAA: 4821, ascBB: 2505 }],
  ["2026B", { rvu: 19_277, gpci: 109, opps: 19_059, ascAA: 4832, ascBB: 2526 }],
  ["2026C", { rvu: 19_356, gpci: 109 }],
] as const;

const OPTIONS = { chooseCodes: () => ["22511"], required: [], allowChanged: false };
const DOWNLOADS = existsSync(SHARED_FOLDER) ? listDownloads(SHARED_FOLDER) : [];
const builds = new Map<string, ReturnType<typeof buildRelease>>();

/** Builds a release, once for all tests. */
function buildWhole(id: string): ReturnType<typeof buildRelease> {
  const release = registeredRelease(id, preferStandIn(DOWNLOADS));
  const build = builds.get(id) ?? buildRelease(release, DOWNLOADS, OPTIONS);
  builds.set(id, build);
  return build;
}

const books: ReleaseBook[] = [];
const manifests: Manifest[] = [];

describeWithRealFiles("whole releases", () => {
  it.each(ROWS)("%s builds with every check held", async (id, rows) => {
    const { book, problems, report, outputs } = await buildWhole(id);
    expect(problems).toEqual([]);
    const read = {
      rvu: book.pfs?.rvu.file.table.rowNumbers.length,
      gpci: book.gpci?.localities.length,
      opps: book.opps?.file.table.rowNumbers.length,
      ascAA: book.asc?.surgical?.table.rowNumbers.length,
      ascBB: book.asc?.ancillary?.table.rowNumbers.length,
    };
    expect(read).toEqual({ rvu: undefined, opps: undefined, ascAA: undefined, ascBB: undefined, ...rows });
    expect(report.results.every((result) => result.checked === result.held + result.excepted)).toBe(true);
    const files = [...outputs];
    expect(files.map((file) => file.path)).toContain("codes/22511.json");
    books.push(book);
    manifests.push(JSON.parse(Buffer.from(files.find(({ path }) => path === "manifest.json")?.bytes ?? "").toString()));
  });

  it("are in the table of docs/releases.md as they were read, and as they were published", () => {
    const page = readFileSync(new URL("../../docs/releases.md", import.meta.url), "utf8");
    const read = books.map((book) => releaseCells(book.release, rowsOfBook(book)));
    expect(withReleases(page, read)).toBe(page);
    const published = manifests.map((each, at) => releaseCells(books[at]?.release as Release, rowsOfManifest(each)));
    expect(published).toEqual(read);
  });

  it("stand in for a file of CMS's that is not there, with unregistered files allowed as well", async () => {
    const entries = await discoverEntries("2026A", DOWNLOADS);
    const released = assembleRelease("2026A", entries).publications.find(({ family }) => family === "pfs");
    expect(released).toMatchObject({ registered: true, origin: "reconstructed", revision: { number: 2 } });
  });

  it("are registered, every one", () => {
    expect(ROWS.map(([id]) => id).filter((id) => !registeredReleases().includes(id))).toEqual([]);
  });

  it("gives every surgical code of April 2026 a body region", async () => {
    const { book } = await buildWhole("2026B");
    const surgical = book.codes.filter((code) => /^[1-6]\d{4}$/.test(code));
    expect(surgical.length).toBeGreaterThan(5000);
    expect(surgical.filter((code) => regionOf(code) === undefined)).toEqual([]);
  });
});
