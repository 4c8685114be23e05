import { describe, expect, it } from "vitest";
import { divided, millsText, RevenueSum } from "../../pipelines/answers/portfolio/revenue.ts";

describe("revenue", () => {
  it("has two decimals, three where mills are left, and no minus zero", () => {
    expect([0n, -5n, 125n, -5920n, 1_234_500n, 10n ** 20n].map(millsText)).toEqual([
      "0.00",
      "-0.005",
      "0.125",
      "-5.92",
      "1234.50",
      "100000000000000000.00",
    ]);
  });

  it("is divided half away from zero", () => {
    expect([5n, -5n, 4n, -4n].map((value) => divided(value, 10n))).toEqual([1n, -1n, 0n, 0n]);
  });

  it("tells percents of what was before, and none of nothing", () => {
    const sum = (before: bigint, after: bigint): string | null =>
      new RevenueSum().add({ count: 1n, before, after, effects: new Map(), explained: {} }).published().percent;
    // 97.40 of 1,676.52 is 5.8096 percent; -0.00004 of 1 is less than half a hundredth of a percent.
    expect([sum(1_676_520n, 1_773_920n), sum(1000n, 900n), sum(0n, 1n), sum(100_000n, 99_996n)]).toEqual([
      "5.81",
      "-10.00",
      null,
      "0.00",
    ]);
  });
});
