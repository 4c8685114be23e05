import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isExactAmount, type Triple } from "../../pipelines/schedules/pfs/exact-amounts.ts";

/** Amount in cents by decimal.js, and the exact product in cents. */
function reference(units: Triple, indices: Triple, factor: number): { exact: Decimal; cents: number } {
  const part = (of: keyof Triple): Decimal => new Decimal(units[of]).div(100).times(new Decimal(indices[of]).div(1000));
  const exact = part("work").plus(part("pe")).plus(part("mp")).times(new Decimal(factor).div(10_000)).times(100);
  return { exact, cents: exact.toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber() };
}

const triple = (value: fc.Arbitrary<number>): fc.Arbitrary<Triple> => fc.record({ work: value, pe: value, mp: value });
const INDICES = triple(fc.integer({ min: 200, max: 2_600 }));
const FACTOR = fc.integer({ min: 200_000, max: 400_000 });

describe(isExactAmount, () => {
  it("takes the amount and neither neighbour, for units that fit doubles and for units that do not", () => {
    const units = fc.oneof(triple(fc.nat(50_000)), triple(fc.integer({ min: 20_000_000, max: 40_000_000 })));
    fc.assert(
      fc.property(units, INDICES, FACTOR, (rvus, indices, factor) => {
        const { cents } = reference(rvus, indices, factor);
        const taken = [cents - 1, cents, cents + 1].map((each) => isExactAmount(rvus, indices, factor, each));
        expect(taken).toEqual([false, true, false]);
      }),
    );
  });

  it("takes the upper of the two around an exact half cent", () => {
    // 10.00 x 32.3465 = 323.465
    const nation = { work: 1000, pe: 1000, mp: 1000 };
    const units = { work: 0, pe: 1000, mp: 0 };
    expect([32_346, 32_347].map((cents) => isExactAmount(units, nation, 323_465, cents))).toEqual([false, true]);
  });

  it("notices one unit in the last place beyond doubles", () => {
    // 400,000.01 x 32.3465 = 12,938,600.323465: as 12938600323465000 beyond 2^53 = 9007199254740992
    const units = { work: 40_000_001, pe: 0, mp: 0 };
    const nation = { work: 1000, pe: 1000, mp: 1000 };
    const taken = [1_293_860_031, 1_293_860_032, 1_293_860_033].map((cents) =>
      isExactAmount(units, nation, 323_465, cents),
    );
    expect(taken).toEqual([false, true, false]);
  });
});
