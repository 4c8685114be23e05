import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { divideHalfUp } from "../../pipelines/rules/rounding.ts";

describe(divideHalfUp, () => {
  it.each([
    [49, 0],
    [50, 1],
    [149, 1],
    [150, 2],
  ])("%i hundredths are %i", (value, expected) => {
    expect(divideHalfUp(value, 100)).toBe(expected);
  });

  it("equals the integer division of BigInt up to the largest exact double", () => {
    const largest = Number.MAX_SAFE_INTEGER - 5_000_000;
    fc.assert(
      fc.property(fc.maxSafeNat(), (value) => {
        fc.pre(value <= largest);
        const expected = (BigInt(value) + 5_000_000n) / 10_000_000n;
        expect(BigInt(divideHalfUp(value, 10_000_000))).toBe(expected);
      }),
      { numRuns: 5_000 },
    );
  });

  it("refuses what a double cannot hold", () => {
    expect(() => divideHalfUp(Number.MAX_SAFE_INTEGER, 100)).toThrow(RangeError);
  });
});
