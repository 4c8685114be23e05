import { describe, expect, it } from "vitest";
import { otherRevisions, registeredRelease, releaseName, windowOf } from "../../pipelines/inputs/registry.ts";
import { parseReleaseName } from "../../pipelines/inputs/release-id.ts";

describe(parseReleaseName, () => {
  it.each([
    ["2026A", { base: "2026A", letters: "A", quarter: 1 }],
    ["2024AR", { base: "2024AR", letters: "AR", quarter: 1 }],
    ["2012M", { base: "2012M", letters: "M", quarter: 1 }],
    ["2010CPCT22", { base: "2010CPCT22", letters: "CPCT22", quarter: 3 }],
    ["2022D-opps1", { base: "2022D", letters: "D", quarter: 4 }],
  ])("%s", (id, expected) => {
    expect(parseReleaseName(id)).toMatchObject(expected);
  });

  it.each(["26A", "2026", "2026E", "2026A-zip1", "2026A-opps", "2026A opps1", ""])("refuses %s", (id) => {
    expect(parseReleaseName(id)).toBeUndefined();
    expect(() => releaseName(id)).toThrow(/not a name of a release/);
  });
});

describe("revisions of one release", () => {
  const publication = (id: string, family: string) =>
    registeredRelease(id).publications.find((each) => each.family === family);

  it("builds the latest posting by the plain name and every other by its own, and links them by those", () => {
    expect(publication("2022D", "opps")?.revision).toMatchObject({ number: 2, of: 2, supersedes: "2022D-opps1" });
    expect(publication("2022D-opps1", "opps")?.revision).toMatchObject({ number: 1, supersededBy: "2022D" });
    expect(publication("2020A-opps1", "opps")?.revision.supersededBy).toBe("2020A");
    expect(publication("2026B-pfs1", "pfs")?.revision.supersededBy).toBe("2026B");
    expect(publication("2022D", "opps")?.posted).toBe("2022-11-14");
    expect(otherRevisions("2022D")).toEqual(["2022D-opps1"]);
    expect(otherRevisions("2020A")).toEqual(["2020A-opps1"]);
    expect(otherRevisions("2026B")).toEqual(["2026B-pfs1"]);
  });

  it("prefers what the registry prefers, with its reason", () => {
    expect(publication("2025A", "asc")?.revision).toMatchObject({ number: 1, of: 2, supersededBy: "2025A-asc2" });
    expect(publication("2025A-asc2", "asc")?.revision).toMatchObject({ number: 2, supersedes: "2025A" });
    expect(publication("2025A-asc2", "asc")?.files[0]?.copy).toBe("2025Q1-corrected/AA.csv");
  });

  it("refuses a revision that is not there", () => {
    expect(() => registeredRelease("2022D-opps3")).toThrow(/has 2 registered revisions, .* picks number 3/);
  });

  it("knows the days of a release from CMS's calendar", () => {
    expect(windowOf(releaseName("2024A"))).toEqual({ from: "2024-01-01", to: "2024-03-08" });
    expect(windowOf(releaseName("2024AR"))).toEqual({ from: "2024-03-09", to: "2024-03-31" });
    expect(windowOf(releaseName("2039B"))).toEqual({ from: "2039-04-01", to: "2039-06-30" });
  });
});
