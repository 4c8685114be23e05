import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { limitingCharge, wageAdjustedAsc, wageAdjustedOpps } from "../../pipelines/rate/derived.ts";
import { type Cents, type FineDollars, ofUnit, type RelativeWeight, scaledInteger } from "../../schemas/units.ts";

const cents = (value: number): Cents => ofUnit<Cents>(value);
const fine = (value: number): FineDollars => ofUnit<FineDollars>(value);
const index = (value: number): RelativeWeight => ofUnit<RelativeWeight>(value);

/** Half up in decimals, to whole cents. */
function halfUp(dollars: Decimal): number {
  return dollars.times(100).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber();
}

describe(limitingCharge, () => {
  it("is 1.0925 x the rounded fee", () => {
    // 1,773.92 x 1.0925 = 1,938.0076; 0.02 x 1.0925 = 0.02185; 0.20 x 1.0925 = 0.2185
    expect([177_392, 2, 20].map((fee) => scaledInteger(limitingCharge(cents(fee))))).toEqual([193_801, 2, 22]);
  });

  it("rounds a tie up", () => {
    // 2.00 x 1.0925 = 2.185
    expect(scaledInteger(limitingCharge(cents(200)))).toBe(219);
  });
});

describe("wage adjustment", () => {
  it("gives CMS's own example: APC 5301 in Florida at 1.0369", () => {
    // 926.63 x (0.60 x 1.0369 + 0.40) = 926.63 x 1.02214 = 947.1455882
    expect(scaledInteger(wageAdjustedOpps(fine(9_266_300), index(10_369)))).toBe(94_715);
  });

  it("takes half of an ASC rate as labour", () => {
    // 1,644.87 x (0.50 x 1.7522 + 0.50) = 1,644.87 x 1.3761 = 2,263.505607
    expect(scaledInteger(wageAdjustedAsc(fine(16_448_700), index(17_522)))).toBe(226_351);
  });

  it("leaves every rate as it is at an index of 1", () => {
    expect(scaledInteger(wageAdjustedOpps(fine(33_428_700), index(10_000)))).toBe(334_287);
    expect(scaledInteger(wageAdjustedAsc(fine(33_428_700), index(10_000)))).toBe(334_287);
  });

  it("equals the same rule in decimals, for any rate and index", () => {
    fc.assert(
      fc.property(fc.nat(999_999_999), fc.integer({ min: 1000, max: 30_000 }), (rate, wage) => {
        const dollars = new Decimal(rate).div(10_000);
        const wi = new Decimal(wage).div(10_000);
        expect(scaledInteger(wageAdjustedOpps(fine(rate), index(wage)))).toBe(
          halfUp(dollars.times(wi.times("0.6").plus("0.4"))),
        );
        expect(scaledInteger(wageAdjustedAsc(fine(rate), index(wage)))).toBe(
          halfUp(dollars.times(wi.times("0.5").plus("0.5"))),
        );
      }),
    );
  });
});
