import { describe, expect, it } from "vitest";
import { namesNoPeriod } from "../../pipelines/inputs/roles.ts";
import { embeddedFolder, releaseIn } from "../../pipelines/sources/excerpts.ts";
import { layoutOf } from "../../pipelines/sources/sources.ts";
import type { Period } from "../../pipelines/tables/columns.ts";
import { silentPeriod } from "../../pipelines/tables/period.ts";
import type { Table } from "../../pipelines/tables/table.ts";
import type { Publication } from "../../schemas/source/release.ts";

const publication = (from: string): Publication => {
  const [any] = releaseIn(embeddedFolder("2025A")).publications;
  return { ...(any as Publication), label: "any", window: { from, to: from } };
};

/** What a table of a layout lacks that names these periods. */
function lacking(layout: string, from: string, periods: readonly Period[], isText = false): string | undefined {
  const heading = { texts: isText ? [] : ["CODE"], keyColumn: 0, firstRow: 1, lastRow: 1 };
  const table = { file: "x.csv", heading, periods } as unknown as Table<unknown>;
  return /name a (\w+),/.exec(silentPeriod(table, publication(from), layoutOf(layout))?.message ?? "")?.[1];
}

describe(silentPeriod, () => {
  it.each([
    ["pfs-rvu", "2027-01-01", [{}], "year"],
    ["pfs-rvu", "2027-01-01", [{ year: "2027" }], "quarter"],
    ["pfs-rvu", "2027-01-01", [{ year: "2027", month: "January" }], undefined],
    ["pfs-rvu", "2013-01-01", [{ year: "2013" }], undefined],
    ["gpci", "2027-01-01", [{}, {}], "year"],
    ["gpci", "2027-04-01", [{}, { year: "2027" }], undefined],
    ["addendum-b", "2027-01-01", [{}], "year"],
    ["asc-aa", "2027-01-01", [{ year: "2027" }], undefined],
    ["asc-aa", "2027-04-01", [{ year: "2027" }], "quarter"],
    ["asc-bb", "2027-04-01", [{ year: "2027" }, { month: "April", year: "2027" }], undefined],
    ["asc-ff", "2027-04-01", [], "year"],
    ["asc-ee", "2027-04-01", [{}], "year"],
    ["wage-index", "2027-01-01", [{}], "year"],
  ] as const)("asks %s of %s that says %j for its %s", (layout, from, periods, lacks) => {
    expect(lacking(layout, from, periods)).toBe(lacks);
  });

  it.each(["anesthesia", "counties", "opps-cap", "asc-dd1", "zip5"])(
    "asks %s for nothing: CMS prints none",
    (layout) => {
      expect(lacking(layout, "2027-01-01", [])).toBeUndefined();
    },
  );

  it("asks printed text for what CMS prints there", () => {
    expect(lacking("pfs-rvu", "2027-01-01", [], true)).toBeUndefined();
    expect(lacking("gpci", "2027-01-01", [], true)).toBe("year");
    expect(lacking("gpci", "2018-01-01", [], true)).toBeUndefined();
  });
});

describe(namesNoPeriod, () => {
  it("is said of tables whose period only the checks tell", () => {
    const silent = (["rvu", "gpci", "opps-cap", "counties"] as const).filter((role) => namesNoPeriod(role, "x.csv"));
    expect(silent).toEqual(["opps-cap", "counties"]);
  });
});
