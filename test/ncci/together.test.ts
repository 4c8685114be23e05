import { describe, expect, it } from "vitest";
import { TogetherDocument } from "../../schemas/out/together.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";
import { ratebookHere } from "../support/in-process.ts";
import { folderOfApril, writeApril } from "../support/ncci-build.ts";
import { addOnText, mueText } from "../support/ncci-files.ts";
import { ptpFiles } from "../support/ptp-files.ts";

/** April 2025 with made-up edits in CMS's layouts, as a folder of built releases. */
async function builtApril(): Promise<string> {
  const out = temporaryFolder();
  const folder = folderOfApril({
    "AOC_V2025Q2-MCR.csv": addOnText(),
    "MCR_MUE_PractitionerServices_Eff_04-01-2025.csv": mueText("practitioner"),
    ...ptpFiles(),
  });
  await writeApril(out, folder);
  return out;
}

describe("together with NCCI edits", () => {
  it("answers two codes: edit, indicator with the modifiers that count, add-on relation, units", async () => {
    const out = await builtApril();
    const asked = async (...words: readonly string[]): Promise<TogetherDocument> => {
      const { stdout } = await ratebookHere("together", ...words, "--out", out, "--json");
      return TogetherDocument.parse(JSON.parse(stdout));
    };
    const imaging = await asked("22511", "77012");
    expect(imaging.edits).toMatchObject([
      { setting: "practitioner", column1: "22511", column2: "77012", modifierIndicator: "1", effective: "2015-01-01" },
    ]);
    expect(imaging.edits[0]?.modifiers).toEqual(expect.arrayContaining(["59", "XS", "LT"]));
    // Row 9 of part 3: six rows of notice and heading, then 20225 and 22510.
    expect(imaging.edits[0]?.cells).toMatchObject({ file: "ccipra-v311r0-f3.txt", row: 9 });
    expect((await asked("22510", "22511")).edits).toMatchObject([{ modifierIndicator: "0", modifiers: [] }]);
    const all = await asked("22511");
    expect(all.edits.map(({ column1, column2 }) => `${column1} ${column2}`)).toEqual([
      ...["22315 22511", "22511 20225", "22511 22510", "22511 77012", "22514 22511"],
    ]);
    expect(all.addOns.map(({ addOn, primary }) => [addOn, primary])).toContainEqual(["22512", "22511"]);
    expect(all.units).toMatchObject([{ hcpcs: "22511", of: "practitioner", value: 1 }]);
    // The release has no relative values, no addenda of the rule and of ASCs, and no edits of hospitals.
    expect(all.missing.map(({ what }) => what)).toEqual([
      "OPPS Addendum J",
      "ASC combination codes",
      "MUE, outpatient hospitals",
      "NCCI procedure-to-procedure edits of 22511, outpatient hospitals",
    ]);
    const { stdout } = await ratebookHere("together", "22511", "--out", out);
    expect(stdout).toContain("practitioner, not paid beside 22511, 0: never paid together");
    expect(stdout).toContain("22511 is a primary code of 22512.");
    const two = await ratebookHere("together", "22512", "22511", "--out", out);
    expect(two.stdout).toContain("22512 is an add-on code. 22511 is one of its primary codes.");
    const other = await ratebookHere("together", "22512", "77002", "--out", out);
    expect(other.stdout.replace(/\s+/g, " ")).toContain(
      "77002 is none of its primary codes, so it is not paid with that code alone.",
    );
  });

  it("names the files that the release was built without, and where CMS posts them", async () => {
    const { stdout } = await ratebookHere("together", "22511", "22512", "--out", "out", "--release", "2025A", "--json");
    const { missing, addOns, units, edits } = TogetherDocument.parse(JSON.parse(stdout));
    expect([addOns, units, edits]).toEqual([[], [], []]);
    const [, ofNcci] = missing;
    expect(missing).toHaveLength(2);
    expect(ofNcci?.message).toMatch(/CMS posts .*https:\/\/www\.cms\.gov\/.*--with ncci/);
  });
});
