import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diff } from "../../pipelines/answers/diff/diff.ts";
import { reviewPage } from "../../pipelines/reports/pages/reports.ts";
import { sectionHtml } from "../../pipelines/reports/pages/view-html.ts";
import { ways } from "../../pipelines/reports/views/diff-changes.ts";
import { largestChangesSection } from "../../pipelines/reports/views/largest-changes.ts";
import { largest, movements, type RowMovement, signedScaled } from "../../pipelines/reports/views/movements.ts";
import {
  causeSteps,
  changeBins,
  changeDistribution,
  dollarsOfMills,
} from "../../pipelines/reports/views/review-causes.ts";
import { headlineParts } from "../../pipelines/reports/views/review-headline.ts";
import type { ReviewSources } from "../../pipelines/reports/views/review-sources.ts";
import { A, B } from "../support/diff-sides.ts";

const sources: ReviewSources = {
  diff: diff(A, B, { localities: false }),
  before: A.manifest,
  after: B.manifest,
  most: 400,
};
const all = movements(sources.diff).filter(({ isNa }) => !isNa);

describe("what the charts and lists of a review show", () => {
  it("adds the effects of a schedule up to the change of its amounts, to the cent", () => {
    for (const schedule of ["office", "facility", "opps", "asc"] as const) {
      const own = all.filter((each) => each.schedule === schedule && each.mills !== null);
      const change = own.reduce((sum, { mills }) => sum + (mills ?? 0), 0);
      expect(causeSteps(own).at(-1)).toMatchObject({ name: "all causes", mills: change });
    }
  });

  it("counts every change in one bin, the outermost with all that is beyond", () => {
    const of = (percent: number): RowMovement => ({
      ...(all[0] as RowMovement),
      schedule: "opps",
      percent,
      mills: percent < 0 ? -10 : 10,
    });
    const counted = changeBins([-99999, -3000, -2751, -1, 0, 249, 250, 99999].map(of)).filter(
      ({ counts }) => counts.opps > 0,
    );
    expect(counted.map(({ from, counts }) => [from, counts.opps])).toEqual([
      [-3000, 3],
      [-250, 1],
      [0, 2],
      [250, 1],
      [2750, 1],
    ]);
  });

  it("counts ups and downs by the dollars, as the headline does, and draws a fall of 0.00 percent left of zero", () => {
    // 0.01 of 1,000.00 is 0.001 percent, which rounds to 0.00.
    const [fall, rise] = [-10, 10].map((mills) => ({ ...(all[0] as RowMovement), percent: 0, mills })) as RowMovement[];
    const ofNothing = { ...(all[0] as RowMovement), percent: null, mills: 10 };
    const moved = [fall, rise, rise, ofNothing] as RowMovement[];
    const bins = changeBins(moved).filter(({ counts }) => counts.office > 0);
    expect(bins.map(({ from, counts }) => [from, counts.office])).toEqual([
      [-250, 1],
      [0, 2],
    ]);
    expect(changeDistribution(moved, ["office"]).description).toContain(
      "3 amounts rose and 1 fell. 1 of these were $0.00 before, and are in no bar.",
    );
    expect(headlineParts(moved).map(([, count]) => count)).toEqual([3, 1, 0, 0]);
  });

  it("says how the list of changes was chosen, and what is not in it", () => {
    const first = all[0] as RowMovement;
    const one = (hcpcs: string, mills: number, percent: number): RowMovement => ({ ...first, hcpcs, mills, percent });
    const came = { ...first, mills: null, percent: null, amount: { ...first.amount, from: null } };
    const went = { ...first, mills: null, percent: null, amount: { ...first.amount, to: null } };
    const moved = [one("00001", 9000, 1), one("00002", 10, 900), one("00003", 20, 2), came, { ...came }, went];
    const textOf = (most: number): string => sectionHtml(largestChangesSection({ ...sources, most }, moved)).toString();
    expect(textOf(1)).toContain(
      "2 amounts, the largest change in dollars first: the 1 largest changes of each schedule in dollars and the 1 largest in percent",
    );
    expect(textOf(1)).toContain(
      "Not shown: 1 with an amount in both releases, 2 without an amount before, 1 without an amount after;",
    );
    expect(textOf(100)).toContain("6 amounts, the largest change in dollars first: all of them.");
    expect(textOf(100)).not.toContain("Not shown");
    expect(reviewPage(sources)).not.toContain("Every amount's own split");
  });

  it("chooses the largest by dollars and by percent", () => {
    const chosen = largest(all, 2);
    expect(chosen[0]).toMatchObject({ hcpcs: "22514", schedule: "office" });
    expect(chosen.length).toBeLessThanOrEqual(16);
    expect(largest(all, 1000)).toHaveLength(all.length);
  });

  it("reads and writes signed dollars without loss", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (cents) => {
        const sign = cents < 0 ? "-" : "";
        const text = `${sign}${Math.floor(Math.abs(cents) / 100)}.${String(Math.abs(cents) % 100).padStart(2, "0")}`;
        expect(dollarsOfMills(signedScaled(text, 3) ?? 0).replace(/[$,]/g, "")).toBe(text);
      }),
    );
  });

  it("groups letters by what they were and are", () => {
    const changed = ["A", "A", "B"].map((from, at) => ({ hcpcs: `9900${at}`, fields: { status: { from, to: "C" } } }));
    expect(ways(changed, "status").map(({ from, codes }) => [from, codes.length])).toEqual([
      ["A", 2],
      ["B", 1],
    ]);
    expect(ways(changed, "apc")).toEqual([]);
  });
});
