import { beforeAll, describe, expect, it } from "vitest";
import { portfolio } from "../../pipelines/answers/portfolio/portfolio.ts";
import { readVolumes } from "../../pipelines/answers/portfolio/volume-rows.ts";
import { volumesText } from "../../pipelines/answers/portfolio/volumes-file.ts";
import type { VolumesRelease } from "../../pipelines/website/browser/reader-side.ts";
import { type ClaimsOfSite, volumesAnswer } from "../../pipelines/website/browser/volumes-answer.ts";
import { volumeProblemsSection, volumesSections } from "../../pipelines/website/browser/volumes-section.ts";
import type { PortfolioDocument, Revenue } from "../../schemas/out/portfolio.ts";
import { reportMarkdown } from "../../scripts/print/view-markdown.ts";
import { A, B } from "../support/diff-sides.ts";
import { ROOT } from "../support/documents.ts";
import { claimsOfSite, volumesRelease } from "../support/site-sides.ts";

const OUT = `${ROOT}/out`;

let releases: readonly [VolumesRelease, VolumesRelease];
let claims: ClaimsOfSite;
beforeAll(async () => {
  releases = [await volumesRelease(OUT, "2025A"), await volumesRelease(OUT, "2026A")];
  claims = claimsOfSite(OUT, "2025A", "2026A");
});

const fileOf = (rows: readonly string[], headings = "code,modifier,setting,locality,count") => ({
  name: "v.csv",
  text: [headings, ...rows].join("\n"),
});

type File = ReturnType<typeof fileOf>;

/** What the command line answers. */
function told({ name, text }: File): PortfolioDocument {
  const { document, problems } = portfolio(A, B, volumesText({ name, sha256: "" }, text));
  if (document === undefined) throw new Error(JSON.stringify(problems));
  return document;
}

/** What the site answers: with what claims are priced from, or from the reader's documents alone. */
async function onSite(file: File, own: ClaimsOfSite | undefined) {
  const answer = await volumesAnswer(file, releases, own);
  if ("problems" in answer) throw new Error(JSON.stringify(answer.problems));
  return answer;
}

/** Every setting, a place, modifiers that change nothing, one that is priced apart, and rows that are in no sum. */
const MANY = fileOf([
  "22511,,office,,120",
  "22511,,facility,1011200,10",
  "22512,59,office,0111205,7",
  "77012,26,facility,,40",
  "22513,50,office,,11",
  "22511,,hopd,,31",
  "22511,,asc,US,12",
  "22514,,asc,,3",
  "22862,,asc,,5",
  "22515,,hopd,,6",
  "99999,,office,,2",
  "22511,TC,office,,2",
  "22511,,office,,-4",
]);

const CLAIMS = fileOf(
  ["22511,,hopd,,2,A1", "22512,,hopd,,2,A1", "22513,,office,,1,A2", "22514,,office,,1,A2", "22511,,asc,,9,"],
  "code,modifier,setting,locality,count,claim id",
);

describe("volumes on the site, with what claims are priced from", () => {
  it.each([
    ["every setting", MANY],
    ["claims, and a row without an id", CLAIMS],
  ])("have the document of the command line: %s", async (_, file) => {
    const expected = told(file);
    expect(expected.byCode.length).toBeGreaterThan(1);
    const { document, limits } = await onSite(file, claims);
    expect(document).toEqual(expected);
    expect(limits.lineByLine).toEqual([]);
  });
});

const sumsOf = ({ count, before, after, change, percent }: Revenue) => ({ count, before, after, change, percent });
const isOfPhysician = ({ setting }: { readonly setting: string }): boolean =>
  setting === "nonFacility" || setting === "facility";

describe("volumes on the site, from the reader's documents alone", () => {
  it("are the effects of 22511 times its count, worked out by hand", async () => {
    const { document } = await onSite(fileOf(["22511,,office,,120"]), undefined);
    // (7.33 + 43.46 + 1.04) x 32.3465 = 1,676.52, x 120 = 201,182.40; (7.15 + 44.89 + 1.07) x 33.4009 = 1,773.92,
    // x 120 = 212,870.40; 11,688.00 / 201,182.40 = 5.81 percent. Each RVU changes at the mean factor 32.8737:
    // work -0.18, x 120 = -710.07; PE 1.43, x 120 = 5,641.13; MP 0.03, x 120 = 118.35. The factor changes by 1.0544
    // at the mean of the RVUs, (51.83 + 53.11) / 2 = 52.47: x 120 = 6,638.92. These are 11,688.33.
    expect(document.total).toMatchObject({
      ...{ count: 120, before: "201182.40", after: "212870.40", change: "11688.00", percent: "5.81" },
      effects: { work: "-710.07", pe: "5641.13", mp: "118.35", factor: "6638.92", rounding: "-0.33" },
    });
  });

  it("have the sums of the command line: all, by setting, by code and by row", async () => {
    const [expected, { document }] = [told(MANY), await onSite(MANY, undefined)];
    expect(sumsOf(document.total)).toEqual(sumsOf(expected.total));
    expect(document.bySetting.map((sum) => [sum.setting, sumsOf(sum)])).toEqual(
      expected.bySetting.map((sum) => [sum.setting, sumsOf(sum)]),
    );
    expect(document.byCode.map((sum) => [sum.hcpcs, sumsOf(sum)])).toEqual(
      expected.byCode.map((sum) => [sum.hcpcs, sumsOf(sum)]),
    );
    const { from, to, units, notCompared, notUnderstood, modifiers, apart } = document;
    expect({ from, to, units, notCompared, notUnderstood, modifiers, apart }).toEqual({
      ...{ from: expected.from, to: expected.to, units: expected.units, notCompared: expected.notCompared },
      ...{ notUnderstood: expected.notUnderstood, modifiers: expected.modifiers, apart: expected.apart },
    });
    expect(document.notCompared.length * document.notUnderstood.length * document.apart.lines.length).toBeGreaterThan(
      0,
    );
  });

  it("have its causes of a physician's amount, and leave the change of a rate whole", async () => {
    const [expected, { document, limits }] = [told(MANY), await onSite(MANY, undefined)];
    expect(document.lines.filter(isOfPhysician)).toEqual(expected.lines.filter(isOfPhysician));
    const rates = document.lines.filter((line) => !isOfPhysician(line));
    expect(rates.length).toBeGreaterThan(2);
    for (const { effects, change } of rates)
      expect(effects).toEqual(change === "0.00" ? { rounding: "0.00" } : { price: change, rounding: "0.00" });
    expect(limits).toEqual({ lineByLine: ["2025A", "2026A"], hasClaims: false });
  });

  it("price each line of a claim alone, and say so in words", async () => {
    const { document, limits } = await onSite(CLAIMS, undefined);
    // Addendum B of 22511: 3,244.61 and 3,342.87; its neighbour 22512 is packaged, and has no rate of its own
    expect(document.lines[0]).toMatchObject({ from: "3244.61", to: "3342.87", change: "196.52" });
    expect(document.claims).toBe(null);
    const [head] = volumesSections(document, limits);
    const words = JSON.stringify(head?.blocks);
    expect(words).toContain("Each line of a claim is priced alone here");
    expect(words).toContain("ratebook diff 2025A 2026A --volumes FILE");
    expect(words).toContain("are not split into weight and factor");
    const [whole] = volumesSections((await onSite(CLAIMS, claims)).document, { lineByLine: [], hasClaims: true });
    expect(JSON.stringify(whole?.blocks)).not.toContain("ratebook diff");
  });
});

describe("a file of volumes with faults", () => {
  it.each([
    ["units that are no number", fileOf(["22511,,office,,many", "22512,,office,,1.5"])],
    ["no units", fileOf(["22511,,office,"], "code,modifier,setting,locality")],
    ["a row that is too wide", fileOf(["22511,,office,,1,000"])],
  ])("has the problems of the command line, cell by cell: %s", async (_, file) => {
    const answer = await volumesAnswer(file, releases, claims);
    const { problems } = readVolumes(volumesText({ name: file.name, sha256: "" }, file.text), "2025-01-01");
    expect(problems.length).toBeGreaterThan(0);
    expect(answer).toEqual({ problems });
  });

  it("is reported with row, column, value and cure", () => {
    const { text } = fileOf(["22511,,office,,many"]);
    const { problems } = readVolumes(volumesText({ name: "v.csv", sha256: "" }, text), "2025-01-01");
    const words = reportMarkdown({ name: "", head: [], sections: [volumeProblemsSection(problems)] });
    expect(words).toMatch(
      /\| 2 +\| E +\| count +\| "many" is not a whole number .*\| Correct the cell, or remove the row/,
    );
  });
});
