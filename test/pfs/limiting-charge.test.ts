import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { limitingCharge } from "../../pipelines/schedules/pfs/limiting-charge.ts";

describe(limitingCharge, () => {
  it("is 109.25 % of the rounded fee", () => {
    // 1773.92 x 1.0925 = 1938.0076; 361.40 x 1.0925 = 394.8295; 39.14 x 1.0925 = 42.76045
    expect([177392, 36140, 3914].map(limitingCharge)).toEqual([193801, 39483, 4276]);
  });

  it("rounds half up", () => {
    // 2.00 x 1.0925 = 2.185
    expect(limitingCharge(200)).toBe(219);
  });

  it("agrees with decimals", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000_000_000 }), (cents) => {
        const expected = new Decimal(cents).times("1.0925").toDecimalPlaces(0, Decimal.ROUND_HALF_UP);
        expect(limitingCharge(cents)).toBe(expected.toNumber());
      }),
    );
  });
});
