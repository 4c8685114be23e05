import { describe, expect, it } from "vitest";
import { calendar, nextAfter, replacedBy, standingOf } from "../../pipelines/sources/calendar.ts";
import { caveats, caveatsOf } from "../../pipelines/sources/caveats.ts";
import { PREVIEWED_RULES } from "../../schemas/names.ts";

describe(standingOf, () => {
  it.each([
    ["2013A", { neverInForce: true, supersededBy: "2013AR" }],
    ["2018A", { neverInForce: false, supersededBy: "2018AR" }],
    ["2024A", { neverInForce: false, supersededBy: null }],
    ["2026B-pfs1", { neverInForce: false, supersededBy: null }],
    ["2031A", { neverInForce: false, supersededBy: null }],
  ])("%s", (release, standing) => {
    expect(standingOf(release)).toEqual(standing);
  });
});

describe(nextAfter, () => {
  it.each([
    // RVU24A was in force until March 8; RVU24AR begins on the day after.
    ["2024-01-01", "2024-03-08", "2024-03-09", "2024AR"],
    // RVU09C is for two quarters; RVU10A is that of the next year's first day.
    ["2009-07-01", "2009-12-31", "2010-01-01", expect.stringMatching(/^2010/)],
    // CMS has posted nothing for these days.
    ["2039-10-01", "2039-12-31", "2040-01-01", null],
  ])("%s to %s is followed on %s", (from, to, first, release) => {
    expect(nextAfter({ from, to })).toEqual({ from: first, release });
  });
});

describe(replacedBy, () => {
  it("leads to the end of a chain of replacements, and only for the same days", () => {
    expect(replacedBy("2018A")?.release).toBe("2018AR1");
    expect(replacedBy("2018AR1")).toBeUndefined();
    // RVU24AR supersedes RVU24A from 9 March on, so neither replaces the other
    expect(replacedBy("2024A")).toBeUndefined();
  });
});

describe(caveatsOf, () => {
  const ids = (release: string): string[] => caveatsOf(release).map((caveat) => caveat.id);

  it("knows those of a release, of its year and of all", () => {
    expect(ids("2013A")).toEqual(["retroactive-changes", "factor-never-applied-2013"]);
    expect(ids("2024AR")).toEqual(["retroactive-changes", "factor-changed-2024", "asc-office-based-march-2024"]);
    expect(ids("2026B-pfs1")).toEqual(["retroactive-changes", "work-floor-2026", "two-factors-2026"]);
    expect(ids("2022A")).toEqual(["retroactive-changes"]);
  });

  it("is about releases and years that exist", () => {
    const known = new Set(calendar().releases.flatMap(({ release }) => [release, release.slice(0, 4)]));
    const kinds = ["*", ...PREVIEWED_RULES.map((rule) => `-${rule}`)];
    const named = caveats().caveats.flatMap((caveat) => caveat.releases);
    expect(named.filter((release) => !kinds.includes(release) && !known.has(release))).toEqual([]);
  });
});

describe("CMS's calendar", () => {
  const { releases } = calendar();

  it("names each release once, with days in order, and supersedes only what it names", () => {
    const ids = releases.map((each) => each.release);
    expect(new Set(ids).size).toBe(ids.length);
    expect(releases.filter(({ window }) => window.from > window.to)).toEqual([]);
    expect(releases.filter(({ supersedes }) => supersedes !== undefined && !ids.includes(supersedes))).toEqual([]);
  });

  it("leaves no day from 2009 to 2026 without a release in force", () => {
    const inForce = releases.filter((each) => each.neverInForce !== true && each.window.from <= "2026-12-31");
    const days = [...new Set(inForce.map(({ window }) => window.to))].sort();
    const next = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
    const gaps = days
      .slice(0, -1)
      .filter((day) => !inForce.some(({ window }) => window.from <= next(day) && next(day) <= window.to));
    expect(gaps).toEqual([]);
    expect([days.at(-1), inForce[0]?.window.from]).toEqual(["2026-12-31", "2009-01-01"]);
  });
});
