import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { openRelease } from "../../pipelines/read/index.ts";
import type { AddedFile } from "../support/excerpt-copy.ts";
import { buildEdited } from "../support/excerpt-copy.ts";
import { readerOfBuild } from "../support/reader-answers.ts";

const OUT = fileURLToPath(new URL("../../out", import.meta.url));
const HEADING =
  "STATE,ZIP CODE,CARRIER,LOCALITY,RURAL IND,LAB CB LOCALITY,RURAL IND2,PLUS 4 FLAG,PART B DRUG INDICATOR,YEAR/QTR";

/** Four ZIP codes as CMS's ZIP5 file has them: one plain, one divided, one in two localities. */
const ZIP5: AddedFile = {
  family: "zip",
  role: "zip5",
  name: "ZIP5_JAN2025.csv",
  text: `${[
    HEADING,
    "CA,94110,01112,05,,Z1,,0,,20251",
    "CA,94303,01112,05,,Z1,,1,,20251",
    "CA,94304,01112,05,,Z1,,0,,20251",
    "CA,94304,01112,52,,Z1,,0,,20251",
    "NY,10001,13202,01,,Z1,,0,,20251",
  ].join("\n")}\n`,
};

async function withZips() {
  const { outputs, problems } = await buildEdited("2025A", {}, undefined, { added: [ZIP5] });
  expect(problems).toEqual([]);
  return readerOfBuild(outputs);
}

describe("a ZIP code", () => {
  it("is found in its locality, written with five digits or nine", async () => {
    const release = await withZips();
    for (const zip of ["94110", "94110-1234", "941101234"])
      expect(release.placeOfZip(zip)).toMatchObject({ kind: "locality", key: "0111205", state: "CA" });
    expect(release.placeOfZip("10001")).toMatchObject({ foundBy: "ZIP 10001, by CMS's ZIP5 file of 2025Q1" });
    const asked = { code: "22511", setting: "office" } as const;
    // Manhattan: 7.33 x 1.065 + 43.46 x 1.166 + 1.04 x 1.656 = 60.20305; x 32.3465 = 1947.357956825
    expect(release.rate({ ...asked, zip: "10001" })).toMatchObject({ value: "1947.36", locality: "1320201" });
    expect(release.rate({ ...asked, zip: "94303" })).toMatchObject({ reason: "ambiguous-zip", locality: null });
  });

  it.each([
    ["94303", "ambiguous-zip", ["0111205"], true, /parts of it are in other localities, and only the ZIP\+4 code/],
    ["94304", "ambiguous-zip", ["0111205", "0111252"], false, /several localities have it/],
    ["94111", "unknown-zip", [], false, /ZIP5 file does not have the ZIP code/],
    ["9411", "unknown-zip", [], false, /"9411" is not a ZIP code/],
  ])("%s is %s", async (zip, reason, keys, plusFour, text) => {
    const found = (await withZips()).placeOfZip(zip);
    expect(found).toMatchObject({ kind: "reason", reason, plusFour, text: expect.stringMatching(text) });
    expect(found.kind === "reason" && found.among.map(({ key }) => key)).toEqual(keys);
  });
});

describe("a county", () => {
  const opened = openRelease(`${OUT}/2025A`, { counties: true, zips: true });

  it.each([
    ["Marin, CA", "0111252"],
    ["San Francisco County, California", "0111205"],
    ["Manhattan County, NY", undefined],
  ])("%s", async (county, key) => {
    const found = (await opened).placeOfCounty(county);
    expect(found.kind === "locality" ? found.key : undefined).toBe(key);
  });

  it("is kept apart from a name that is not one, and from a city", async () => {
    const release = await opened;
    const none = (county: string) => {
      const found = release.placeOfCounty(county);
      return found.kind === "reason" ? [found.reason, found.text] : [];
    };
    expect(none("Nowhere, CA")).toEqual(["unknown-county", expect.stringContaining('"Nowhere" is not a county')]);
    expect(none("Marin")).toEqual(["unknown-county", '"Marin" has no state']);
    expect(none("Oakland, CA")).toEqual(["unknown-county", expect.stringContaining("city or borough in Alameda")]);
    expect(release.rate({ code: "22511", setting: "office", county: "Marin, CA" })).toMatchObject({
      locality: "0111252",
    });
  });
});
