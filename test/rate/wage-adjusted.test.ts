import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wageAdjusted } from "../../pipelines/answers/rate/wage-adjusted.ts";
import { isWageAdjusted } from "../../pipelines/schedules/wage/adjust.ts";

/** Half up in decimals, to whole cents. */
function halfUp(dollars: Decimal): number {
  return dollars.times(100).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber();
}

describe(wageAdjusted, () => {
  it("gives the pricer's amount for APC 5301 in Florida at 1.0369", () => {
    // 926.63 x (0.60 x 1.0369 + 0.40) = 926.63 x 1.02214 = 947.1455882
    expect(wageAdjusted("opps", "926.63", "1.0369")).toBe(94_715);
  });

  it("takes half of an ASC rate as labour", () => {
    // 1,644.87 x (0.50 x 1.7522 + 0.50) = 1,644.87 x 1.3761 = 2,263.505607
    expect(wageAdjusted("asc", "1644.87", "1.7522")).toBe(226_351);
  });

  it("leaves every rate as it is at an index of 1", () => {
    expect(wageAdjusted("opps", "3342.87", "1.0000")).toBe(334_287);
    expect(wageAdjusted("asc", "3342.87", "1")).toBe(334_287);
  });

  it("equals the same rule in decimals, for any rate and index", () => {
    const shares = { opps: "0.6", asc: "0.5" } as const;
    fc.assert(
      fc.property(fc.nat(99_999_999), fc.integer({ min: 1000, max: 30_000 }), (cents, wage) => {
        const rate = new Decimal(cents).div(100);
        const index = new Decimal(wage).div(10_000);
        for (const schedule of ["opps", "asc"] as const) {
          const share = new Decimal(shares[schedule]);
          const expected = halfUp(rate.times(index.times(share).plus(1).minus(share)));
          expect(wageAdjusted(schedule, rate.toFixed(2), index.toFixed(4))).toBe(expected);
        }
      }),
    );
  });

  it("is for services alone", () => {
    expect(["J1", "S", "Q2", "K", "G", "R"].map((each) => isWageAdjusted("opps", each))).toEqual([
      ...[true, true, true],
      ...[false, false, false],
    ]);
    expect(["G2", "P3", "K2", "N1"].map((each) => isWageAdjusted("asc", each))).toEqual([true, true, false, false]);
  });
});
