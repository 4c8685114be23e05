import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSide, type Side } from "../../pipelines/answers/diff/side.ts";
import { portfolio } from "../../pipelines/answers/portfolio/portfolio.ts";
import { volumesText } from "../../pipelines/answers/portfolio/volumes-file.ts";
import type { OppsRow } from "../../schemas/out/facility.ts";
import { PortfolioDocument, type Revenue } from "../../schemas/out/portfolio.ts";
import { exactScaled } from "../../schemas/scaled.ts";
import { type MadeTable, madeDocuments } from "../support/made-documents.ts";
import { portfolioMarkdown } from "../support/markdown.ts";

const OUT = fileURLToPath(new URL("../../out", import.meta.url));
const A = readSide(join(OUT, "2025A"));
const B = readSide(join(OUT, "2026A"));
const HEADINGS = "claim,code,mod,setting,units,locality,dos";

function documentOf(rows: readonly string[], before = A, after = B, headings = HEADINGS): PortfolioDocument {
  const file = volumesText({ name: "v.csv", sha256: "0".repeat(64) }, [headings, ...rows].join("\n"));
  const { document, problems } = portfolio(before, after, file);
  if (document === undefined) throw new Error(JSON.stringify(problems));
  return PortfolioDocument.parse(document);
}

/** Codes, status indicators, APCs, weights and rates of one Addendum B; codes that begin with a letter are made up. */
type Rate = readonly [hcpcs: string, status: string, apc: string | null, weight: string | null, rate: string | null];

const OF_2025: readonly Rate[] = [
  ["22511", "J1", "5113", "36.3872", "3244.61"],
  ["22512", "N", null, null, null],
  ["22514", "J1", "5114", "80.1145", "7143.73"],
  ["T0001", "T", "5051", "4.0000", "356.68"],
  ["T0002", "T", "5052", "3.0000", "267.51"],
  ["X0001", "T", "5051", "4.0000", "356.68"],
];
const OF_2026: readonly Rate[] = [
  ["22511", "J1", "5113", "36.5681", "3342.87"],
  ["22512", "N", null, null, null],
  ["22514", "J1", "5114", "81.0959", "7413.38"],
  ["T0001", "T", "5051", "4.0000", "365.66"],
  ["T0002", "T", "5052", "5.0000", "457.08"],
  ["X0001", "N", null, null, null],
];

/** A side with a made-up Addendum B, and an Addendum J with the pair of 22511 and 22512, or with none. */
function madeSide(side: Side, rates: readonly Rate[], hasPair = true, more: Record<string, MadeTable> = {}): Side {
  const opps = rates.map(([hcpcs, statusIndicator, apc, relativeWeight, oppsRate], at) => {
    const state = oppsRate === null ? "packaged" : "rated";
    return { hcpcs, row: at + 1, statusIndicator, apc, relativeWeight, oppsRate, state } as unknown as OppsRow;
  });
  const apc5114 = opps.find(({ hcpcs }) => hcpcs === "22514");
  const pair = {
    ...{ primary: "22511", secondary: "22512", secondaryStatusIndicator: "N", primaryApc: "5113", adjustedApc: "5114" },
    ...{ oppsRate: apc5114?.oppsRate, oppsRateFile: "addendum-j-pairs", oppsRateRow: apc5114?.row },
  };
  const documents = madeDocuments({
    opps: { file: "addendum-b", rows: opps as unknown as MadeTable["rows"] },
    "opps-pairs": { file: "addendum-j-pairs", rows: hasPair ? [pair] : [] },
    ...more,
  });
  return { ...side, opps, documents };
}

const BEFORE = madeSide(A, OF_2025);
const AFTER = madeSide(B, OF_2026);

const millsOf = (text: string): number => exactScaled(text.replace("-", ""), 3) * (text.startsWith("-") ? -1 : 1);

function leftOver({ change, effects }: Revenue): number {
  return millsOf(change) - Object.values(effects).reduce((sum, each) => sum + millsOf(each), 0);
}

describe("the lines of one claim in a file of volumes", () => {
  it("are paid once by a hospital, at the APC of the pair, and its rate is split into weight and factor", () => {
    const { total, lines, claims } = documentOf(["A1,22511,,hopd,1,,", "A1,22512,,hopd,2,,"], BEFORE, AFTER);
    // APC 5114: 80.1145 x 89.169 = 7,143.73, and 81.0959 x 91.415 = 7,413.38. Its weight: 0.9814 x 90.292 = 88.61;
    // its factor: 2.246 x 80.6052 = 181.04.
    expect(total).toMatchObject({
      ...{ count: 3, before: "7143.73", after: "7413.38", change: "269.65" },
      effects: { weight: "88.61", factor: "181.04", rounding: "0.00" },
      explained: { "conversion-factor-opps": "181.04" },
    });
    expect(lines).toMatchObject([
      { row: 2, claim: "A1", from: "7143.73", to: "7413.38", steps: { from: { rule: "opps.complexity-adjustment" } } },
      { row: 3, claim: "A1", from: "0.00", to: "0.00", steps: { to: { rule: "opps.packaged" } } },
    ]);
    expect(claims).toMatchObject({ rows: 2, withoutId: 0, sums: [{ claim: "A1", lines: 2, notCompared: 0 }] });
  });

  it("are each claim's own: two claims with one code each are no pair", () => {
    // 3,244.61 for A1, and 22512 is packaged: 0.00.
    const { total } = documentOf(["A1,22511,,hopd,1,,", "A2,22512,,hopd,1,,"], BEFORE, AFTER);
    expect(total).toMatchObject({ count: 2, before: "3244.61", after: "3342.87" });
  });

  it("say that a pair is paid as one in one release only: 3,342.87 less 7,143.73", () => {
    const lost = madeSide(B, OF_2026, false);
    const rows = ["A1,22511,,hopd,1,,", "A1,22512,,hopd,1,,"];
    expect(documentOf(rows, BEFORE, lost).total.effects).toEqual({ pair: "-3800.86", rounding: "0.00" });
    expect(documentOf(rows, lost, BEFORE).total.effects).toEqual({ pair: "3800.86", rounding: "0.00" });
  });

  it("are not compared where one release pays the pair, and the other was built without Addendum J", () => {
    const document = documentOf(["A1,22511,,hopd,1,,", "A1,22512,,hopd,1,,"]);
    expect(document.notCompared).toMatchObject([
      { row: 2, claim: "A1", count: 1, before: { value: "7143.73" }, after: { reason: "pair-not-known" } },
    ]);
    expect(document.total).toMatchObject({ count: 1, before: "0.00", after: "0.00" });
    const text = portfolioMarkdown(document, 5);
    expect(text).toMatch(/\| 2 +\| 22511 \| Hospital outpatient \| A1 +\| US +\| 1 +\| 7,143\.73 \| pair not known \|/);
    expect(text).toContain("- pair not known: the other release pays more for the pair");
    expect(text).toMatch(/\| A1 +\| 22512 \| Hospital outpatient .* 1 line in no sum \|/);
  });

  it("are ranked: the second T procedure is paid half, and a changed rank is a cause of its own", () => {
    // Before 356.68 + 267.51 / 2 = 133.76 (133.755 half up); after 457.08 + 365.66 / 2 = 182.83.
    const { total, lines } = documentOf(["A1,T0001,,hopd,1,,", "A1,T0002,,hopd,1,,"], BEFORE, AFTER);
    expect(total).toMatchObject({ before: "490.44", after: "639.91", effects: { rank: "149.47", rounding: "0.00" } });
    expect(lines.map(({ from, to }) => [from, to])).toEqual([
      ["356.68", "182.83"],
      ["133.76", "457.08"],
    ]);
  });

  it("say that the status indicator of a code changed, and what that does to the other line", () => {
    // X0001 is T, then N: 356.68 / 2 = 178.34 of the second unit alike. T0001 is paid in full in
    // both: 356.68, then 365.66, of which 4.0000 x 2.246 = 8.98 is the factor's.
    const { lines } = documentOf(["A1,T0001,,hopd,1,,", "A1,X0001,,hopd,1,,"], BEFORE, AFTER);
    expect(lines[1]).toMatchObject({ from: "178.34", to: "0.00", effects: { status: "-178.34", rounding: "0.00" } });
    expect(lines[0]).toMatchObject({ from: "356.68", to: "365.66", effects: { factor: "8.98", rounding: "0.00" } });
  });

  it("are paid in full and at half by an ASC, and half of a rate has half of its effects", () => {
    // 22511 of one: weight 24.33984045, factor 41.362807950 (portfolio.test.ts), so half: 12.17 and 20.68 of 32.86.
    // 1,579.16 / 2 = 789.58; 1,644.87 / 2 = 822.435, half up 822.44.
    const { lines } = documentOf(["A1,22513,,asc,1,,", "A1,22511,,asc,1,,"]);
    expect(lines[0]).toMatchObject({ from: "3510.84", to: "3695.53" });
    expect(lines[1]).toMatchObject({
      ...{ from: "789.58", to: "822.44", change: "32.86" },
      effects: { weight: "12.17", factor: "20.68", rounding: "0.01" },
    });
  });

  it("are ranked for a physician, with the modifiers of the claim, and are not priced apart", () => {
    // Facility amounts 2025 and 2026 (CMS's RVUs): 22511 393.66 and 361.40; two procedures of one amount, the second at
    // half: 196.83 and 180.70. Modifier 51 is what the rank says.
    const document = documentOf(["A1,22511,,facility,1,,", "A1,22511,51 59,facility,1,,"]);
    expect(document.apart.lines).toEqual([]);
    expect(document.lines.map(({ from, to, effects }) => [from, to, effects["work"]])).toEqual([
      ["393.66", "361.40", "-5.92"],
      ["196.83", "180.70", "-2.96"],
    ]);
  });

  it("are those of one setting, and of one day for physicians and ASCs", () => {
    const rows = ["A1,22511,,facility,1,,1/2/2025 08:15", "A1,22511,,facility,1,,1/2/2025", "A1,22511,,office,1,,"];
    const second = documentOf(rows).lines.map(({ from }) => from);
    expect(second).toEqual(["393.66", "196.83", "1676.52"]);
    const days = ["A1,22511,,facility,1,,2025-01-02", "A1,22511,,facility,1,,2025-01-03"];
    expect(documentOf(days).lines.map(({ from }) => from)).toEqual(["393.66", "393.66"]);
  });

  it("are taken back: a whole claim is subtracted, a row and its reversal are paid nothing", () => {
    const whole = documentOf(["A1,22511,,hopd,-1,,", "A1,22512,,hopd,-1,,"], BEFORE, AFTER);
    expect(whole.total).toMatchObject({ count: -2, before: "-7143.73", after: "-7413.38", change: "-269.65" });
    expect(whole.total.effects).toEqual({ weight: "-88.61", factor: "-181.04", rounding: "0.00" });
    const rows = ["A1,22511,,hopd,1,,", "A1,22512,,hopd,1,,", "A1,22512,,hopd,-1,,"];
    const { total, lines } = documentOf(rows, BEFORE, AFTER);
    expect(total).toMatchObject({ count: 1, before: "3244.61", after: "3342.87" });
    expect(lines.map(({ steps }) => steps?.from.why)).toEqual([null, "row 4 takes it back", "it takes row 3 back"]);
  });

  it("have a reason where the claim cannot be priced, with every line and its services", () => {
    const { notCompared, notUnderstood, total, units } = documentOf([
      ...["1,22511,,hopd,1,,", "1.0,2251,,hopd,7,,", "1.0,22511,26,hopd,0,,", "1.0,22511,,,-,,"],
      ...["A2,22511,,hopd,2,,2025-01-02", "A2,22512,,hopd,1,,2025-01-03"],
      ...["A3,22511,,facility,1,1011200,", "A3,22512,,facility,1,0111205,"],
      ...["A4,22511,,hopd,3,,", "A4,22512,,hopd,-1,,"],
      ...["A5,22511,,hopd,10000,,"],
      ...["2.02411E+12,22511,,hopd,1,,"],
    ]);
    expect(notCompared.map(({ row, claim, count, before }) => [row, claim, count, before])).toEqual([
      [2, "1", 1, { value: null, reason: "claim-incomplete" }],
      [6, "A2", 2, { value: null, reason: "claim-of-several-days" }],
      [7, "A2", 1, { value: null, reason: "claim-of-several-days" }],
      [8, "A3", 1, { value: null, reason: "claim-of-several-places" }],
      [9, "A3", 1, { value: null, reason: "claim-of-several-places" }],
      [10, "A4", 3, { value: null, reason: "claim-with-reversals" }],
      [11, "A4", -1, { value: null, reason: "claim-with-reversals" }],
      [12, "A5", 10_000, { value: null, reason: "claim-too-large" }],
    ]);
    expect(notUnderstood.map(({ row, claim, why }) => [row, claim, why])).toEqual([
      [3, "1", "02251 is in no table of either release"],
      [4, "1", '"26" is for physicians\' services; a hospital or ASC is paid by the code only'],
      [5, "1", "it has no units"],
      [13, "2.02411E+12", expect.stringContaining("a spreadsheet has rounded the number")],
    ]);
    expect(total.count).toBe(0);
    expect(units.read).toBe(units.notCompared + units.notUnderstood);
  });

  it("are not compared where a release does not have one of the codes", () => {
    const without = { ...B, opps: B.opps?.filter(({ hcpcs }) => hcpcs !== "22310") };
    const after: Side = { ...without, pfs: B.pfs?.filter(({ hcpcs }) => hcpcs !== "22310"), asc: [] };
    const { notCompared } = documentOf(["A1,22310,,hopd,1,,", "A1,22505,,hopd,1,,"], A, after);
    expect(notCompared.map(({ hcpcs, after: { value, ...then } }) => [hcpcs, value, then])).toEqual([
      ["22310", null, { reason: "claim-with-unknown-code" }],
      ["22505", null, { reason: "claim-with-unknown-code" }],
    ]);
  });

  it("take no edit that only one release was built with for a change of CMS's", () => {
    const edit = { addOn: "22512", primary: "22511", type: "1", effective: "2015-01-01", deletion: null };
    const withEdit = (side: Side, rates: readonly Rate[]): Side =>
      madeSide(side, rates, true, { "ncci-addon": { file: "ncci-addon", rows: [edit] } });
    const rows = ["A1,22512,,hopd,1,,"];
    const stepsOf = (before: Side, after: Side) => documentOf(rows, before, after).lines[0]?.steps;
    expect(stepsOf(BEFORE, withEdit(B, OF_2026))).toMatchObject({ to: { rule: "opps.packaged" } });
    expect(stepsOf(withEdit(A, OF_2025), withEdit(B, OF_2026))).toMatchObject({ to: { rule: "ncci.add-on-alone" } });
  });

  it("add up, whatever the claims are: effects to the change, claims and other rows to the total", () => {
    const code = fc.constantFrom("22511", "22512", "22514", "T0001", "T0002", "X0001");
    const row = fc.tuple(fc.constantFrom("A1", "A2", "A3", ""), code, fc.constantFrom(1, 1, 2, -1));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), (rows) => {
        const texts = rows.map(([claim, hcpcs, units]) => `${claim},${hcpcs},,hopd,${units},,`);
        const { total, byCode, claims, lines } = documentOf(texts, BEFORE, AFTER);
        for (const sum of [total, ...byCode, ...(claims?.sums ?? []), ...lines]) expect(leftOver(sum)).toBe(0);
        const alone = lines.filter(({ claim }) => claim === undefined);
        const parts = [...(claims?.sums ?? []), ...alone].reduce((sum, { change }) => sum + millsOf(change), 0);
        expect(parts).toBe(millsOf(total.change));
      }),
      { numRuns: 60 },
    );
  });
});

describe("a file without claim ids", () => {
  it("is counted as ever, and says which two codes of it are paid as one on one claim", () => {
    const rows = [",22511,,hopd,5,,", ",22512,,hopd,5,,"];
    const document = documentOf(rows, A, B, "other,code,mod,setting,units,locality,dos");
    expect(document.claims).toBeNull();
    // 3,244.61 x 5 and 3,342.87 x 5; Addendum J of 2025 pays 7,143.73.
    expect(document.total).toMatchObject({ count: 5, before: "16223.05", after: "16714.35" });
    expect(document.pairsAlone).toMatchObject([{ setting: "hopd", release: "2025A", together: "7143.73" }]);
    const text = portfolioMarkdown(document, 5);
    expect(text).toContain(
      "- 22511 and 22512 are both in the file; a hospital claim with both is paid $7,143.73 once (2025A). These rows have no claim id, so each is counted alone: 22511 $3,244.61, 22512 nothing (packaged)",
    );
    expect(portfolioMarkdown(documentOf([",22511,,hopd,5,,"]), 5)).not.toContain("both in the file");
    expect(documentOf(["A1,22511,,hopd,1,,", "A1,22512,,hopd,1,,"]).pairsAlone).toEqual([]);
  });

  it("counts rows alone that have none in a column of them, and says how many", () => {
    const document = documentOf(["A1,22511,,office,1,,", ",22511,50,office,1,,"]);
    expect(document.claims).toMatchObject({ rows: 1, withoutId: 1 });
    expect(document.apart.lines).toHaveLength(1);
    expect(portfolioMarkdown(document, 5)).toContain("1 row without a claim id: counted alone");
  });

  it("reads no days of service where there are no claims, and finds none of them twice", () => {
    const [, , , , , dos, again] = documentOf(["x,22511,,office,1,a,b"], A, B, "x,code,mod,setting,units,DOS,DOS")
      .volumes.columns;
    expect([dos?.field, again?.field]).toEqual([null, null]);
    expect(() => documentOf(["x,22511,,office,1,a,b"], A, B, "claim,code,mod,setting,units,DOS,DOS")).toThrow(
      '\\"DOS\\" is there twice',
    );
  });

  it("finds the column by the words that people use, and takes no count of claims for one", () => {
    const fieldOf = (heading: string) =>
      documentOf(["1,22511,,office,1,,"], A, B, `${heading},code,mod,setting,units,locality,dos`).volumes.columns[0]
        ?.field;
    for (const heading of ["Claim", "Claim ID", "Claim Number", "ClaimNo", "Claim #", "ICN", "Encounter", "CLM_ID"])
      expect([heading, fieldOf(heading)]).toEqual([heading, "claim"]);
    expect(fieldOf("Claims")).toBeNull();
  });
});
