import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSide, type Side } from "../../pipelines/answers/diff/side.ts";
import { portfolio } from "../../pipelines/answers/portfolio/portfolio.ts";
import { type VolumesFile, volumesText } from "../../pipelines/answers/portfolio/volumes-file.ts";
import { fault } from "../../pipelines/problems/problems.ts";
import { sha256 } from "../../pipelines/problems/sha256.ts";
import { PortfolioDocument, type Revenue } from "../../schemas/out/portfolio.ts";
import { portfolioMarkdown } from "../support/markdown.ts";

const OUT = fileURLToPath(new URL("../../out", import.meta.url));
const A = readSide(join(OUT, "2025A"));
const B = readSide(join(OUT, "2026A"));

function volumesOf(rows: readonly string[]): VolumesFile {
  const text = ["code,modifier,setting,locality,count", ...rows].join("\n");
  return volumesText({ name: "v.csv", sha256: sha256(Buffer.from(text)) }, text);
}

function documentOf(rows: readonly string[], before = A, after = B): PortfolioDocument {
  const { document, problems } = portfolio(before, after, volumesOf(rows));
  if (document === undefined) throw new Error(JSON.stringify(problems));
  return document;
}

describe("what a release is worth to a practice", () => {
  it("is the effects of 22511 times its count, worked out by hand", () => {
    const { lines, total } = documentOf(["22511,,office,,120"]);
    // 1,676.52 x 120 = 201,182.40; 1,773.92 x 120 = 212,870.40; 97.40 x 120 = 11,688.00, which is 5.81 percent.
    // Exact effects of one (see effects.test.ts) x 120: work -5.917266 -> -710.07; PE 47.009391 -> 5,641.13;
    // MP 0.986211 -> 118.35; factor 55.324368 -> 6,638.92. They add up to 11,688.33, which leaves -0.33 to rounding.
    const revenue = {
      count: 120,
      before: "201182.40",
      after: "212870.40",
      change: "11688.00",
      percent: "5.81",
      effects: { work: "-710.07", pe: "5641.13", mp: "118.35", factor: "6638.92", rounding: "-0.33" },
      explained: { "efficiency-adjustment-2026": "-710.07", "conversion-factor-pfs": "6638.92" },
      unexplained: "5759.48",
    };
    expect(total).toEqual(revenue);
    expect(lines).toMatchObject([{ row: 2, hcpcs: "22511", from: "1676.52", to: "1773.92", ...revenue }]);
  });

  it("splits an ASC rate into weight and factor", () => {
    // Of one: weight 24.33984045, factor 41.362807950 (see diff.test.ts). x 12: 292.08 and 496.35 of 65.71 x 12 = 788.52.
    expect(documentOf(["22511,,asc,US,12"]).total).toMatchObject({
      change: "788.52",
      effects: { weight: "292.08", factor: "496.35", rounding: "0.09" },
      explained: { "conversion-factor-asc": "496.35" },
      unexplained: "292.08",
    });
  });

  it("takes a physician's amounts of the locality", () => {
    // Alabama 2025: (7.33 x 1.000 + 43.46 x 0.869 + 1.04 x 0.575) x 32.3465 = 1,478.06; x 10.
    const [line] = documentOf(["22511,,office,1011200,10"]).lines;
    expect([line?.from, line?.before, line?.locality]).toEqual(["1478.06", "14780.60", "1011200"]);
  });

  it("keeps apart what has no amount on a side, with the reason, and out of every sum", () => {
    const contractor = (side: Side): Side => ({
      ...side,
      pfs: side.pfs?.map((row) =>
        row.hcpcs === "22513" ? { ...row, priceState: "contractor-priced", nonFacility: null, facility: null } : row,
      ),
    });
    const after = { ...contractor(B), localities: B.localities?.slice(1) };
    const rows = ["22511,,office,,1", "22513,,office,,5", "22862,,asc,,5", "22511,,office,1011200,5"];
    const { notCompared, total } = documentOf(rows, A, after);
    expect(total.count).toBe(1);
    const told = notCompared.map(({ row, hcpcs, before, after: then }) => [row, hcpcs, before, then]);
    expect(told).toMatchObject([
      [3, "22513", {}, { reason: "contractor-priced" }],
      [4, "22862", { reason: "not-on-asc-list" }, {}],
      [5, "22511", { value: "1478.06" }, { reason: "locality-not-in-release" }],
    ]);
    const none = documentOf(["22511,,hopd,,3"], { ...A, opps: undefined });
    expect(none.notCompared).toMatchObject([{ before: { reason: "source-missing" }, after: { value: "3342.87" } }]);
    expect(none.total).toMatchObject({ count: 0, before: "0.00", change: "0.00", percent: null });
  });

  it("says of a line that CMS marks its setting NA, and counts it all the same", () => {
    // 22505 and 22862 are NA outside a facility in both files; 22511 is marked here, before alone.
    const before = { ...A, pfs: A.pfs?.map((row) => (row.hcpcs === "22511" ? { ...row, nonFacilityNa: true } : row)) };
    const rows = ["22505,,office,,1", "22505,,facility,,1", "22511,,office,1011200,1", "22862,,asc,,1"];
    const document = documentOf(rows, before);
    const { lines, total } = document;
    expect(lines.map(({ na }) => na)).toEqual([{ from: true, to: true }, undefined, { from: true, to: false }]);
    expect(total.count).toBe(3);
    const text = portfolioMarkdown(document, 5);
    expect(text).toMatch(/\| 2 +\| 22505 \| Physician in an office \| 1 +\| NA 148\.15 +\| NA 153\.64 \|/);
    expect(text).toContain("rarely or never done");
    expect(text).toContain("- 2026A: Addendum_B.RECONSTRUCTED.csv (reconstructed): ");
    expect(portfolioMarkdown(documentOf(["22511,,office,,1"]), 5)).not.toContain("marks NA");
  });

  it("finds a locality under the number of either side", () => {
    const renumbered = (side: Side, locality: string): Side => ({
      ...side,
      localities: side.localities?.map((row) => (row.locality === "1011200" ? { ...row, locality } : row)),
      counties: [{ locality, state: "ALABAMA", coverage: "all", counties: [] }],
    });
    const [before, after] = [renumbered(A, "1011200"), renumbered(B, "1011299")];
    const document = documentOf(["22511,,office,1011200,1", "22511,,office,1011299,1"], before, after);
    const { lines } = document;
    expect(lines).toHaveLength(2);
    expect(lines[0]?.change).toBe(lines[1]?.change);
    expect(lines.map(({ localities }) => localities)).toEqual(Array(2).fill({ from: "1011200", to: "1011299" }));
    expect(portfolioMarkdown(document, 5)).toContain("- 1011200 renumbered to 1011299");
  });

  it("tells no amount of a locality that was split into some of other indices", () => {
    const [one, other] = ["0111252", "0111251"] as const;
    const before: Side = {
      ...A,
      localities: A.localities?.flatMap((row) => (row.locality === one ? { ...row, locality: "0110203" } : [])),
      counties: [{ locality: "0110203", state: "CALIFORNIA", coverage: "listed", counties: ["MARIN", "NAPA"] }],
    };
    const listed = (locality: string, county: string) =>
      ({ locality, state: "CALIFORNIA", coverage: "listed", counties: [county] }) as const;
    const after: Side = { ...B, counties: [listed(one, "MARIN"), listed(other, "NAPA")] };
    const { lines, notCompared, localityMoves } = documentOf(
      ["22511,,office,0110203,1", `22511,,office,${other},1`],
      before,
      after,
    );
    expect(notCompared).toMatchObject([{ row: 2, after: { reason: "locality-in-several" } }]);
    expect(lines).toMatchObject([{ row: 3, localities: { from: "0110203", to: other } }]);
    expect(localityMoves).toMatchObject([{ kind: "split", from: ["0110203"], to: [other, one] }]);
  });

  it("lists codes, modifiers and localities that neither release knows, with their services, in no sum", () => {
    const { notUnderstood, total, units } = documentOf([
      ...["99999,,office,,1", "22511,26,office,,20", "22511,,office,9999999,300", "22511,26,asc,,4000"],
      ...["22511,,asc,0111205,50000", "77012,26 TC,office,,600000", "22511,,office,,7000000"],
    ]);
    expect(notUnderstood.map(({ row, count, why }) => [row, count, why])).toEqual([
      [2, 1, "99999 is in no table of either release"],
      [3, 20, '22511 has no row with modifier "26" in either release; its modifiers are none'],
      [4, 300, "9999999 is not a locality of either release"],
      [5, 4000, `"26" is for physicians' services; a hospital or ASC is paid by the code only`],
      [6, 50_000, "0111205 is a locality of the physician fee schedule; a facility's rate is national"],
      [7, 600_000, "modifiers 26 and TC are two rows of the fee schedule"],
    ]);
    expect([total.count, units]).toEqual([
      7_000_000,
      { read: 7_654_321, inTotal: 7_000_000, apart: 0, notCompared: 0, notUnderstood: 654_321 },
    ]);
  });

  it("passes modifiers that do not change the amount, and prices those apart that do", () => {
    const document = documentOf([
      "22511,LT 59,office,,3",
      "22511,50,office,,2",
      "22511,,office,,-1",
      "22511,53,office,,1",
    ]);
    expect(document.lines.map(({ modifiers, count, change }) => [modifiers, count, change])).toEqual([
      [["LT", "59"], 3, "292.20"],
      [undefined, -1, "-97.40"],
    ]);
    // 97.40 x (3 - 1), and 97.40 x (2 + 1)
    expect(document.total).toMatchObject({ count: 2, change: "194.80", percent: "5.81" });
    expect(document.apart.total).toMatchObject({ count: 3, change: "292.20" });
    expect(document.apart.lines.map(({ modifiers }) => modifiers)).toEqual([["50"], ["53"]]);
    expect(document.modifiers.passed.map(({ modifier, count }) => [modifier, count])).toEqual([
      ["LT", 3],
      ["59", 3],
    ]);
    expect(document.units).toEqual({ read: 5, inTotal: 2, apart: 3, notCompared: 0, notUnderstood: 0 });
    expect(document.modifiers.rules).toMatchObject([
      { hcpcs: "22511", modifier: "50", indicator: "Bilateral surgery" },
    ]);
    const text = portfolioMarkdown(document, 5);
    expect(text).toContain("Units read: 5. In the total: 2; priced apart for a modifier: 3;");
    expect(text).toMatch(/\| 3 +\| 22511 \| Physician in an office \| 50 +\| 2 +\|/);
    const [reversal] = documentOf(["22511,,office,,-1"]).lines;
    expect([reversal?.before, reversal?.percent]).toEqual(["-1676.52", "5.81"]);
  });

  it("gives the share that is paid with a modifier, where the row's indicator and the law say it", () => {
    const indicators = { bilateralSurgery: "1", assistantAtSurgery: "2" };
    const having = (side: Side): Side => ({ ...side, pfs: side.pfs?.map((row) => ({ ...row, ...indicators })) });
    const rows = ["22511,50,office,,2", "22511,AS,facility,,10", "22511,50 AS,office,,1", "22511,22,office,,1"];
    const { adjusted, total } = documentOf(rows, having(A), having(B)).apart;
    expect(adjusted.lines).toMatchObject([
      // 1,676.52 x 1.5 = 2,514.78; 1,773.92 x 1.5 = 2,660.88; x 2
      { row: 2, modifier: "50", percents: { to: "150.0" }, before: "5029.56", after: "5321.76", change: "292.20" },
      // 393.66 x 0.136 = 53.53776 -> 53.54; 361.40 x 0.136 = 49.1504 -> 49.15; x 10
      { row: 3, modifier: "AS", percents: { to: "13.6" }, before: "535.40", after: "491.50", change: "-43.90" },
    ]);
    expect([total.count, adjusted.count, adjusted.change, adjusted.rules.length]).toEqual([14, 12, "248.30", 2]);
    expect(portfolioMarkdown(documentOf(rows, having(A), having(B)), 5)).toMatch(
      /\| 3 +\| AS +\| 13\.6 +\| 10 +\| 535\.40 +\| 491\.50 +\| -43\.90 \|/,
    );
  });

  it("applies no physician's share to a facility's rate", () => {
    const assistants = (side: Side): Side => ({
      ...side,
      pfs: side.pfs?.map((row) => ({ ...row, assistantAtSurgery: "2" })),
    });
    const { apart, modifiers } = documentOf(["22511,80,hopd,,10", "22511,50,asc,,2"], assistants(A), assistants(B));
    expect([apart.total.count, apart.adjusted.lines, modifiers.rules]).toEqual([12, [], []]);
  });

  it("takes the row that pays a physician in a facility: 26 of a service that splits, and nobody for TC", () => {
    const { lines, notCompared } = documentOf(["77012,,facility,,1", "77012,TC,facility,,1", "77012,,office,,1"]);
    // 26 row: (1.46 + 0.46 + 0.09) x 33.4009 = 2.01 x 33.4009 = 67.135809; in an office 3.68 x 33.4009 = 122.915312
    expect(lines.map(({ row, to }) => [row, to])).toEqual([
      [2, "67.14"],
      [4, "122.92"],
    ]);
    expect(notCompared).toMatchObject([{ row: 3, after: { value: null, reason: "technical-component-only" } }]);
  });

  it("finds the locality of a ZIP code, and does not pick one where the code leaves a doubt", () => {
    const text = "code,zip,POS,units\n22511,36104,11,1\n22511,94303,11,2\n22511,36104,11,4\n22511,,11,8\n";
    const ofZip = (zip: string): string => {
      if (zip === "36104") return "1011200";
      throw fault("zip.ambiguous", { file: "--zip" }, `${zip} is in several localities`, "Name the locality");
    };
    const { document } = portfolio(A, B, volumesText({ name: "v.csv", sha256: "" }, text), ofZip);
    expect(document?.lines.map(({ row, locality }) => [row, locality])).toEqual([
      [2, "1011200"],
      [4, "1011200"],
      [5, null],
    ]);
    expect(document?.notUnderstood).toMatchObject([{ row: 3, count: 2, why: "94303 is in several localities" }]);
  });
});

/** Mills of a dollar text. */
function mills(text: string): bigint {
  const [, sign = "", whole = "", part = ""] = /^(-?)(\d+)\.(\d{2,3})$/.exec(text) ?? [];
  return BigInt(`${sign}${whole}${part.padEnd(3, "0")}`);
}

const sum = (values: readonly bigint[]): bigint => values.reduce((all, each) => all + each, 0n);

function addsUp(parts: readonly Revenue[], whole: Revenue): boolean {
  const same = (of: (revenue: Revenue) => string | undefined): boolean =>
    sum(parts.map((part) => mills(of(part) ?? "0.00"))) === mills(of(whole) ?? "0.00");
  return (
    same(({ before }) => before) &&
    same(({ after }) => after) &&
    same(({ change }) => change) &&
    same(({ unexplained }) => unexplained) &&
    Object.keys(whole.effects).every((cause) => same(({ effects }) => effects[cause])) &&
    Object.keys(whole.explained).every((rule) => same(({ explained }) => explained[rule]))
  );
}

function isSplit({ before, after, change, effects, explained, unexplained }: Revenue): boolean {
  const split = sum(Object.values(effects).map(mills));
  const told = sum(Object.values(explained).map(mills)) + mills(unexplained) + mills(effects["rounding"] ?? "");
  return split === mills(change) && told === mills(change) && mills(after) - mills(before) === mills(change);
}

it("adds up in every direction, to the mill, whatever the volumes", () => {
  const places = ["", ...(A.localities ?? []).map(({ locality }) => locality)];
  const fees = (A.pfs ?? []).map(({ hcpcs, modifier }) => [hcpcs, modifier] as const);
  const fee = fc
    .tuple(fc.constantFrom(...fees), fc.constantFrom("office", "facility"), fc.constantFrom(...places))
    .map(([[code, modifier], setting, place]) => `${code},${modifier},${setting},${place}`);
  const rate = fc
    .tuple(fc.constantFrom("22511", "22513", "22512", "22515"), fc.constantFrom("hopd", "asc"))
    .map(([code, setting]) => `${code},,${setting},`);
  const row = fc
    .tuple(
      fc.oneof(fee, rate),
      fc.integer({ min: -999_999_999, max: 999_999_999 }),
      fc.constantFrom("", " LT", " 50", " ZZ"),
    )
    .map(([which, count, modifiers]) => `${which.replace(/^(\w+,\w*)/, `$1${modifiers}`)},${count}`);
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), (rows) => {
      const document = documentOf(rows);
      const { lines, byCode, bySetting, total, notCompared } = document;
      expect(PortfolioDocument.safeParse(document).error).toBeUndefined();
      expect(lines.length + document.apart.lines.length + notCompared.length).toBe(rows.length);
      const { read, inTotal, apart, notCompared: without, notUnderstood } = document.units;
      expect(inTotal + apart + without + notUnderstood).toBe(read);
      expect(addsUp(document.apart.lines, document.apart.total)).toBe(true);
      for (const parts of [lines, byCode, bySetting]) expect(addsUp(parts, total)).toBe(true);
      for (const each of [total, ...lines, ...byCode, ...bySetting]) expect(isSplit(each)).toBe(true);
    }),
    { numRuns: 60 },
  );
});
