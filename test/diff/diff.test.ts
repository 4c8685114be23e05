import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { diff } from "../../pipelines/answers/diff/diff.ts";
import { rateEffects } from "../../pipelines/answers/diff/rate-effects.ts";
import { readSide } from "../../pipelines/answers/diff/side.ts";
import { signedDollars, signedPercent } from "../../pipelines/answers/diff/signed.ts";
import { DiffDocument, type TableTally } from "../../schemas/out/diff.ts";
import { feesIn } from "../support/decimal-amounts.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";

const OUT = fileURLToPath(new URL("../../out", import.meta.url));
const A = readSide(join(OUT, "2025A"));
const B = readSide(join(OUT, "2026A"));
const there = diff(A, B, { localities: false });

function addsUp({ before, after, added, removed, changed, unchanged }: TableTally): boolean {
  return before === removed + changed + unchanged && after === added + changed + unchanged;
}

/** Changes of amounts with their effects, in cents. */
function amountsOf({ pfs, opps, asc }: DiffDocument) {
  const cents = (text: string): number => Number(text.replace(".", ""));
  const changes = [
    ...(pfs?.changed ?? []).flatMap(({ nonFacility, facility }) => [nonFacility, facility]),
    ...[...(opps?.changed ?? []), ...(asc?.changed ?? [])].map(({ rate }) => rate),
  ];
  return changes.flatMap(({ change, effects }) =>
    change === null || effects === null ? [] : [{ change: cents(change), effects: Object.values(effects).map(cents) }],
  );
}

describe("a diff of January 2025 and January 2026", () => {
  it("fits its published schema, and its counts add up", () => {
    expect(DiffDocument.safeParse(there).error).toBeUndefined();
    for (const table of [there.pfs, there.localities, there.opps, there.asc]) {
      expect(table && addsUp(table.tally)).toBe(true);
    }
    expect(there.pfs?.tally).toEqual({ before: 22, after: 22, added: 0, removed: 0, changed: 20, unchanged: 2 });
  });

  it("has effects that add up to every change, to the cent", () => {
    const amounts = amountsOf(there);
    expect(amounts.length).toBeGreaterThan(40);
    for (const { change, effects } of amounts) expect(effects.reduce((sum, each) => sum + each, 0)).toBe(change);
  });

  it("says of 22511 what moved it, and which of that a rule explains", () => {
    // Worked out by hand in effects.test.ts. 7.33 x 0.975 = 7.14675, half up 7.15: the efficiency adjustment.
    expect(there.pfs?.changed.find(({ hcpcs }) => hcpcs === "22511")?.nonFacility).toEqual({
      from: "1676.52",
      to: "1773.92",
      change: "97.40",
      percent: "5.81",
      effects: { work: "-5.92", pe: "47.01", mp: "0.99", factor: "55.32", rounding: "0.00" },
      explained: { work: "efficiency-adjustment-2026", factor: "conversion-factor-pfs" },
      unexplained: "48.00",
    });
    expect(Object.keys(there.rules)).toEqual([
      "conversion-factor-asc",
      "conversion-factor-pfs",
      "efficiency-adjustment-2026",
    ]);
  });

  it("names the rules by which an amount is explained, and no other", () => {
    // Addendum B of January 2026 is at hand without weights: no hospital rate is split, so that its factor explains none.
    const used = ({ pfs, opps, asc }: DiffDocument): string[] => {
      const amounts = [
        ...(pfs?.changed ?? []).flatMap(({ nonFacility, facility }) => [nonFacility, facility]),
        ...[...(opps?.changed ?? []), ...(asc?.changed ?? [])].map(({ rate }) => rate),
      ];
      return [...new Set(amounts.flatMap(({ explained }) => Object.values(explained)))].sort();
    };
    expect(there.factors.find(({ schedule }) => schedule === "opps")).toMatchObject({ from: "89.1690", to: "91.4150" });
    expect(Object.keys(there.rules)).toEqual(used(there));
    // 77002 is no procedure of a surgical center, and no code is called 00000.
    for (const code of ["77002", "00000"]) {
      const few = diff(A, B, { localities: false, chooseCodes: () => ({ codes: [code], unknown: [] }) });
      expect(Object.keys(few.rules)).toEqual(used(few));
    }
  });

  it("splits an ASC rate into weight and factor", () => {
    // 22511: weight 28.7670 to 29.2047, factor 54.895 to 56.322. 0.4377 x (54.895 + 56.322) / 2 = 24.33984045;
    // 1.427 x (28.7670 + 29.2047) / 2 = 41.362807950; 1,644.87 - 1,579.16 = 65.71 leaves 0.01 to rounding.
    expect(there.asc?.changed.find(({ hcpcs }) => hcpcs === "22511")?.rate).toMatchObject({
      change: "65.71",
      effects: { weight: "24.34", factor: "41.36", rounding: "0.01" },
      explained: { factor: "conversion-factor-asc" },
      unexplained: "24.34",
    });
  });

  it("has what no rule explains first, the largest first", () => {
    const open = there.pfs?.changed.map(({ nonFacility, facility }) =>
      Math.max(...[nonFacility, facility].map(({ unexplained }) => Math.abs(Number(unexplained ?? 0)))),
    );
    expect(open).toEqual([...(open ?? [])].sort((left, right) => right - left));
  });

  it("tells letters that changed and rows that came", () => {
    expect(there.opps?.changed.find(({ hcpcs }) => hcpcs === "22862")?.fields).toMatchObject({
      statusIndicator: { from: "C", to: "J1" },
      apc: { from: null, to: "5116" },
    });
    // Addendum AA of 2026 has rows of both, that of 2025 of neither.
    expect(there.asc?.added.map(({ key }) => key)).toEqual(["22841", "22862"]);
  });

  it("turns every sign around when it is read backwards", () => {
    const back = diff(B, A, { localities: false });
    const flipped = (text: string | null): string | null =>
      text === null || Number(text) === 0 ? text : text.startsWith("-") ? text.slice(1) : `-${text}`;
    for (const { hcpcs, modifier, nonFacility } of there.pfs?.changed ?? []) {
      const other = back.pfs?.changed.find((each) => each.hcpcs === hcpcs && each.modifier === modifier)?.nonFacility;
      expect(other?.change).toBe(flipped(nonFacility.change));
      expect(other?.explained).toEqual(nonFacility.explained);
      for (const [cause, effect] of Object.entries(nonFacility.effects ?? {}))
        expect([cause, other?.effects?.[cause]]).toEqual([cause, flipped(effect)]);
    }
  });

  it("splits every locality on request, and the amounts follow from RVUs and GPCIs", () => {
    const { pfs } = diff(A, B, { localities: true, chooseCodes: () => ({ codes: ["22511"], unknown: [] }) });
    const [row] = pfs?.changed ?? [];
    expect(row?.localities).toHaveLength(109);
    const amounts = feesIn(join(OUT, "2026A"))("22511", "", "nonFacility");
    for (const { locality, nonFacility } of row?.localities ?? []) {
      expect([locality, nonFacility.to]).toEqual([locality, amounts.get(locality)]);
      const sum = Object.values(nonFacility.effects ?? {}).reduce(
        (all, each) => all + Number(each.replace(".", "")),
        0,
      );
      expect(sum).toBe(Number((nonFacility.change ?? "").replace(".", "")));
    }
  });

  it("finds nothing between a release and itself", () => {
    const same = diff(A, A, { localities: false });
    for (const table of [same.pfs, same.localities, same.opps, same.asc])
      expect(table).toMatchObject({ added: [], removed: [], changed: [] });
    expect(same.rules).toEqual({});
  });

  it("reads no document that is not the one that was built", () => {
    const folder = join(temporaryFolder(), "2025A");
    cpSync(join(OUT, "2025A"), folder, { recursive: true });
    const text = readFileSync(join(folder, "national.json"), "utf8");
    writeFileSync(join(folder, "national.json"), text.replace("1676.52", "1676.53"));
    expect(() => readSide(folder)).toThrow(
      /document\.changed: .*national\.json: saw sha256 [0-9a-f]{64}, the manifest expects [0-9a-f]{64}/,
    );
    expect(() => readSide(join(OUT, "1999A"))).toThrow(/no release has been built there/);
  });
});

describe("numbers that may be owed either way", () => {
  it("have a sign, two decimals or the mills they need, and no minus zero", () => {
    expect([signedDollars(-592, 2), signedDollars(0, 2), signedDollars(-125, 3), signedDollars(5920, 3)]).toEqual([
      "-5.92",
      "0.00",
      "-0.125",
      "5.92",
    ]);
    // 97.40 / 1,676.52 = 5.8096 percent; half away from zero both ways; nothing of nothing.
    expect([
      signedPercent(9740, 167_652),
      signedPercent(-5, 1000),
      signedPercent(5, 1000),
      signedPercent(5, 0),
    ]).toEqual(["5.81", "-0.50", "0.50", null]);
  });

  it("stand for a whole rate where a side prints no weight", () => {
    const side = (weight: string | null, rate: string | null) => ({ weight, factor: "91.415", rate });
    expect(rateEffects(side("1.0000", "91.42"), side(null, "95.00"), 3)).toEqual({ price: 3580, rounding: 0 });
    expect(rateEffects(side(null, null), side(null, "95.00"), 3)).toBeUndefined();
  });
});
