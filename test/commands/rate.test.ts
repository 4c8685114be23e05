import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ratePartsOf } from "../../schemas/out/rate-parts.ts";
import { type RateArguments, rate } from "../../scripts/commands/rate.ts";
import { BuiltCopy } from "../support/built-copy.ts";
import { ratebookHere } from "../support/in-process.ts";
import { answer, said, setting } from "../support/rate-answers.ts";

const RELEASE = "2026A";
const SAN_FRANCISCO = "0111205";

/** Edits one row of a table, found by how its line begins. */
function edit(copy: BuiltCopy, path: string, beginning: string, change: (row: string) => string): void {
  const text = readFileSync(join(copy.out, RELEASE, path), "utf8");
  const row = text.split("\n").find((line) => line.startsWith(`{${beginning}`)) ?? "";
  copy.write(RELEASE, path, text.replace(row, `${change(row.replace(/,$/, ""))}${row.endsWith(",") ? "," : ""}`));
}

describe(rate, () => {
  it("answers nationally, at every setting, with rules and cells", () => {
    const text = said("22511", { on: "2026-02-14" });
    expect(text).toMatch(
      /22511 in 2026A {2}January 2026, in force 2026-01-01 to 2026-03-31 .*day of service 2026-02-14/,
    );
    // 53.11 x 33.4009 x 1.0925 = 1938.0095654075; 10.82 x 33.4009 x 1.0925 = 394.827028765
    expect(text).toMatch(/office +physician +\$1,773\.92 +\$1,938\.01 +(\$1,782\.77 +)?pfs\.national-amount +1/);
    expect(text).toMatch(/hospital outpatient +facility +\$3,342\.87 +printed by CMS +2/);
    expect(text).toMatch(/physician +\$361\.40 +\$394\.83/);
    // 3,342.87 + 361.40; 1,644.87 + 361.40
    expect(text).toMatch(/total +\$3,704\.27[\s\S]*total +\$2,006\.27/);
    expect(text).toMatch(/F9 WORK RVU, G9 NON-FAC PE RVU, K9 MP RVU, Z9 CONV FACTOR, I9 FACILITY PE RVU/);
    expect(text).toContain("! Since 2026 there are two conversion factors. Amounts use 33.4009");
    expect(text).not.toContain("\u001b[");
  });

  it("gives the reason of site-of-service for a code that the ASC addenda lack", () => {
    const copy = new BuiltCopy();
    const path = join(copy.out, RELEASE, "site-of-service.json");
    const asc = '"hcpcs":"22526"';
    const text = readFileSync(path, "utf8");
    const line = text.split("\n").find((each) => each.includes(asc)) ?? "";
    expect(line).toContain("not-on-asc-list");
    const changed = text.replace(line, line.replaceAll("not-on-asc-list", "excluded-from-asc"));
    copy.write(RELEASE, "site-of-service.json", changed);
    const { facility } = setting(answer("22526", { out: copy.out }), "asc");
    expect(facility?.rate).toEqual({ value: null, reason: "excluded-from-asc" });
  });

  it("answers in one locality, and gives no sum of a national rate and a local fee", () => {
    const { office, asc } = Object.fromEntries(
      answer("22511", { release: "2025A", locality: "1320201" }).settings.map((each) => [each.setting, each]),
    );
    // Manhattan: 7.33 x 1.065 + 43.46 x 1.166 + 1.04 x 1.656 = 60.20305; x 32.3465 = 1947.357956825
    expect(office).toMatchObject({
      nonFacility: { value: "1947.36", rule: "pfs.locality-amount", cells: [{ row: 14 }, { row: 78 }] },
    });
    expect(asc).not.toHaveProperty("total");
  });

  it("takes the professional component in a facility, and names what nobody is paid for", () => {
    const hopd = setting(answer("77012", { setting: "hopd" }), "hopd");
    // 0.46 + 1.46 + 0.09 = 2.01; x 33.4009 = 67.135809
    expect(hopd.physician).toMatchObject({ modifier: "26", fee: { value: "67.14" } });
    expect(hopd.facility?.rate).toEqual({ value: null, reason: "packaged" });
    const technical = answer("77012", { modifier: "TC" });
    // 1.67 x 33.4009 = 55.779503
    expect(setting(technical, "office").physician.fee).toMatchObject({ value: "55.78" });
    expect(setting(technical, "asc").physician.fee).toEqual({ value: null, reason: "technical-component-only" });
    expect(setting(technical, "asc").facility).toBeUndefined();
  });

  it("marks what CMS calls rarely or never done there", () => {
    expect(said("22505")).toMatch(/office +physician +NA \$153\.64[\s\S]*NA: CMS marks the service/);
  });

  it.each([
    [{ on: "2026-11-24" }, /on 2026-11-24 release 2026D is in force .* not built there; built: 2025A, 2026A/],
    [{ on: "2024-03-09" }, /release 2024AR is in force .*; built:/],
    [{ on: "2008-01-01" }, /before the first release that CMS posted/],
    [{ release: "2026B" }, /release 2026B was requested, but it is not built there/],
    [{ out: "nowhere" }, /no release has been built there/],
    [{ on: "2026-01-01", release: "2026A" }, /give only one of --on and --release/],
    [{ locality: SAN_FRANCISCO, zip: "94110" }, /give only one of --zip and --locality/],
    [{ locality: "0111299" }, /not a locality of 2026A; that MAC has 0111205, 0111209, 0111251/],
    [{ locality: "manhatan" }, /no locality of 2026A is named "manhatan"; did you mean "MANHATTAN"\?/],
    [{ locality: "rest of" }, /"rest of" is in the name of 0111275 REST OF CALIFORNIA, CA; /],
    [{ locality: "--" }, /"--" is not a locality of 2026A/],
    [{ locality: "" }, /"" is not a locality of 2026A/],
    [{ locality: "5" }, /"5" is not a locality of 2026A/],
    [{ modifier: "26" }, /22511 has no row with modifier "26"; its modifiers are none/],
    [{ setting: "home" }, /settings are office, hopd, asc/],
    [{ zip: "94110" }, /built without zips\.json/],
    [{ county: "Marin, CA" }, /built without counties\.json/],
    [{ cbsa: "41884" }, /built without wage-index\.json/],
  ])("says what is wrong with %o", (options, message) => {
    const copy = new BuiltCopy();
    copy.write(RELEASE, "wage-index.json", undefined);
    expect(() => said("22511", { out: copy.out, ...options })).toThrow(message);
  });

  it.each([
    ["2251", /"2251" is not a HCPCS code/],
    ["22519", /has the code; similar codes are 22510, 22511, 22512, 22513, 22514, 22515/],
    ["99213", /99213[\s\S]*no source of 2026A, built from an excerpt only, has the code/],
  ])("says what is wrong with the code %s", (code, message) => {
    expect(() => said(code)).toThrow(message);
  });

  it("finds a locality by its name, or by a part that no other name has", () => {
    const byKey = said("22511", { locality: "1320201" });
    for (const locality of ["Manhattan", "MANHATTAN", "manhat"])
      expect(said("22511", { locality })).toBe(byKey.replace("by its number", "by its name, MANHATTAN"));
  });

  const ZIP = { state: "CA", rural: "urban" };
  const ZIPS = [
    { zip: "94110", ...ZIP, locality: SAN_FRANCISCO, plusFour: false, row: 3 },
    { zip: "94303", ...ZIP, locality: "0111209", plusFour: true, row: 4 },
  ];

  it("finds a locality by ZIP code, and refuses one that ZIP+4 decides", () => {
    const copy = new BuiltCopy();
    copy.table(RELEASE, "zips", "zip5", ZIPS, { quarter: "2026Q1" });
    for (const zip of ["94110", "94110-1234", "941101234", " 94110 "]) {
      const { place, notes } = answer("22511", { out: copy.out, zip });
      expect(place).toMatchObject({ locality: SAN_FRANCISCO, foundBy: "ZIP 94110, row 3 of CMS's ZIP5 file" });
      expect(notes.filter((note) => note.includes("ZIP"))).toEqual([]);
    }
    const refused = /94303 is assigned to 0111209 in CA \(row 4\), but .* only the ZIP\+4 code decides/;
    for (const zip of ["94303", "94303-1234"]) expect(() => said("22511", { out: copy.out, zip })).toThrow(refused);
    for (const zip of ["9411", "94110-12", "9411012345"])
      expect(() => said("22511", { out: copy.out, zip })).toThrow(
        `"${zip}" is not a ZIP code. Write five digits, or nine`,
      );
    expect(() => said("22511", { out: copy.out, zip: "99999" })).toThrow(
      '"99999" is not a ZIP code of CMS\'s ZIP5 file',
    );
  });

  it("says that the ZIP code file is of another quarter, in text and JSON", () => {
    const copy = new BuiltCopy();
    copy.table(RELEASE, "zips", "zip5", ZIPS, { quarter: "2026Q3" });
    const asked = { out: copy.out, zip: "94110" };
    const note = "The ZIP code is looked up in CMS's ZIP5 file of 2026Q3, since there was none of 2026Q1";
    expect(answer("22511", asked).notes[0]).toContain(note);
    expect(answer("22511", asked).place?.foundBy).toBe("ZIP 94110, row 3 of CMS's ZIP5 file of 2026Q3");
    expect(said("22511", asked)).toContain("! The ZIP code is looked up in CMS's ZIP5 file of 2026Q3");
    expect(answer("22511", { out: copy.out }).notes).toEqual(answer("22511").notes);
  });

  it("finds a locality by county", () => {
    const copy = new BuiltCopy();
    const counties = ["SAN FRANCISCO", "ALAMEDA"];
    copy.table(RELEASE, "counties", "counties", [
      {
        locality: SAN_FRANCISCO,
        state: "CALIFORNIA",
        area: "SF",
        twoCarriers: false,
        coverage: "listed",
        counties,
        row: 8,
      },
    ]);
    const { place } = answer("22511", { out: copy.out, county: "Alameda, CA" });
    expect(place).toMatchObject({
      locality: SAN_FRANCISCO,
      foundBy: expect.stringContaining("row 8 of CMS's county file"),
    });
  });

  it("adjusts the facilities' rates to a CBSA, and refuses one that CMS prints twice", () => {
    const copy = new BuiltCopy();
    copy.table(RELEASE, "wage-index", "wage-index", [
      { cbsa: "41884", name: "San Francisco", wageIndex: "1.7522", row: 5 },
      { cbsa: "12100", name: "Atlantic City", wageIndex: "1.1000", ambiguous: true, row: 6 },
      { cbsa: "12100", name: "Atlantic City", wageIndex: "1.0500", ambiguous: true, row: 7 },
    ]);
    const document = answer("22511", { out: copy.out, cbsa: "41884", locality: SAN_FRANCISCO });
    // 3,342.87 x (0.60 x 1.7522 + 0.40) = 3,342.87 x 1.45132 = 4,851.5740884
    const { facility, total, physician } = setting(document, "hopd");
    expect(facility?.wageAdjusted).toMatchObject({
      value: "4851.57",
      rule: "wage.opps",
      cells: [{}, { row: 5 }],
    });
    // 7.15 x 1.095 + 2.60 x 1.410 + 1.07 x 0.425 = 11.95; x 33.4009 = 399.140755
    expect(physician.fee).toMatchObject({ value: "399.14" });
    // 4,851.57 + 399.14
    expect(total).toMatchObject({ value: "5250.71" });
    // 1,644.87 x (0.50 x 1.7522 + 0.50) = 1,644.87 x 1.3761 = 2,263.505607
    expect(setting(document, "asc").facility?.wageAdjusted).toMatchObject({ value: "2263.51" });
    const refused = /12100 2 times: 1\.1000 \(Atlantic City, row 6\) and 1\.0500 \(Atlantic City, row 7\)/;
    expect(() => said("22511", { out: copy.out, cbsa: "12100" })).toThrow(refused);
    expect(() => said("22511", { out: copy.out, cbsa: "99999" })).toThrow(/"99999" is not a CBSA/);
  });

  it("pays the lesser of fee and OPPS cap, and limits the charge by it; shows the other track", () => {
    const copy = new BuiltCopy();
    // (1.46 x 1.095 + 0.88 x 1.410 + 0.10 x 0.425) x 33.4009 = 96.2613938; nationally 2.44 x 33.4009 = 81.498196
    const cap = '"oppsCap":{"nonFacility":"81.50","facility":"81.50"';
    const units = '"workRvu":"1.46","nonFacilityPeRvu":"0.88","facilityPeRvu":"0.88","mpRvu":"0.10"';
    edit(copy, "national.json", '"hcpcs":"77012","modifier":"",', (row) => `${row.slice(0, -1)},${cap},${units}}}`);
    const office = setting(answer("77012", { out: copy.out, locality: SAN_FRANCISCO }), "office").physician;
    expect(office).toMatchObject({
      oppsCap: { value: "96.26", rule: "pfs.opps-capped-amount" },
      payable: { value: "96.26", rule: "pfs.opps-cap-payable" },
      // 96.2613938 x 1.0925 = 105.1655727265; of 96.26 it would be 105.16
      limitingCharge: { value: "105.17" },
      // (1.46 x 1.095 + 2.12 x 1.410 + 0.10 x 0.425) x 33.5675 = 4.6304 x 33.5675 = 155.430952
      qualifyingApm: { value: "155.43", rule: "pfs.locality-amount" },
    });
    // The factor of the qualifying track stands in none of the files that were read
    const tracked = office.qualifyingApm;
    expect(tracked && "cells" in tracked && tracked.cells[0]?.columns.map((each) => each.column)).toEqual([
      "F",
      "G",
      "K",
    ]);
    expect(office.oppsCap?.cells[0]?.columns.map((each) => each.column)).toEqual(["F", "AD", "AF", "Z"]);
    const text = said("77012", { out: copy.out, locality: SAN_FRANCISCO });
    expect(text).toMatch(/amount +OPPS cap +payable +limiting charge +qualifying APM +rule/);
    // 81.498196 x 1.0925 = 89.03677913
    expect(setting(answer("77012", { out: copy.out }), "office").physician).toMatchObject({
      payable: { value: "81.50" },
      limitingCharge: { value: "89.04" },
    });
  });

  it("limits the charge by what is not rounded yet, nationally and in one locality", () => {
    const limits = (code: string, options: Partial<RateArguments>) =>
      answer(code, options).settings.map((each) => ratePartsOf(each).physician.limitingCharge?.value);
    // 22512 in a facility: (3.90 + 0.81 + 0.72) x 33.4009 = 181.366887; x 1.0925 = 198.1433240475, and not 198.15
    expect(limits("22512", { release: RELEASE })[1]).toBe("198.14");
    // Alabama: (3.90 + 0.81 x 0.875 + 0.72 x 0.566) x 33.4009 = 167.547932643; x 1.0925 = 183.0461164124775
    expect(limits("22512", { release: RELEASE, locality: "1011200" })[1]).toBe("183.05");
  });

  it("exits 0 with the answer on stdout, 3 with what is not there on stderr", async () => {
    const run = (...args: string[]) => ratebookHere("rate", ...args);
    const unknown = await run("g0463", "--release", "2025A");
    expect([unknown.status, unknown.stdout]).toEqual([3, ""]);
    expect(unknown.stderr).toContain("G0463");
    const asJson = await run("g0463", "--release", "2025A", "--json");
    expect([asJson.status, asJson.stderr]).toEqual([3, ""]);
    expect(JSON.stringify(JSON.parse(asJson.stdout))).toContain("G0463");
    expect((await run("77012", "--modifier", "tc")).stdout).toContain("physician, TC");
    expect(await run("22511", "--on", "2026-01-05", "--setting", "asc")).toMatchObject({ status: 0, stderr: "" });
    const refused = await run("22511", "--on", "2024-03-09");
    expect([refused.status, refused.stdout]).toEqual([3, ""]);
    expect(refused.stderr).not.toMatch(/\n +at /);
  });
});
