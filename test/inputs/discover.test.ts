import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { buildRelease } from "../../pipelines/build-release.ts";
import { releasesAmong } from "../../pipelines/inputs/discover.ts";
import { discoverEntries } from "../../pipelines/inputs/discover-release.ts";
import { listDownloads } from "../../pipelines/inputs/downloads.ts";
import { assembleRelease } from "../../pipelines/inputs/registry.ts";
import { rowWith } from "../../pipelines/schedules/pfs/rvu-file.ts";
import { embeddedFolder } from "../../pipelines/sources/excerpts.ts";
import { BANNER_B_2025, FILES_2025A, temporaryFolder } from "../support/excerpt-copy.ts";
import { butFewRows } from "../support/few-rows.ts";
import { zipOf } from "../support/zips.ts";

const excerpt = (name: string): string => readFileSync(join(embeddedFolder("2025A"), name), "utf8");

/** The excerpt's relative value file as CMS would title it in April 2025, a quarter that is not registered. */
const APRIL_RVUS = excerpt(FILES_2025A.rvu).replace("January Release", "April Release");
const ARCHIVE = { "PPRRVU25_APR.csv": APRIL_RVUS, "GPCI2025.csv": excerpt(FILES_2025A.gpci) };
const APRIL_ASC = excerpt(FILES_2025A.ascAA).replaceAll("January 2025", "April 2025");

async function folderWith(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = temporaryFolder();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

async function build(folder: string, id: string, picks: readonly string[] = []) {
  const downloads = listDownloads(folder);
  const release = assembleRelease(id, await discoverEntries(id, downloads, { picks }));
  return await buildRelease(release, downloads, {
    chooseCodes: () => ["22511"],
    required: [],
    without: ["wage-index"],
    allowChanged: true,
  });
}

describe("a release that is not registered", () => {
  it("is put together from archive, folders and names, and says that it is not registered", async () => {
    const folder = await folderWith({
      "rvu25b-updated-06-05-2025.zip": await zipOf(ARCHIVE),
      "asc/2025Q2/AA.csv": APRIL_ASC,
      "opps/April_2025_Web_Addendum_B.csv": BANNER_B_2025 + excerpt(FILES_2025A.opps),
    });
    const { book, problems } = await build(folder, "2025B");
    expect(butFewRows(problems)).toEqual([]);
    // 7.33 + 43.46 + 1.04 = 51.83; x 32.3465 = 1676.519095
    expect(book.pfs?.national.at(rowWith(book.pfs.rvu, "22511", "") ?? -1, "nonFacility")).toBe(167_652);
    const publications = book.release.publications.map(({ label, registered }) => [label, registered]);
    expect(publications).toEqual([
      ["RVU25B", false],
      ["Addendum B 2025Q2", false],
      ["ASC addenda 2025Q2", false],
      ["OPPS rule addenda 2025", true],
      ["ASC wage index 2025", true],
      ["ZIP5 2025Q4", true],
    ]);
    expect(book.release.window).toEqual({ from: "2025-04-01", to: "2025-06-30" });
  });

  it.each([
    ["2024A", ["2024Q2", "2024Q4"], "2024Q2"],
    ["2024C", ["2024Q1", "2024Q4"], "2024Q4"],
    ["2024B", ["2024Q1", "2024Q3"], "2024Q1"],
    ["2024B", ["2024Q1", "2024Q2", "2024Q3"], "2024Q2"],
    ["2024B", ["2023Q4"], undefined],
  ])("%s takes of ZIP code files of %j that of %s: the nearest of its year", async (id, quarters, nearest) => {
    const month = { Q1: "JAN", Q2: "APR", Q3: "JUL", Q4: "OCT" } as const;
    const names = quarters.map((each) => `ZIP5_${month[each.slice(4) as "Q1"]}${each.slice(0, 4)}.txt`);
    const folder = await folderWith(Object.fromEntries(names.map((name) => [name, name])));
    const entries = await discoverEntries(id, listDownloads(folder));
    const zip = assembleRelease(id, entries).publications.find(({ family }) => family === "zip");
    const own = `2024Q${"ABCD".indexOf(id.slice(4)) + 1}`;
    expect(zip?.label).toBe(nearest && `ZIP5 ${nearest}`);
    expect(zip?.standsInFor).toBe(nearest === undefined || nearest === own ? undefined : own);
  });

  it("is refused when a file is of another quarter, whatever its name says", async () => {
    const folder = await folderWith({
      "rvu25b.zip": await zipOf({ ...ARCHIVE, "PPRRVU25_APR.csv": excerpt(FILES_2025A.rvu) }),
    });
    const { problems } = await build(folder, "2025B");
    expect(butFewRows(problems).map((problem) => problem.code)).toEqual(["period.wrong"]);
    expect(problems[0]?.message).toMatch(/January 2025, expected RVU25B/);
  });

  it("is refused when a file names no year where CMS's files do, and tells which files never name one", async () => {
    const silent = ARCHIVE["PPRRVU25_APR.csv"].replace(/2025 National Physician.*April Release/, "");
    const folder = await folderWith({
      "rvu25b.zip": await zipOf({
        ...ARCHIVE,
        "PPRRVU25_APR.csv": silent,
        "25LOCCO.csv": excerpt(FILES_2025A.counties),
      }),
    });
    const { problems, book } = await build(folder, "2025B");
    expect(problems.map((problem) => problem.code)).toContain("period.silent");
    expect(book.release.publications[0]?.originNote).toMatch(
      /\. CMS prints no period in 25LOCCO\.csv: only the checks tell it$/,
    );
  });

  it("says which release it supersedes, as CMS's calendar has it", async () => {
    const folder = await folderWith({ "rvu24ar.zip": await zipOf(ARCHIVE), "rvu24b.zip": await zipOf(ARCHIVE) });
    const supersedes = async (id: string) => {
      const entries = await discoverEntries(id, listDownloads(folder));
      return assembleRelease(id, entries).publications[0]?.revision.supersedes;
    };
    expect(await supersedes("2024AR")).toBe("RVU24A");
    expect(await supersedes("2024B")).toBeNull();
  });

  it("is never chosen by order where two files could be it", async () => {
    const first = excerpt(FILES_2025A.opps);
    const folder = await folderWith({
      "April_2025_Addendum_B.03.28.25.csv": first,
      "April_2025_Addendum_B.CORRECTION.csv": first.replace("1600.41", "1600.42"),
    });
    await expect(build(folder, "2025B")).rejects.toThrow(/several downloads could be it.*--pick/);
    const { problems } = await build(folder, "2025B", ["CORRECTION"]);
    expect(problems.map((problem) => problem.code)).toContain("opps.rate-is-weight-times-factor");
  });

  it("is named by what lies in the folder", async () => {
    const folder = await folderWith({ "rvu25b.zip": "", "asc/2026Q3/AA.csv": "", "notes.txt": "" });
    expect(releasesAmong(listDownloads(folder))).toEqual(["2025B", "2026C"]);
  });

  it("lists what CMS's own rows break for review, in classes where CMS has broken the rule before", async () => {
    const lines = APRIL_ASC.replace("$838.29", "$838.28");
    const folder = await folderWith({ "asc/2025Q2/AA.csv": lines });
    const { problems, report } = await build(folder, "2025B");
    expect(butFewRows(problems)).toEqual([]);
    // 15.2707 x 54.895 = 838.2850765
    expect(report.unreviewed.map((problem) => problem.message)).toEqual([
      "weight 15.2707 x 54.895 = 838.29, CMS printed 838.28",
    ]);
    expect(report.results.find((result) => result.id === "asc.rate-is-weight-times-factor")?.unreviewed).toBe(1);
  });
});
