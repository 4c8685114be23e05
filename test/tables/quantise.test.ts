import { describe, expect, it } from "vitest";
import { quantise } from "../../pipelines/tables/quantise.ts";

describe(quantise, () => {
  it.each([
    ["119.53700000000001", 3, "119.537", false],
    ["3342.8699999999999", 2, "3342.87", false],
    ["28.767", 4, "28.7670", false],
    ["0", 2, "0.00", false],
    ["433.02448321360504", 2, "433.02", true],
    ["7.155", 2, "7.16", true],
    ["7", 0, "7", false],
    ["12.5", 1, "12.5", false],
    ["007.5", 2, "7.50", false],
    ["-7.5", 2, "-7.50", false],
    ["7.500", 2, "7.50", false],
  ])("%s at %i decimals is %s, lossy: %s", (text, decimals, expected, lossy) => {
    expect(quantise(text, decimals)).toEqual({ text: expected, lossy });
  });

  it.each([["."], ["G2"], [""], ["$1.00"]])("leaves %j to the row's schema", (text) => {
    expect(quantise(text, 2)).toBeUndefined();
  });
});
