import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ratePartsOf } from "../../schemas/out/rate-parts.ts";
import { withAnesthesia } from "../support/anesthesia-copy.ts";
import { BuiltCopy } from "../support/built-copy.ts";
import { ratebookHere } from "../support/in-process.ts";
import { answer, said } from "../support/rate-answers.ts";

describe("a rate without an amount", () => {
  it("says in words, below the table and in the JSON, why there is no amount", () => {
    const text = said("22512");
    expect(text).toMatch(/hospital outpatient +facility +packaged\n/);
    expect(text.match(/^packaged: the payment is packaged into the payment for another service$/gm)).toHaveLength(1);
    expect(answer("22512").reasons).toEqual({
      packaged: "the payment is packaged into the payment for another service",
      "facility-packaged": "the payment is packaged into the payment for another service",
    });
    expect(answer("22511").reasons).toEqual({});
  });
});

describe("a rate of anesthesia", () => {
  const wanted = { release: "2025A", locality: "0111205" };

  it("has the locality's factor of CMS's file, and not the conversion factor of RVUs", () => {
    const out = withAnesthesia(null);
    const { anesthesia, conversionFactor, reasons, rules } = answer("22899", { ...wanted, out });
    // ANES2025.csv of RVU25A: 01112, 05, 22.37
    expect(anesthesia?.conversionFactor).toMatchObject({
      value: "22.37",
      cells: [{ file: "ANES2025.csv", excerptOf: "RVU25A.zip > ANES2025.csv", row: 20, columns: [{ column: "D" }] }],
    });
    expect(anesthesia?.baseUnits).toEqual({ reason: "no-base-units" });
    expect(conversionFactor).toBeNull();
    expect(reasons?.["anesthesia"]).toContain("42 CFR 414.46");
    expect(rules["pfs.anesthesia-allowance"]?.formula).toContain("minutes of anesthesia / 15");
    const text = said("22899", { ...wanted, out });
    expect(text).toMatch(
      /anesthesia conversion factor: 22\.37 a unit, read from 1\nbase units: the release was built without/,
    );
    expect(text).toMatch(/1 {2}ANES2025\.csv, excerpt of .*\n +D20 /);
    expect(text).not.toContain("32.3465");
  });

  it("has base units where CMS's file of them was read and lists the code", () => {
    const out = withAnesthesia([{ hcpcs: "22899", units: 5, row: 4 }]);
    expect(answer("22899", { ...wanted, out }).anesthesia?.baseUnits).toEqual({
      units: 5,
      cells: [{ file: "units.csv", origin: "cms", row: 4, columns: [{ column: "B", heading: "UNIT" }] }],
    });
    expect(said("22899", { ...wanted, out })).toMatch(/^base units: 5, read from 2$/m);
    const other = withAnesthesia([{ hcpcs: "00100", units: 5, row: 4 }]);
    expect(answer("22899", { ...wanted, out: other }).anesthesia?.baseUnits).toEqual({ reason: "not-in-base-units" });
  });

  it("asks for a place where none is named, since no cell has a factor of the nation", () => {
    const out = withAnesthesia(null);
    expect(answer("22899", { release: "2025A", out }).anesthesia?.conversionFactor).toEqual({
      reason: "one-for-each-locality",
    });
    expect(said("22899", { release: "2025A", out })).toContain("CMS publishes one for each locality; name a place");
    expect(answer("22511", wanted)).not.toHaveProperty("anesthesia");
  });
});

describe("anesthesia of so many minutes", () => {
  const wanted = { release: "2025A", locality: "0111205", minutes: 50 };
  const withUnits = (hcpcs = "22899") => withAnesthesia([{ hcpcs, units: 5, row: 4 }]);

  it("is paid by units and factor, rounded once, at every setting", () => {
    const out = withUnits();
    const document = answer("22899", { ...wanted, out });
    // (5 + 50 / 15) x 22.37 = 8.3333... x 22.37 = 186.41666...; with 3.3 units of time 8.3 x 22.37 = 185.671
    const fee = { value: "186.42", rule: "pfs.anesthesia-allowance" };
    expect(document.settings.map(ratePartsOf).map(({ physician }) => physician.fee)).toMatchObject([fee, fee, fee]);
    expect(document.anesthesia).toMatchObject({
      minutes: 50,
      inTenths: { timeUnits: "3.3", fee: { value: "185.67", rule: "pfs.anesthesia-allowance-in-tenths" } },
    });
    expect(Object.keys(document.rules)).toEqual(["pfs.anesthesia-allowance", "pfs.anesthesia-allowance-in-tenths"]);
    const text = said("22899", { ...wanted, out });
    expect(text).toMatch(/^office +physician +\$186\.42 +pfs\.anesthesia-allowance +1 2$/m);
    expect(text).toMatch(/^minutes: 50; with the time rounded to 3\.3 units, as CMS tells contractors, \$185\.67 /m);
    expect(text).toContain("are paid 50 percent each, which is not computed here");
  });

  it("has an amount for each factor of the locality", () => {
    const out = withAnesthesia([{ hcpcs: "22899", units: 5, row: 4 }], "23.00");
    const { anesthesia, settings } = answer("22899", { ...wanted, out });
    // 8.3333... x 23.00 = 191.666...; 8.3 x 23.00 = 190.90
    expect(settings[0]).toMatchObject({ qualifyingApm: { nonFacility: { value: "191.67" } } });
    expect(anesthesia?.inTenths?.qualifyingApm).toMatchObject({ value: "190.90", cells: [{ row: 20 }, { row: 4 }] });
    expect(said("22899", { ...wanted, out })).toContain("$185.67 (qualifying APM $190.90)");
  });

  it("has no amount, and says why, without base units and without a place", () => {
    const whyNot = (options: object) => ratePartsOf(answer("22899", { ...wanted, ...options }).settings[0] ?? fail());
    const fail = (): never => expect.fail("no settings");
    expect(whyNot({ out: withAnesthesia(null) })).toMatchObject({ physician: { fee: { reason: "no-base-units" } } });
    const other = withUnits("00100");
    expect(whyNot({ out: other })).toMatchObject({ physician: { fee: { reason: "not-in-base-units" } } });
    const nowhere = { out: withUnits(), locality: undefined };
    expect(whyNot(nowhere)).toMatchObject({ physician: { fee: { reason: "one-for-each-locality" } } });
    expect(said("22899", { ...wanted, out: withAnesthesia(null) })).toMatch(
      /^base units not available: the release was built without CMS's table/m,
    );
    expect(answer("22899", { ...wanted, ...nowhere }).anesthesia).not.toHaveProperty("inTenths");
  });

  it("is refused for a code that is not anesthesia, and for what are no whole minutes", async () => {
    expect(() => said("22511", { release: "2025A", minutes: 50 })).toThrow(
      "--minutes is for anesthesia only, and 22511 is not an anesthesia code: leave it out",
    );
    for (const minutes of ["0", "2881", "7.5", "-5", "an hour"]) {
      const { status, stderr } = await ratebookHere("rate", "22511", "--minutes", minutes);
      expect([status, stderr]).toEqual([2, expect.stringContaining("whole minutes from 1 to 2880")]);
    }
    expect((await ratebookHere("rate", "22511", "--minutes", "2880")).stderr).toContain("not an anesthesia code");
  });
});

describe("a modifier without a row of its own", () => {
  // PPRRVU25_JAN.csv, 22511: multiple procedure 2, bilateral 0, assistant 1, co-surgeons 0, team 0
  it.each([
    ["50", "bilateralSurgery", "0", /^The 150 percent adjustment does not apply/],
    ["51", "multipleProcedure", "2", /100, 50, 50, 50, 50 percent/],
    ["62", "coSurgeons", "0", /^Not permitted/],
    ["66", "teamSurgery", "0", /^Not permitted/],
    ["80", "assistantAtSurgery", "1", /restricted by statute/],
    ["AS", "assistantAtSurgery", "1", /restricted by statute/],
  ])("%s is answered by %s", (modifier, field, value, meaning) => {
    const { modifier: ruled, settings } = answer(`22511-${modifier}`, { release: "2025A" });
    expect(ruled).toMatchObject({ modifier, indicator: { field, value, cells: [{ row: 14 }] } });
    expect(ruled?.modifiers).toContain(modifier);
    expect(ruled?.meaning).toMatch(meaning);
    expect(settings.map(ratePartsOf).map(({ physician, facility }) => [physician.modifier, facility])).toEqual(
      Array(3).fill(["", undefined]),
    );
    expect(settings[0]).toMatchObject({ nonFacility: { value: "1676.52" } });
  });

  it("is named with its indicator's cell, in text", () => {
    const text = said("22511", { release: "2025A", modifier: "50" });
    expect(text).toContain("modifier 50 has no row of its own; the other amounts are those of 22511 without it.");
    expect(text.replace(/\s+/g, " ")).toContain("Bilateral surgery indicator 0 (read from 1): The 150 percent");
    expect(text).toMatch(/T14 BILAT SURG/);
    expect(said("22511-59").replace(/\s+/g, " ")).toContain("Distinct service: The amount does not change.");
  });

  it("has what is paid with it, by a rule and the cells of the row", () => {
    const { settings, modifier, rules } = answer("22511-54", { release: "2025A" });
    expect(modifier).toMatchObject({ percent: "90.0", indicator: { field: "globalDays", value: "010" } });
    // 2025A: office 1,676.52, facility 393.66; pre-operative 0.10 and intra-operative 0.80 of each
    // 1,676.52 x 0.90 = 1,508.868; 393.66 x 0.90 = 354.294
    expect(settings.map((each) => each.withModifier)).toMatchObject([
      { nonFacility: { value: "1508.87", rule: "pfs.surgical-care-only" } },
      { facility: { value: "354.29" } },
      { facility: { value: "354.29" } },
    ]);
    expect(rules["pfs.surgical-care-only"]?.cites[0]?.title).toMatch(/chapter 12, section 40\.4/);
    expect(said("22511-54", { release: "2025A" })).toMatch(/with 54[\s\S]*\$1,508\.87[\s\S]*P14 PRE OP, Q14 INTRA OP/);
    expect(answer("22511-80", { release: "2025A" }).settings[0]?.withModifier).toEqual({
      nonFacility: { value: null, reason: "restricted-by-statute" },
    });
  });

  it("is computed at the place of the question", () => {
    const { settings } = answer("22511-54", { release: "2026A", locality: "0111205" });
    // 2,390.80 in San Francisco (test/rate/rate.test.ts) x 0.90
    expect(settings[0]?.withModifier).toMatchObject({ nonFacility: { value: "2151.72" } });
  });

  it("is one of all that --modifiers lists", () => {
    const { modifiers = [], reasons } = answer("22511", { release: "2025A", modifiers: true });
    const of = (modifier: string) => modifiers.find((each) => each.modifiers.includes(modifier));
    expect(of("24")).toMatchObject({ percent: null, facility: { reason: "on-the-visit" } });
    expect(of("26")).toMatchObject({ facility: { reason: "no-row-of-modifier" } });
    // 393.66 x 0.80 = 314.928
    expect(of("78")).toMatchObject({ percent: "80.0", facility: { value: "314.93" } });
    expect(of("XS")?.meaning).toMatch(/NCCI edits.* The release was built without them$/);
    expect(reasons).toHaveProperty("other-procedures-decide");
    const components = answer("77012", { release: "2025A", modifiers: true }).modifiers ?? [];
    const own = answer("77012-TC", { release: "2025A" }).settings[0];
    expect(components.find((each) => each.modifiers.includes("TC"))?.nonFacility).toEqual(
      own !== undefined && "nonFacility" in own && (own.payable?.nonFacility ?? own.nonFacility),
    );
    expect(said("22511", { release: "2025A", modifiers: true })).toMatch(/\n78 +Return to the operating room +Global/);
  });

  it("is not one that has a row, one of the components, or an unknown one", () => {
    expect(answer("77012-tc")).not.toHaveProperty("modifier");
    expect(answer("77012-TC").settings[0]?.modifier).toBe("TC");
    expect(() => said("22511-26")).toThrow(/22511 has no row with modifier "26".* 50, 51, 52, 53, 54/);
    expect(() => said("22511-QX")).toThrow(/has no row with modifier "QX"/);
    expect(() => said("22511-50", { modifier: "51" })).toThrow(/"22511-50" and --modifier 51 name two modifiers/);
  });
});

describe("a code that the release does not have", () => {
  it("is looked for in the other built releases", () => {
    const copy = new BuiltCopy();
    const path = join(copy.out, "2026A", "site-of-service.json");
    const text = readFileSync(path, "utf8");
    copy.write("2026A", "site-of-service.json", text.replace('{"hcpcs":"22511"', '{"hcpcs":"22521"'));
    expect(() => said("22521", { out: copy.out, release: "2025A" })).toThrow(
      /no source of 2025A.* has the code.*of the releases that are built, 2026A has it.*Name one of these with --release/,
    );
    expect(() => said("99999", { out: copy.out })).toThrow(/has the code\. Build it whole/);
  });
});
