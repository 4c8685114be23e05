import { describe, expect, it } from "vitest";
import { differenceOf, layered } from "../../pipelines/sources/layers.ts";

const LAYOUT = {
  id: "gpci",
  columns: [
    { field: "mac", headings: ["MAC"], pad: 5 },
    { field: "peGpci", headings: ["PE GPCI"] },
  ],
  headerless: ["mac", "peGpci"],
};

describe("layered", () => {
  it("adds a heading to a column, a column to a layout, and keeps what is not mentioned", () => {
    const own = {
      columns: [
        { field: "peGpci", headings: ["PE GPCI", "Practice"] },
        { field: "new", headings: ["NEW"] },
      ],
    };
    expect(layered(LAYOUT, own)).toEqual({
      ...LAYOUT,
      columns: [
        { field: "mac", headings: ["MAC"], pad: 5 },
        { field: "peGpci", headings: ["PE GPCI", "Practice"] },
        { field: "new", headings: ["NEW"] },
      ],
    });
  });

  it("takes the registry's entry for the shipped one with the same identity, and adds the others", () => {
    const shipped = {
      note: "n",
      factors: [{ schedule: "opps", from: "2026-01-01", to: "2026-12-31", value: "91.415" }],
    };
    const own = {
      factors: [
        { schedule: "opps", from: "2026-01-01", to: "2026-12-31", value: "91.416" },
        { schedule: "asc", from: "2026-01-01", to: "2026-12-31", value: "56.322" },
      ],
    };
    expect(layered(shipped, own)).toEqual({ note: "n", ...own });
  });

  it("adds the value of an indicator inside the indicator", () => {
    const shipped = { indicators: [{ field: "globalDays", codes: [{ code: "000", short: "0 days" }] }] };
    const own = { indicators: [{ field: "globalDays", codes: [{ code: "ABC", short: "new" }] }] };
    expect(layered(shipped, own)).toEqual({
      indicators: [
        { field: "globalDays", codes: [...(shipped.indicators[0]?.codes ?? []), { code: "ABC", short: "new" }] },
      ],
    });
  });

  it("takes the registry's list for one whose entries have no identity", () => {
    expect(layered(LAYOUT, { headerless: ["peGpci", "mac"] })).toMatchObject({ headerless: ["peGpci", "mac"] });
  });
});

describe("differenceOf", () => {
  it("has what is new, from which layered makes the document again", () => {
    const changed = { ...LAYOUT, columns: [...LAYOUT.columns, { field: "new", headings: ["NEW"] }] };
    const difference = differenceOf(LAYOUT, changed);
    expect(difference).toEqual({ columns: [{ field: "new", headings: ["NEW"] }] });
    expect(layered(LAYOUT, difference)).toEqual(changed);
  });

  it("is the whole document where nothing was shipped", () => {
    expect(differenceOf(undefined, LAYOUT)).toEqual(LAYOUT);
  });
});
