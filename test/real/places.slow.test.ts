import { expect, it } from "vitest";
import { listDownloads } from "../../pipelines/inputs/downloads.ts";
import type { Format } from "../../pipelines/inputs/formats.ts";
import { locateInputs } from "../../pipelines/inputs/locate.ts";
import { registeredRelease } from "../../pipelines/inputs/registry.ts";
import { Problems } from "../../pipelines/problems/problems.ts";
import { readRelease } from "../../pipelines/schedules/read-release.ts";

import type { Role } from "../../schemas/source/release.ts";
import { CMS_FOLDER, describeWithRealFiles } from "../support/real.ts";

/** Rows that CMS's files hold, counted apart with another csv reader; FF of 2023 repeats two rows. */
const ROWS: readonly (readonly [string, Partial<Record<Role, number>>])[] = [
  ["2009A", { counties: 91, anesthesia: 91 }],
  ["2013A", { counties: 91, anesthesia: 90 }],
  ["2018A", { counties: 113, anesthesia: 112 }],
  ["2022A", { counties: 113, anesthesia: 112, "wage-index": 462, "asc-ee": 2003, "asc-ff": 4010 }],
  ["2023A", { counties: 113, anesthesia: 112, "wage-index": 462, "asc-ee": 2092, "asc-ff": 4064 - 2 }],
  ["2024A", { counties: 110, anesthesia: 109, "wage-index": 462, "asc-ee": 2123, "asc-ff": 4110 }],
  ["2025A-asc2", { counties: 110, anesthesia: 109, "wage-index": 503, "asc-ee": 2108, "asc-ff": 4183 }],
  ["2025D", { counties: 110, anesthesia: 109, "wage-index": 503, zip5: 42_956 }],
  ["2026B", { "wage-index": 486, "asc-ee": 1559, "asc-ff": 4832 }],
];

async function readOnly(id: string, roles: readonly Role[], format?: Format) {
  const problems = new Problems();
  const release = registeredRelease(id);
  const inputs = await locateInputs(release, listDownloads(CMS_FOLDER), { allowChanged: false, format }, problems);
  const located = inputs.located.filter((each) => roles.includes(each.entry.role));
  const book = await readRelease(release, { ...inputs, located }, problems);
  expect(problems.list).toEqual([]);
  return book;
}

describeWithRealFiles("tables of places and ASC addenda", () => {
  it.each(ROWS)("%s has every row that CMS's files have", async (id, rows) => {
    const roles = Object.keys(rows) as Role[];
    const { tables } = await readOnly(id, roles);
    expect(Object.fromEntries(roles.map((role) => [role, tables[role]?.table.rowNumbers.length]))).toEqual(rows);
  });

  it("marks the 27 areas that stand in 60 rows of the wage index of 2025", async () => {
    const { wages = [] } = await readOnly("2025D", ["wage-index"]);
    const ambiguous = wages.filter((each) => each.ambiguous);
    expect([ambiguous.length, new Set(ambiguous.map(({ row }) => row.cbsa)).size]).toEqual([60, 27]);
  });

  it("reads counties from txt as from csv, says which lists are cut, and gives California no other state", async () => {
    const [csv = [], txt = []] = [
      (await readOnly("2025D", ["counties"], "csv")).counties,
      (await readOnly("2025D", ["counties"], "txt")).counties,
    ];
    expect(txt.map((each) => each.locality)).toEqual(csv.map((each) => each.locality));
    const withoutState = txt.flatMap((each, index) => (each.state === null ? [csv[index]?.state] : []));
    expect(withoutState).toEqual(Array.from({ length: 29 }, () => "CALIFORNIA"));
    const names = ({ counties, except, elsewhere }: (typeof csv)[number]) =>
      JSON.stringify([counties, except, elsewhere]);
    const differing = txt.filter((each, index) => names(each) !== names(csv[index] ?? each));
    // CMS's txt has the county of Orange right, the csv prints "ORAGNGE CNTY".
    expect(differing.filter((each) => !each.cutShort).map((each) => each.locality)).toEqual(["0118218"]);
    expect(txt.filter((each) => each.cutShort)).toHaveLength(9);
    expect(csv.filter((each) => each.cutShort)).toEqual([]);
  });
});
