import { describe, expect, it } from "vitest";
import { isYearly } from "../../pipelines/inputs/registry.ts";
import { dueFamilies, missingThoughDue } from "../../pipelines/refresh/due.ts";
import { type Expected, expectedPostings, isForDay } from "../../pipelines/refresh/expected.ts";
import type { PostedFile } from "../../pipelines/refresh/posted.ts";
import { postingWindow } from "../../pipelines/sources/publication-schedule.ts";
import { dayPlus } from "../../schemas/day.ts";
import { PostingSchedule } from "../../schemas/source/publication-schedule.ts";
import { Family } from "../../schemas/source/release.ts";

/** The one publication of these; years of which nothing is registered keep the tests true. */
function one(expected: readonly Expected[], family: Family, id: string): Expected {
  const found = expected.filter((each) => each.family === family && each.id === id);
  const [first] = found;
  if (first === undefined || found.length > 1) throw new Error(`${found.length} of ${family} ${id}`);
  return first;
}

const rvu41a = (day: string): Expected => one(expectedPostings(day), "pfs", "RVU41A");

describe(expectedPostings, () => {
  it("has the publications of the day's quarter and of the next, in the order of their days", () => {
    const found = expectedPostings("2040-11-29");
    const firstDays = found.map(({ expectedOn, inForceFrom }) => expectedOn ?? inForceFrom);
    expect(firstDays).toEqual([...firstDays].sort());
    const names = found.map(({ family, id }) => `${family} ${id}`).sort();
    expect(names).toEqual(
      [
        ...["pfs RVU40D", "pfs RVU41A"],
        ...["opps-rule", "wage-index"].flatMap((family) => [`${family} 2040`, `${family} 2041`]),
        ...["opps", "asc", "ncci", "ncci-ptp", "zip"].flatMap((family) => [`${family} 2040Q4`, `${family} 2041Q1`]),
      ].sort(),
    );
    expect(found.filter((each) => isForDay(each, "2040-11-29"))).toHaveLength(8);
  });

  it("has the wage index of a year once, with the days of the year", () => {
    const found = expectedPostings("2040-05-02", 1).filter(({ family }) => family === "wage-index");
    expect(found).toMatchObject([{ id: "2040", release: null, inForceFrom: "2040-01-01", inForceTo: "2040-12-31" }]);
  });

  it.each(["ncci", "ncci-ptp"] as const)(
    "never calls a quarter of %s late: how late CMS may be is not known",
    (family) => {
      const quarter = (day: string) => one(expectedPostings(day), family, "2041Q1");
      const days = { inForceFrom: "2041-01-01", inForceTo: "2041-03-31", expectedOn: "2040-12-16", expectedBy: null };
      expect(quarter("2040-12-15")).toMatchObject({ ...days, state: "expected" });
      expect(quarter("2040-12-16")).toMatchObject({ ...days, state: "due" });
      expect(quarter("2041-03-31")).toMatchObject({ state: "due" });
    },
  );

  it("counts the days from the first day of service", () => {
    expect(rvu41a("2040-10-15")).toMatchObject({
      release: "2041A",
      inForceFrom: "2041-01-01",
      expectedOn: "2040-11-01",
      expectedBy: "2040-12-19",
    });
  });

  it.each([
    ["2040-10-31", "expected", 0],
    ["2040-11-01", "due", 0],
    ["2040-12-19", "due", 0],
    ["2040-12-20", "overdue", 1],
    ["2041-02-01", "overdue", 44],
  ] as const)("says on %s that RVU41A is %s", (day, state, overdueDays) => {
    expect(rvu41a(day)).toMatchObject({ state, overdueDays });
  });

  it("says that a registered one is posted, whatever the day", () => {
    expect(one(expectedPostings("2026-08-01"), "pfs", "RVU26D").state).toBe("posted");
    expect(one(expectedPostings("2026-12-30"), "pfs", "RVU26D").state).toBe("posted");
  });

  it("never says of what has no known day that it is overdue", () => {
    const wageIndex = (day: string): Expected => one(expectedPostings(day), "wage-index", "2041");
    expect(wageIndex("2040-12-31")).toMatchObject({ state: "expected", expectedOn: null, expectedBy: null });
    expect(wageIndex("2041-01-01").state).toBe("due");
    expect(one(expectedPostings("2041-03-31"), "zip", "2041Q1").state).toBe("due");
  });

  it("states the range of the registered postings of these quarters, first revisions only", () => {
    const { observed } = one(expectedPostings("2040-11-29"), "opps", "2041Q1");
    expect(observed).toMatchObject({ earliest: -11, latest: 9 });
    expect(observed?.of).toContain("2020Q1");
    expect(one(expectedPostings("2040-11-29"), "zip", "2041Q1").observed).toBeNull();
  });
});

describe("the schedule of postings", () => {
  it("has every quarter of every family, and the year of what serves a year", () => {
    for (const family of Family.options) {
      const known = [1, 2, 3, 4].filter((quarter) => postingWindow(family, quarter) !== undefined);
      expect(known).toEqual(isYearly(family) ? [1] : [1, 2, 3, 4]);
    }
  });

  it.each([
    [{ quarters: [1, 2] }, { quarters: [2] }, /a quarter is in two windows/],
    [{ quarters: [1], earliest: 3, latest: -3 }, { quarters: [2] }, /the earliest day is after the latest: 3/],
  ])("is refused when it contradicts itself %#", (first, second, message) => {
    const windows = [first, second].map((each) => ({ earliest: null, latest: null, basis: "not known", ...each }));
    const families = Object.fromEntries(Family.options.map((family) => [family, windows]));
    expect(PostingSchedule.safeParse({ note: "", families }).error?.message).toMatch(message);
  });

  it("begins no later than a registered posting came", () => {
    const known = expectedPostings("2040-11-29", 4).filter(({ observed }) => observed !== null);
    expect(known.length).toBeGreaterThan(3);
    for (const { observed, inForceFrom, expectedOn } of known)
      expect(dayPlus(inForceFrom, observed?.earliest ?? 0) >= String(expectedOn)).toBe(true);
  });
});

const file = (family: Family, id: string | undefined): PostedFile => ({
  ...{ family, id, release: undefined, hint: "file name", text: "", licence: null },
  ...{ address: "https://www.cms.gov/files/zip/a.zip", page: "https://www.cms.gov/a" },
});

describe(dueFamilies, () => {
  it("has what is due and overdue, and neither what is registered nor what is too early", () => {
    const states = dueFamilies("2040-12-25").map(({ family, id, state }) => `${family} ${id} ${state}`);
    expect(states).toContain("pfs RVU41A overdue");
    expect(states).toContain("zip 2041Q1 due");
    expect(states).not.toContainEqual(expect.stringMatching(/^wage-index 2041/));
    expect(dueFamilies("2026-10-02").filter(({ id }) => id === "RVU26D")).toEqual([]);
  });
});

describe(missingThoughDue, () => {
  it("is a problem for what is overdue and on no page, by name, days and address", () => {
    const found = [file("pfs", "RVU40D"), file("opps", "2041Q1")];
    const problems = missingThoughDue(found, ["pfs"], "2040-12-25");
    expect(problems).toMatchObject([{ code: "pages.nothing-found-but-due" }]);
    expect(problems[0]?.message).toMatch(/^no file of RVU41A is on CMS's pages, and it is 6 days late/);
    expect(problems[0]?.place.file).toMatch(/pfs-relative-value-files$/);
  });

  it("is no problem when the file is there, when a file may be it, or when the family is not asked for", () => {
    const known = file("pfs", "RVU40D");
    expect(missingThoughDue([known, file("pfs", "RVU41A")], ["pfs"], "2040-12-25")).toEqual([]);
    expect(missingThoughDue([known, file("pfs", undefined)], ["pfs"], "2040-12-25")).toEqual([]);
    expect(missingThoughDue([], ["wage-index", "zip"], "2040-12-25")).toEqual([]);
  });

  it("is no problem as long as CMS may post it any day", () => {
    expect(missingThoughDue([file("pfs", "RVU40D")], ["pfs"], "2040-12-19")).toEqual([]);
  });
});
