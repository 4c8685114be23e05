import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NATION } from "../../pipelines/schedules/pfs/exact-amounts.ts";
import { limitingCharge } from "../../pipelines/schedules/pfs/limiting-charge.ts";

/** Digits enough for every product. */
const Exact = Decimal.clone({ precision: 60 });

describe(limitingCharge, () => {
  it("is rounded once: CMS's Look-Up Tool prints 447.92 for 61888 in a facility in 2021, and 409.99 as the amount", () => {
    // 5.23 + 4.64 + 1.88 = 11.75; x 34.8931 = 409.993925; x 1.0925 = 447.9183630625. Of 409.99 it would be 447.91.
    expect(limitingCharge({ work: 523, pe: 464, mp: 188 }, NATION, 348_931)).toEqual({
      cents: 44_792,
      unrounded: "447.9183630625",
    });
  });

  it("takes the place's indices: 95970 in Puerto Rico in 2023, as CMS prints it", () => {
    // 0.35 + 0.17 x 1.008 + 0.04 x 0.984 = 0.56072; x 33.8872 = 19.001230784; x 1.0925 = 20.75884463152
    expect(limitingCharge({ work: 35, pe: 17, mp: 4 }, { work: 1000, pe: 1008, mp: 984 }, 338_872)).toEqual({
      cents: 2076,
      unrounded: "20.75884463152",
    });
  });

  it("rounds half up", () => {
    // 1.00 x 2.0000 x 1.0925 = 2.185
    expect(limitingCharge({ work: 100, pe: 0, mp: 0 }, NATION, 20_000)).toEqual({ cents: 219, unrounded: "2.185" });
  });

  it("agrees with decimals, whatever the size", () => {
    const many = (max: number) => fc.integer({ min: 0, max });
    const triple = (max: number) => fc.record({ work: many(max), pe: many(max), mp: many(max) });
    fc.assert(
      fc.property(triple(9_999_999), triple(9_999), many(9_999_999), (units, indices, factor) => {
        const part = (of: "work" | "pe" | "mp") =>
          new Exact(units[of]).div(100).times(new Exact(indices[of]).div(1000));
        const sum = part("work").plus(part("pe")).plus(part("mp"));
        const exact = sum.times(new Exact(factor).div(10_000)).times("1.0925");
        const found = limitingCharge(units, indices, factor);
        expect(new Exact(found.unrounded).equals(exact)).toBe(true);
        expect(found.cents).toBe(exact.times(100).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber());
      }),
    );
  });
});
