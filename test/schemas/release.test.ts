import { describe, expect, it } from "vitest";
import { embeddedFolder, releaseIn } from "../../pipelines/sources/excerpts.ts";
import { Release } from "../../schemas/source/release.ts";

const RELEASE = releaseIn(embeddedFolder("2025A"));
const [PFS, ...OTHERS] = RELEASE.publications as [Release["publications"][0], ...Release["publications"]];
const RVU = PFS.files.find(({ role }) => role === "rvu") as (typeof PFS.files)[0];

function messages(publications: Release["publications"]): string[] {
  const { error } = Release.safeParse({ ...RELEASE, publications });
  return error?.issues.map(({ message }) => message) ?? [];
}

describe("a release's registry entry", () => {
  it("refuses a table in two publications, of which the second would never be read", () => {
    const again = { ...PFS, label: "RVU25A again", files: [RVU] };
    expect(messages([PFS, again, ...OTHERS])).toEqual([
      `the rvu table is registered in RVU25A and again in RVU25A again (${RVU.name}): only one can be read; remove the other`,
    ]);
  });

  it("refuses a table twice in one format", () => {
    const files = [...PFS.files, { ...RVU, name: "again.csv" }];
    expect(messages([{ ...PFS, files }, ...OTHERS])).toEqual([
      "the rvu table is registered twice in RVU25A (again.csv): only one can be read; remove the other",
    ]);
  });

  it("takes a table in several formats", () => {
    const files = [...PFS.files, { ...RVU, name: "PPRRVU25_JAN.txt" }, { ...RVU, name: "PPRRVU25_JAN.xlsx" }];
    expect(messages([{ ...PFS, files }, ...OTHERS])).toEqual([]);
  });
});
