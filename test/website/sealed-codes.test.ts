import { describe, expect, it } from "vitest";
import { KnownCodes, sealCodes } from "../../pipelines/website/sealed-codes.ts";

const numbered = (count: number, digits: number, letter = ""): string[] =>
  Array.from({ length: count }, (_, number) => `${String(number).padStart(digits, "0")}${letter}`);

/** Every code that the AMA could give: 100,000 of five digits, 40,000 with F, T, U or M, 1,000 with A. */
const POSSIBLE = [
  ...numbered(100_000, 5),
  ...["F", "T", "U", "M"].flatMap((letter) => numbered(10_000, 4, letter)),
  ...numbered(1000, 4, "A"),
];

describe("sealed codes", () => {
  it("have a token each, no two the same", () => {
    const tokens = POSSIBLE.map(sealCodes);
    expect(tokens).toHaveLength(141_000);
    expect(new Set(tokens).size).toBe(141_000);
    expect(tokens.filter((token) => !/^~[0-9a-z]{11}$/.test(token))).toEqual([]);
  });

  it("are found as keys of rows and in words, and nothing else is", () => {
    const text = "22511-26, *22512 and 0101T; G0439, C7505, 2025A, 1773.92, 33.40090, A22511";
    const sealed = sealCodes(text);
    expect(sealed).toMatch(/^~\w{11}-26, \*~\w{11} and ~\w{11}; G0439, C7505, 2025A, 1773\.92, 33\.40090, A22511$/);
    const known = new KnownCodes();
    known.add(["22511", "22512", "0101T"]);
    expect(known.open(sealed)).toBe(text);
  });

  it("stay sealed where no file has the code", () => {
    const known = new KnownCodes();
    expect(known.add(["22511"])).toBe(true);
    expect(known.add(["22511"])).toBe(false);
    expect(known.open(sealCodes("22512-26"))).toBe(`${sealCodes("22512")}-26`);
    expect(known.open(sealCodes("22511 and 22512"))).toBe("22511 and another code");
  });
});
