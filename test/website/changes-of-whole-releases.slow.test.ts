import { join } from "node:path";
import { expect, it } from "vitest";
import { diff } from "../../pipelines/answers/diff/diff.ts";
import { readSide } from "../../pipelines/answers/diff/side.ts";
import { movements, partsOf } from "../../pipelines/reports/views/movements.ts";
import { comparedCodes } from "../../pipelines/website/browser/changes-section.ts";
import { hasMoved } from "../../pipelines/website/browser/two-sides.ts";
import { builtWhole } from "../support/built-whole.ts";
import { describeWithRealFiles } from "../support/real.ts";
import { siteSide, unlikeDiff } from "../support/site-sides.ts";

async function bothWays(earlier: string, later: string) {
  const out = await builtWhole(earlier, later);
  const { amounts } = comparedCodes(await siteSide(out, earlier), await siteSide(out, later));
  const theirs = movements(diff(readSide(join(out, earlier)), readSide(join(out, later)), { localities: false }));
  return { amounts, theirs, unlike: unlikeDiff(amounts, theirs) };
}

describeWithRealFiles("what changed between whole releases, as the site computes it", () => {
  it("is the diff of October 2025 and July 2026, amount by amount", async () => {
    const { amounts, theirs, unlike } = await bothWays("2025D", "2026C");
    expect(theirs.length).toBeGreaterThan(18_000);
    expect(unlike).toEqual([]);
    const moved = amounts.filter((each) => hasMoved(each) && !each.isNa);
    // Counted apart from this program in both columns NA INDICATOR, status and totals: 6,191 rose and 5,974 fell
    expect(partsOf(moved)).toMatchObject({ up: 6191, down: 5974 });
  });

  it("is the diff of January 2025 and April 2026, but for a rate that CMS prints and does not pay", async () => {
    const { theirs, unlike } = await bothWays("2025A", "2026B");
    expect(theirs.length).toBeGreaterThan(30_000);
    // Addendum B of January 2025 prints 10411.22 for 50600 under status C, inpatient only: the site says what is paid
    expect(unlike).toEqual(["50600  opps"]);
  });
});
