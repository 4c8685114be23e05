import { describe, expect, it } from "vitest";
import { Explanations } from "../../pipelines/answers/diff/explain-change.ts";
import type { Side } from "../../pipelines/answers/diff/side.ts";
import { A } from "../support/diff-sides.ts";

/** A release of one relative value publication. */
function release(label: string, from: string, to: string): Side {
  const window = { from, to };
  const publications = A.manifest.publications
    .filter(({ family }) => family === "pfs")
    .map((publication) => ({ ...publication, label, window }));
  return { ...A, manifest: { ...A.manifest, release: label, window, publications } };
}

function factorRule(before: Side, after: Side, old: string, now: string) {
  const explanations = new Explanations(before, after);
  const id = explanations.ofFactor("pfs", old, now);
  return { id, rule: explanations.rules()["conversion-factor-pfs"] };
}

describe("the record of a conversion factor", () => {
  const january = release("RVU10AR1", "2010-01-01", "2010-03-31");
  const october = release("RVU10D_PCT22", "2010-10-01", "2010-12-31");
  const withoutUpdate = release("RVU10D_PCT0", "2010-10-01", "2010-12-31");

  it("is the one of the days of service, not the first of that value", () => {
    const { id, rule } = factorRule(january, october, "36.0791", "36.8729");
    expect(id).toBe("conversion-factor-pfs");
    expect(rule?.title).toBe("The PFS conversion factor changed from 36.0791 to 36.8729");
    expect(rule?.cites.map(({ title }) => title)).toContain(
      "Relative value file RVU10AR1, in force until a 2.2 percent update of 1 June 2010",
    );
  });

  it("is the publication's own where CMS printed one that was never applied, and says so", () => {
    const { rule } = factorRule(withoutUpdate, october, "36.0791", "36.8729");
    expect(rule?.title).toBe("The PFS conversion factor changed from 36.0791 (never applied) to 36.8729");
    const cites = rule?.cites.map(({ title }) => title);
    expect(cites).toContain("CMS, relative value file RVU10D_PCT0");
    expect(cites).not.toContain("CMS, relative value file RVU10C_PCT0");
  });

  it("is none for a factor of other days: 36.0791 was no longer in force in October", () => {
    expect(factorRule(october, release("RVU11AR", "2011-01-01", "2011-03-31"), "36.0791", "33.9764")).toEqual({
      id: undefined,
      rule: undefined,
    });
  });
});
