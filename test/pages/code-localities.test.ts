import { describe, expect, it } from "vitest";
import { pageOf, texts } from "../support/edited-page.ts";

describe("localities of a file of GPCIs without states, as until 2020", () => {
  const page = pageOf("22511", "2026A", ({ document }) => {
    for (const locality of document.localities) locality.state = null;
  });

  it("are named by their names alone, in a table and in no map", () => {
    const said = texts(page, "p").join(" ");
    expect(said).toMatch(/From \$1,545\.18 \(ARKANSAS\) to \$2,446\.33 \([^,]*\)/);
    expect(said).toMatch(/does not name states in this release/);
    expect(page.querySelector("[id^='cartogram']")).toBeNull();
    expect(texts(page, "th")).toEqual(expect.arrayContaining(["Locality", "MAC and number"]));
    expect(texts(page, "th")).not.toContain("State");
    expect(pageOf("22511", "2026A").querySelector("[id^='cartogram']")).not.toBeNull();
  });
});
