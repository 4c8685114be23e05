import { describe, expect, it } from "vitest";
import { joinContinued } from "../../pipelines/tables/continued-rows.ts";

const HEADING = { texts: ["key", "words"], keyColumn: 0, firstRow: 1, lastRow: 1 };
const joined = (rows: readonly (readonly string[])[]) =>
  joinContinued({ rows: [["key", "words"], ...rows], floats: false }, HEADING).rows.slice(1);

describe(joinContinued, () => {
  it("joins rows without a key to the row above, and keeps their places", () => {
    expect(
      joined([
        ["A", "one"],
        ["", "  two "],
        ["", ""],
        ["", "three"],
        ["B", "four"],
      ]),
    ).toEqual([["A", "one two three"], [], [], [], ["B", "four"]]);
  });

  it("leaves a note alone, what follows it, and what has no row above", () => {
    const rows = [
      ["", "above all"],
      ["A", "one"],
      ["", "* a note"],
      ["", "more of it"],
    ];
    expect(joined(rows)).toEqual(rows);
  });
});
