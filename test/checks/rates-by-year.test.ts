import { describe, expect, it } from "vitest";
import { ascOfficeBased, officeRates } from "../../pipelines/schedules/checks/asc-office-based.ts";
import { minimumOf } from "../../pipelines/schedules/opps/copayment-checks.ts";
import { expectedFactors } from "../../pipelines/sources/factors.ts";
import { inForceOn } from "../../pipelines/sources/in-force-on.ts";
import { ascOfficeBases, ascScalars } from "../../pipelines/sources/sources.ts";
import type { Rvu } from "../../schemas/units.ts";
import { type ConversionFactor, type FineDollars, ofUnit, type RelativeWeight } from "../../schemas/units.ts";

describe(minimumOf, () => {
  it("takes 20 percent of the printed rate, in 2021 of weight x factor, and rounds up", () => {
    // 2.0001 x 82.797 = 165.6022797, printed 165.60; 20 percent are 33.12, of the product 33.12045594
    const row = { relativeWeight: ofUnit<RelativeWeight>(20_001), oppsRate: ofUnit<FineDollars>(1_656_000) };
    expect(minimumOf(row)).toBe(3312);
    expect(minimumOf(row, ofUnit<ConversionFactor>(827_970))).toBe(3313);
  });

  it("knows no minimum without a rate", () => {
    expect(minimumOf({ relativeWeight: null, oppsRate: null })).toBeUndefined();
  });
});

describe(officeRates, () => {
  const at = (day: string) => {
    const basis = inForceOn(ascOfficeBases().bases, day);
    const window = { from: day, to: day };
    const factor = expectedFactors("pfs", { label: "asc", window }).find(({ entry }) => entry.track === basis?.track);
    return basis && factor && officeRates(ofUnit<Rvu>(100), { basis, factor });
  };

  it("multiplies by the factor in force, in 2024 also the rounded rate of January by the ratio of factors", () => {
    // 1.00 x 32.3465; 1.00 x 32.7442; 1.00 x 33.2875 and 32.74 x 33.2875 / 32.7442 = 33.2832...
    expect(["2025-01-01", "2024-01-01", "2024-04-01"].map(at)).toEqual([[3235], [3274], [3329, 3328]]);
  });

  it("uses the factor for qualifying participants in 2026", () => {
    expect(at("2026-01-01")).toEqual([3357]);
  });
});

describe("the title of the check of office-based rates", () => {
  it("claims a row's practice expense of no day for which any practice expense passes", () => {
    const years = ascOfficeBases()
      .bases.filter(({ practiceExpense }) => practiceExpense === "any")
      .map(({ from }) => from.slice(0, 4));
    expect(years).toEqual(["2026"]);
    for (const year of years) expect(ascOfficeBased.title).toMatch(new RegExp(`any PE .*, such as ${year};`));
  });
});

describe(inForceOn, () => {
  it("knows nothing of days that no entry is for, and never two entries for one day", () => {
    expect([inForceOn(ascScalars().scalars, "2021-12-31"), inForceOn(ascOfficeBases().bases, "2024-03-09")]).toEqual([
      undefined,
      undefined,
    ]);
    for (const entries of [ascScalars().scalars, ascOfficeBases().bases]) {
      const after = entries.slice(1);
      expect(after.filter(({ from }, index) => from <= (entries[index]?.to ?? ""))).toEqual([]);
    }
  });
});
