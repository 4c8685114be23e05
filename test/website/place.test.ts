import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { CountiesByName } from "../../pipelines/read/counties-by-name.ts";
import { openRelease } from "../../pipelines/read/index.ts";
import type { OpenedRelease } from "../../pipelines/read/types.ts";
import { partsFor, placeAsTyped } from "../../pipelines/website/browser/place.ts";
import type { AddedFile } from "../support/excerpt-copy.ts";
import { buildEdited } from "../support/excerpt-copy.ts";
import { readerOfBuild } from "../support/reader-answers.ts";

const OUT = fileURLToPath(new URL("../../out", import.meta.url));

/** One ZIP code that CMS's file decides, and one that only the ZIP+4 code does. */
const ZIP5: AddedFile = {
  family: "zip",
  role: "zip5",
  name: "ZIP5_JAN2025.csv",
  text: `STATE,ZIP CODE,CARRIER,LOCALITY,RURAL IND,LAB CB LOCALITY,RURAL IND2,PLUS 4 FLAG,PART B DRUG INDICATOR,YEAR/QTR
CA,94110,01112,05,,Z1,,0,,20251
CA,94303,01112,05,,Z1,,1,,20251
GA,30301,10212,01,,Z1,,0,,20251
GA,30301,10212,99,,Z1,,0,,20251
`,
};

const counties = new CountiesByName(JSON.parse(readFileSync(`${OUT}/2025A/reader-counties.json`, "utf8")) as object);
let bare: OpenedRelease;
let release: OpenedRelease;
beforeAll(async () => {
  const { outputs } = await buildEdited("2025A", {}, undefined, { added: [ZIP5] });
  release = await readerOfBuild(outputs);
  bare = await openRelease(`${OUT}/2026A`);
});

const named = (name: string) => counties.named(name);
const found = (text: string, of = release) => placeAsTyped(of, text);
function why(text: string, of = release) {
  const place = found(text, of);
  if (place.kind === "place") throw new Error(`${text} is ${place.title}`);
  return { ...place, among: place.among.map((each) => each.label) };
}

describe("a place that is taken without a question", () => {
  it.each([
    // CMS's 25LOCCO, row 112: 13202 01 NEW YORK MANHATTAN, county NEW YORK
    ["New York, NY", "1320201", "MANHATTAN, NY"],
    ["Rest of New York, NY", "1328299", "REST OF NEW YORK, NY"],
    ["manhattan, ny", "1320201", "MANHATTAN, NY"],
    ["New York, New York", "1320201", "MANHATTAN, NY"],
    ["1320201", "1320201", "MANHATTAN, NY"],
    ["13202-01", "1320201", "MANHATTAN, NY"],
    [" 13202 01 ", "1320201", "MANHATTAN, NY"],
    ["National", "national", "national"],
    ["", "national", "national"],
  ])("%s", (text, locality, title) => {
    expect(found(text)).toMatchObject({ kind: "place", locality, title });
  });

  it("is a ZIP code, with its last four digits or without", () => {
    expect(found("94110")).toMatchObject({ locality: "0111205" });
    expect(found("94110-1234")).toMatchObject({ locality: "0111205" });
    expect(partsFor("94110")).toEqual(["reader-zips"]);
    expect(partsFor("New York, NY")).toEqual(["reader-counties"]);
    expect(partsFor("0111205")).toEqual([]);
  });
});

describe("a place that is not taken", () => {
  it("is a part of a name, even where one locality has it", () => {
    expect(why("Manhattan")).toMatchObject({ kind: "reason", among: ["MANHATTAN, NY"] });
    expect(why("Georgia").among).toEqual(["ATLANTA, GA", "REST OF GEORGIA, GA"]);
    expect(why("Texas").among).toContain("HOUSTON, TX");
  });

  it("is a county where the county file is missing: the localities of its state are there to choose", () => {
    const { text, short, among } = why("New York, NY", bare);
    expect(text).toBe("This site does not have CMS's county file of 2026A. Choose a locality.");
    expect(short).toBe("no county file");
    expect(among).toEqual([
      "MANHATTAN, NY",
      "NYC SUBURBS/LONG ISLAND, NY",
      "POUGHKPSIE/N NYC SUBURBS, NY",
      "QUEENS, NY",
      "REST OF NEW YORK, NY",
    ]);
  });

  it("names the ZIP code that was not found, and says what to do", () => {
    expect(why("94111").text).toBe(
      "CMS's ZIP code file of 2025A does not have 94111. Check the ZIP code, or choose a locality.",
    );
    expect(why("94110", bare)).toMatchObject({ short: "no ZIP code file" });
    expect(why("94110", bare).among).toHaveLength(bare.localities.length);
  });

  it("is a ZIP code that only its last four digits decide: ratebook does not have that file", () => {
    const { text, among } = why("94303-1234");
    expect(text).toMatch(
      /^94303: .*only the ZIP\+4 code decides\. CMS's ZIP code file has it in SAN FRANCISCO.*, and ratebook has no ZIP\+4 file\./,
    );
    // The row of the file first, then the other localities of California
    expect(among[0]).toMatch(/^SAN FRANCISCO-OAKLAND-BERKELEY/);
    const ofCalifornia = release.localities.filter(({ state }) => state === "CA");
    expect(among).toHaveLength(ofCalifornia.length);
  });

  it("is a ZIP code that two localities have: both are named", () => {
    const { text, among } = why("30301");
    expect(text).toBe(
      "30301: several localities have it: ATLANTA, GA; REST OF GEORGIA, GA. Choose the locality of the address.",
    );
    expect(among).toEqual(["ATLANTA, GA", "REST OF GEORGIA, GA"]);
  });

  it.each(["Kings", "Kings County", "kings cnty"])("is a county of two states: %s", (text) => {
    const place = placeAsTyped(release, text, named);
    // FIPS 06031 and 36047
    expect(place).toMatchObject({ kind: "reason", text: `"${text}" may be more than one county. Choose one.` });
    expect("among" in place && place.among).toEqual([
      { label: "Kings, CA (county)", text: "Kings, CA" },
      { label: "Kings, NY (county)", text: "Kings, NY" },
    ]);
  });

  it("is a county without its state, even where one state has it", () => {
    expect(placeAsTyped(release, "Alameda County", named)).toMatchObject({
      text: '"Alameda County" is a county without its state. Choose one.',
      among: [{ text: "Alameda, CA" }],
    });
  });

  it("is a name that localities and counties have", () => {
    const place = placeAsTyped(release, "Marin", named);
    expect(place).toMatchObject({ text: '"Marin" may be more than one locality or county. Choose one.' });
    const labels = "among" in place ? place.among.map(({ label }) => label) : [];
    expect(labels).toEqual([expect.stringMatching(/MARIN.*, CA$/), "Marin, CA (county)"]);
  });

  it("is a county with something that is no state", () => {
    expect(why("Kings, N").text).toBe('"N" is not a state or territory. Choose a locality.');
  });

  it.each(["9", "9411", "941101", "94110-", "94110-123"])("is half a number, which waits: %s", (text) => {
    expect(why(text)).toMatchObject({ kind: "half", among: [] });
  });
});
