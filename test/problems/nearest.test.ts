import { describe, expect, it } from "vitest";
import { didYouMean } from "../../pipelines/problems/nearest.ts";

const SETTINGS = ["office", "facility", "hopd"];

describe(didYouMean, () => {
  it.each([
    ["facilty", '; did you mean "facility"?'],
    ["OFICE", '; did you mean "office"?'],
    ["price", ""],
    ["ho", ""],
  ])("%s", (word, said) => {
    expect(didYouMean(word, SETTINGS)).toBe(said);
  });

  it("says nothing where nothing is known", () => {
    expect(didYouMean("office", [])).toBe("");
  });
});
