import { describe, expect, it } from "vitest";
import { diff } from "../../pipelines/answers/diff/diff.ts";
import { naWays } from "../../pipelines/reports/views/diff-changes.ts";
import { DiffDocument } from "../../schemas/out/diff.ts";
import { A, B, withFee } from "../support/diff-sides.ts";
import { linesOf } from "../support/locality-lines.ts";
import { diffMarkdown } from "../support/markdown.ts";

const there = diff(A, B, { localities: false });
const rowOf = ({ pfs }: DiffDocument, hcpcs: string) => pfs?.changed.find((each) => each.hcpcs === hcpcs);

describe("amounts that CMS marks NA", () => {
  it("stay in the document, with the mark of either side", () => {
    // 22505 and 22862 are NA outside a facility in both files, 22511 nowhere.
    expect(rowOf(there, "22505")?.nonFacility).toMatchObject({ change: "5.49", na: { from: true, to: true } });
    expect(rowOf(there, "22505")?.facility.na).toBeUndefined();
    expect(rowOf(there, "22511")?.nonFacility.na).toBeUndefined();
    expect(DiffDocument.safeParse(there).error).toBeUndefined();
    const marked = diff(withFee(A, "22511", { nonFacilityNa: true }), B, {
      localities: true,
      chooseCodes: () => ({ codes: ["22511"], unknown: [] }),
    });
    expect(rowOf(marked, "22511")?.nonFacility.na).toEqual({ from: true, to: false });
    expect(rowOf(marked, "22511")?.localities?.[0]?.nonFacility.na).toEqual({ from: true, to: false });
    expect(rowOf(marked, "22511")?.localities?.[0]?.facility.na).toBeUndefined();
  });

  it("are no amounts where the row has none", () => {
    const unpriced = {
      nonFacilityNa: true,
      priceState: "contractor-priced",
      nonFacility: null,
      facility: null,
    };
    expect(
      rowOf(diff(A, withFee(B, "22511", unpriced), { localities: false }), "22511")?.nonFacility.na,
    ).toBeUndefined();
  });

  it("have no part in the order, and are in no list of changes; a sentence says how many", () => {
    // 22514 moves most in an office, 623.51; marked NA there, it is its -36.75 in a facility that counts.
    expect(there.pfs?.changed[0]?.hcpcs).toBe("22514");
    const marked = diff(A, withFee(B, "22514", { nonFacilityNa: true }), { localities: false });
    expect(marked.pfs?.changed[0]?.hcpcs).toBe("22513");
    const text = diffMarkdown(marked, 100);
    // Of the excerpts' 18 rows that are priced on both sides, in two settings: 22505, 22862, six rows of 7700x, 22514.
    expect(text).toContain(
      "9 of the 36 amounts that changed, appeared or disappeared are marked NA in a release and not listed.",
    );
    expect(text).not.toMatch(/\| 22514 +\| non-facility/);
    expect(text).toMatch(/\| 22514 +\| facility/);
  });

  it("are told where the mark itself came or went", () => {
    const marked = diff(withFee(A, "22505", { nonFacilityNa: false }), withFee(B, "77012", { facilityNa: false }), {
      localities: false,
    });
    expect(naWays(marked)).toEqual([
      { setting: "office", from: "not NA", to: "NA", codes: ["22505"] },
      { setting: "facility", from: "NA", to: "not NA", codes: ["77012", "77012 TC"] },
    ]);
    expect(diffMarkdown(marked, 5)).toContain("- office: not NA to NA: 1 (22505)");
  });

  it("are in no percent and no largest change of a locality, and are marked in its lines", () => {
    const { document, lines } = linesOf(A, B);
    const { rows, localities } = document.localitySummary ?? {};
    expect(rows?.markedNa).toEqual({ nonFacility: 2, facility: 6 });
    expect(localities?.[0]).toMatchObject({ nonFacility: { rows: 16 }, facility: { rows: 12 } });
    const marked = lines
      .filter(({ na }) => na !== undefined)
      .map(({ hcpcs, modifier }) => `${hcpcs} ${modifier}`.trim());
    expect(marked).toEqual(["22505", "22862", "77002", "77002 TC", "77003", "77003 TC", "77012", "77012 TC"]);
    const only = linesOf(A, B, ["22505"]).document.localitySummary?.localities[0];
    expect(only?.nonFacility).toEqual({ rows: 0, meanPercent: null, medianPercent: null });
    expect(only?.largestRise?.setting).toBe("facility");
  });
});
