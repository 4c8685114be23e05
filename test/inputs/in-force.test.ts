import { describe, expect, it } from "vitest";
import { releaseInForce } from "../../pipelines/inputs/in-force.ts";
import { calendar } from "../../pipelines/sources/calendar.ts";
import { caveatsOf } from "../../pipelines/sources/caveats.ts";

describe(releaseInForce, () => {
  it.each([
    ["2009-01-01", "2009AR", "the correction posted for the whole quarter"],
    ["2010-05-31", "2010AR1", "posted to the end of June, though the factor rose on the 1st"],
    ["2010-08-01", "2010CPCT22", "RVU10C_PCT0 was replaced before its first day"],
    ["2012-02-29", "2012AR", "the last day before RVU12M"],
    ["2012-03-01", "2012M", "March 2012 alone"],
    ["2013-01-05", "2013AR", "the factor of RVU13A never applied"],
    ["2018-01-15", "2018AR1", "replaced twice for the same days"],
    ["2024-03-08", "2024A", "32.7442"],
    ["2024-03-09", "2024AR", "33.2875"],
    ["2024-04-01", "2024B", "the next quarter"],
  ])("on %s it is %s: %s", (day, release) => {
    expect(releaseInForce(day).release).toBe(release);
  });

  it("knows one for each day of its calendar, and never one that was replaced before its first day", () => {
    const { releases } = calendar();
    for (const { window } of releases) {
      for (const day of [window.from, window.to].filter((each) => each !== "2010-06-30")) {
        const found = releaseInForce(day);
        expect([found.window.from <= day, day <= found.window.to, found.neverInForce]).toEqual([true, true, undefined]);
      }
    }
  });

  it.each([
    ["2008-12-31", /before the first release that CMS posted, 2009-01-01/],
    ["2040-01-01", /after the last window/],
    ["2024-02-30", /"2024-02-30" is not a day/],
    ["2023-02-29", /"2023-02-29" is not a day/],
    ["2023-13-01", /"2023-13-01" is not a day/],
    ["2023-04-31", /"2023-04-31" is not a day/],
    ["2023-04-00", /"2023-04-00" is not a day/],
    ["2010-06-01", /RVU10AR1 .* do not apply to that day: the conversion factor rose from 36\.0791 to 36\.8729/],
    ["2010-06-30", /Ask for a day outside 2010-06-01 to 2010-06-30/],
    ["March 2024", /"March 2024" is not a day/],
  ])("refuses %s", (day, message) => {
    expect(() => releaseInForce(day)).toThrow(message);
  });

  it("comes with what to beware of: June 2010 is 2.2 percent too low", () => {
    const texts = caveatsOf(releaseInForce("2010-05-15").release).map(({ id }) => id);
    expect(texts).toContain("factor-changed-inside-window-2010");
  });
});
