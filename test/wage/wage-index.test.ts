import { describe, expect, it } from "vitest";
import { scaledInteger, type WageIndex } from "../../schemas/units.ts";
import { buildEdited } from "../support/excerpt-copy.ts";

describe("wage index of an excerpt", () => {
  it("keeps both values of an area that stands twice, and marks them", async () => {
    const { book } = await buildEdited("2025A", {});
    const alabama = book.wages?.filter(({ row }) => row.cbsa === "01") ?? [];
    expect(alabama.map(({ row }) => scaledInteger(row.wageIndex as WageIndex))).toEqual([6471, 7158]);
    expect(book.wages?.filter((each) => each.ambiguous)).toEqual(alabama);
  });
});
