import { expect, it } from "vitest";
import { buildRelease } from "../../pipelines/build-release.ts";
import { listDownloads } from "../../pipelines/inputs/downloads.ts";
import { registeredRelease } from "../../pipelines/inputs/registry.ts";
import type { ReleaseBook } from "../../pipelines/schedules/book.ts";
import { payable } from "../../pipelines/schedules/pfs/opps-cap.ts";
import { rowKey, rowWith } from "../../pipelines/schedules/pfs/rvu-file.ts";
import { rowsOf } from "../../pipelines/tables/table.ts";
import { SETTINGS } from "../../schemas/setting.ts";
import { CMS_FOLDER, describeWithRealFiles } from "../support/real.ts";

/** Rows of CMS's OPPSCAP csv, counted by `grep -cE '^[0-9A-Z]{5},(TC)?,[A-Z],'`. */
const ROWS = [
  ["2009A", 32_524],
  ["2013A", 11_625],
  ["2018A", 20_468],
  ["2020A", 18_207],
  ["2022A", 18_564],
  ["2023A", 18_326],
  ["2024A", 17_710],
  ["2025A", 16_100],
  ["2025D", 16_100],
] as const;

/** Builds the physician fee schedule of a release, and nothing else of it. */
async function build(id: string) {
  const release = registeredRelease(id);
  const publications = release.publications.filter(({ family }) => family === "pfs");
  const options = { chooseCodes: () => [], required: ["pfs", "gpci"] as const, allowChanged: false };
  const built = await buildRelease({ ...release, publications }, listDownloads(CMS_FOLDER), options);
  const { book, problems, report } = built;
  expect(problems).toEqual([]);
  return { book, result: (check: string) => report.results.find((each) => each.id === check) };
}

/** Rows of the relative value file that are under the cap: paid less than in full, or capped at contractors' prices. */
function underTheCap({ pfs, oppsCap }: ReleaseBook): string[] {
  if (pfs === undefined || oppsCap === undefined) return [];
  const under = [...oppsCap.national.rows].filter((row) => {
    const pay = payable(pfs, oppsCap, row, "nonFacility");
    return pay === undefined || pay < (pfs.national.at(row, "nonFacility") ?? 0);
  });
  return under.map((row) => pfs.rvu.file.table.key(row));
}

function listed(book: ReleaseBook): string[] {
  const file = book.tables["opps-cap"];
  const rows = file === undefined ? [] : rowsOf(file.table);
  return [...new Set(rows.map((row) => rowKey(row.hcpcs, row.modifier ?? "")))];
}

describeWithRealFiles("CMS's OPPSCAP files", () => {
  it.each(ROWS)(
    "%s: both prices of all %i rows come out to the cent, and the rows under the cap are those that CMS lists",
    async (id, rows) => {
      const { book, result } = await build(id);
      expect(result("pfs.opps-cap-price")).toMatchObject({ checked: rows, held: rows, excepted: 0 });
      const under = new Set(underTheCap(book));
      const others = listed(book).filter((key) => !under.has(key));
      // CMS lists one service of 2009 whose cap equals its full amount, global and technical component.
      expect([id, others.length]).toEqual([id, id === "2009A" ? 2 : 0]);
      expect(under.size + others.length).toBe(listed(book).length);
    },
  );
});

describeWithRealFiles("the two tracks of 2026", () => {
  it.each([
    ["2026B", 19_277],
    ["2026C", 19_356],
  ])("%s: PRIC IND is 9 in all %i rows of the nonQPP file", async (id, rows) => {
    const { book, result } = await build(id);
    expect(result("pfs.pricing-indicator")).toMatchObject({ checked: rows, held: rows });
    expect(book.qualifying?.basis).toBe("computed-from-non-qualifying-file");
    // 22511: 53.11 x 33.5675 = 1782.769925, 10.82 x 33.5675 = 363.20035
    const row = (book.pfs && rowWith(book.pfs.rvu, "22511", "")) ?? -1;
    expect(SETTINGS.map((setting) => book.qualifying?.pfs.national.at(row, setting))).toEqual([178_277, 36_320]);
  });
});
