import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatScaled, formatTrimmed, parseScaled } from "../../schemas/scaled.ts";

describe(parseScaled, () => {
  it.each([
    ["7.15", 2, 715],
    [".00", 2, 0],
    ["1", 3, 1000],
    ["33.4009", 4, 334009],
    ["1.500", 2, 150],
  ])("reads %s at scale %i as %i", (text, scale, expected) => {
    expect(parseScaled(text, scale)).toBe(expected);
  });

  it.each([
    ["", 2],
    [".", 2],
    ["7.155", 2],
    ["-1", 2],
    ["1e3", 2],
    ["7,15", 2],
    ["1.2.3", 2],
    ["9999999999999999", 0],
  ])("refuses %j at scale %i", (text, scale) => {
    expect(parseScaled(text, scale)).toBeUndefined();
  });

  it("agrees with decimal.js for every text it accepts", () => {
    fc.assert(
      fc.property(fc.nat(9_999_999), fc.nat(99), (whole, cents) => {
        const text = `${whole}.${String(cents).padStart(2, "0")}`;
        expect(parseScaled(text, 2)).toBe(new Decimal(text).times(100).toNumber());
      }),
    );
  });
});

describe(formatScaled, () => {
  it("is the inverse of parseScaled", () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 0, max: 6 }), (value, scale) => {
        expect(parseScaled(formatScaled(value, scale), scale)).toBe(value);
      }),
    );
  });

  it("pads below one", () => {
    expect(formatScaled(7, 2)).toBe("0.07");
  });
});

describe(formatTrimmed, () => {
  it.each([
    [33_428_700, 2, "3342.87"],
    [8_350, 2, "0.835"],
    [239_074, 2, "23.9074"],
    [292_047, 0, "29.2047"],
    [500_600, 0, "50.06"],
  ])("prints %i ten-thousandths with at least %i decimals as %s", (value, least, expected) => {
    expect(formatTrimmed(value, 4, least)).toBe(expected);
  });
});
