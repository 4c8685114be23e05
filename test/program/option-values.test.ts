import { describe, expect, it } from "vitest";
import { collectReleases, releaseAsTyped } from "../../scripts/program/option-values.ts";

describe(releaseAsTyped, () => {
  it.each([
    ["2026A", "2026A"],
    ["2026a", "2026A"],
    ["26A", "2026A"],
    ["24ar", "2024AR"],
    ["22d-opps1", "2022D-opps1"],
    ["2022D-OPPS1", "2022D-opps1"],
    ["2026E", "2026E"],
    ["old/2026a", "old/2026a"],
    ["", ""],
  ])("reads %j as %j", (typed, name) => {
    expect(releaseAsTyped(typed)).toBe(name);
  });
});

describe(collectReleases, () => {
  it("reads each of several, repeated or in a list", () => {
    expect(collectReleases("26B,2026C", collectReleases("26a"))).toEqual(["2026A", "2026B", "2026C"]);
  });
});
