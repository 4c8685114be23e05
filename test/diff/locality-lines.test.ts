import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { diff } from "../../pipelines/answers/diff/diff.ts";
import { Explanations } from "../../pipelines/answers/diff/explain-change.ts";
import { readSide, type Side } from "../../pipelines/answers/diff/side.ts";
import { DiffDocument } from "../../schemas/out/diff.ts";
import type { LocalityRow } from "../../schemas/out/localities.ts";
import { LocalityChangesHead, LocalityChangesLine } from "../../schemas/out/locality-changes.ts";
import { feesIn } from "../support/decimal-amounts.ts";
import { type Lines, linesOf, wrongSums } from "../support/locality-lines.ts";

const OUT = fileURLToPath(new URL("../../out", import.meta.url));
const A = readSide(join(OUT, "2025A"));
const B = readSide(join(OUT, "2026A"));
const there = linesOf(A, B);

function mismatches({ head, lines }: Lines, side: "from" | "to", folder: string): string[] {
  const published = feesIn(folder);
  return lines.flatMap((line) => {
    const amounts = published(line.hcpcs, line.modifier, line.setting);
    return head.localities.flatMap((place, at) => {
      const key = side === "from" ? place.from : place.locality;
      return line[side][at] === amounts.get(key) ? [] : [`${line.hcpcs} ${line.modifier} ${line.setting} ${key}`];
    });
  });
}

describe("every locality's changes, line by line", () => {
  it("fit their schemas, a line a setting of every row that is priced on both sides", () => {
    expect(LocalityChangesHead.safeParse(there.head).error).toBeUndefined();
    for (const line of there.lines) expect(LocalityChangesLine.safeParse(line).error).toBeUndefined();
    expect(DiffDocument.safeParse(there.document).error).toBeUndefined();
    const { rows, lines, unmatched } = there.document.localitySummary ?? {};
    // 18 of the excerpts' 22 rows have status A, R or T and units in both years.
    expect([rows?.pricedOnBoth, lines]).toEqual([18, 36]);
    expect([there.lines.length, unmatched]).toEqual([lines, { from: [], to: [] }]);
  });

  it("have effects that add up to the change, which is the difference of the two amounts", () => {
    expect(wrongSums(there)).toEqual([]);
  });

  it("have the amounts that were published on both sides", () => {
    expect(mismatches(there, "from", join(OUT, "2025A"))).toEqual([]);
    expect(mismatches(there, "to", join(OUT, "2026A"))).toEqual([]);
  });

  it("say of 22511 in Alabama what moved it", () => {
    // 2025: (7.33 x 1.000 + 43.46 x 0.869 + 1.04 x 0.575) x 32.3465; 2026 by its own row of GPCI2026.
    const at = there.head.localities.findIndex(({ locality }) => locality === "1011200");
    const line = there.lines.find(({ hcpcs, setting }) => hcpcs === "22511" && setting === "nonFacility");
    // 7.33 + 37.76674 + 0.598 = 45.69474; x 32.3465 = 1,478.06 to the cent.
    expect(line?.from[at]).toBe("1478.06");
    expect(line?.explained).toEqual({ work: "efficiency-adjustment-2026", factor: "conversion-factor-pfs" });
  });

  it("are none where nothing changed", () => {
    const same = linesOf(A, A);
    expect([same.lines, same.document.localitySummary?.lines]).toEqual([[], 0]);
    expect(same.document.localitySummary?.localities[0]?.nonFacility).toMatchObject({ medianPercent: "0.00" });
    expect(same.document.localitySummary?.localities[0]?.largestRise).toBeNull();
  });

  it("are refused where a side has no amounts by locality, or none in common", () => {
    expect(() => linesOf({ ...A, localities: undefined }, B)).toThrow(/2025A was built without/);
    expect(() => linesOf(A, { ...B, pfs: undefined })).toThrow(/2026A was built without/);
    const elsewhere = B.localities?.map((row) => ({ ...row, locality: `9${row.locality.slice(1)}` }));
    expect(() => linesOf(A, { ...B, localities: elsewhere, counties: undefined })).toThrow(/no locality is in both/);
  });

  it("leave out codes that were not asked for", () => {
    const { lines } = linesOf(A, B, ["22511"]);
    expect(lines.map(({ hcpcs, setting }) => `${hcpcs} ${setting}`)).toEqual(["22511 nonFacility", "22511 facility"]);
  });
});

describe("the summary by locality", () => {
  it("is mean and median of the percents as published, and the amounts that moved most", () => {
    const [place] = there.document.localitySummary?.localities ?? [];
    const paid = there.lines.filter(({ na }) => na === undefined);
    const lines = paid.filter(({ setting }) => setting === "facility");
    const percents = lines.map(({ percent }) => Number(percent[0]?.replace(".", ""))).sort((one, two) => one - two);
    const [low = 0, high = 0] = [percents[(percents.length - 1) >> 1], percents[percents.length >> 1]];
    expect(place?.facility.rows).toBe(percents.length);
    expect(Math.abs(Number(place?.facility.medianPercent) * 100 - (low + high) / 2)).toBeLessThanOrEqual(0.51);
    const sum = percents.reduce((all, each) => all + each, 0);
    expect(Math.abs(Number(place?.facility.meanPercent) * 100 - sum / percents.length)).toBeLessThanOrEqual(0.51);
    const changes = paid.map(({ change }) => Number(change[0]));
    expect(Number(place?.largestRise?.change)).toBe(Math.max(...changes));
    expect(Number(place?.largestFall?.change)).toBe(Math.min(...changes));
  });

  it("is not inside a document of more rows than it can hold", () => {
    const copies = (side: Side): Side => ({
      ...side,
      pfs: Array.from({ length: 30 }, (_, at) => at).flatMap((at) =>
        (side.pfs ?? []).map((row) => ({ ...row, hcpcs: `${row.hcpcs.slice(0, 3)}${String(at + 10)}` })),
      ),
    });
    expect(() => diff(copies(A), copies(B), { localities: true })).toThrow(/--localities-to/);
  });
});

describe("the work floor", () => {
  const explained = (before: Partial<LocalityRow>, after: Partial<LocalityRow>): string | undefined => {
    const row = A.localities?.[0] as LocalityRow;
    return new Explanations(A, B).ofFloor({ before: { ...row, ...before }, after: { ...row, ...after } }).workGpci;
  };

  it("explains an index that CMS prints without it, whichever side lacks it", () => {
    const [low, high] = [{ workGpci: "0.988" }, { workGpci: "1.000", workGpciWithoutFloor: "0.988", peGpci: "0.9" }];
    expect([explained(low, high), explained(high, low)]).toEqual(["work-floor", "work-floor"]);
    expect(explained({ workGpci: "0.987" }, high)).toBeUndefined();
  });

  it("explains one that went to the floor while the other indices stood, where CMS prints one column", () => {
    expect(explained({ workGpci: "0.988" }, { workGpci: "1.000" })).toBe("work-floor");
    expect(explained({ workGpci: "0.988" }, { workGpci: "1.000", mpGpci: "0.9" })).toBeUndefined();
  });

  it("explains no update, and nothing above it", () => {
    expect(explained({ workGpci: "0.988" }, { workGpci: "0.990" })).toBeUndefined();
    expect(explained({ workGpci: "1.000" }, { workGpci: "1.020" })).toBeUndefined();
    expect(explained({ workGpci: "0.988" }, { workGpci: "1.001" })).toBeUndefined();
  });

  it("is told of the localities of GPCI2026 that have it, in the head and in every amount", () => {
    // RVU26A as it would be without the floor: CMS's own second column.
    const localities = B.localities?.map((row) => ({ ...row, workGpci: row.workGpciWithoutFloor ?? row.workGpci }));
    const bare = { ...B, localities };
    const below = localities?.filter(({ workGpci }) => Number(workGpci) < 1).map(({ locality }) => locality);
    expect(below?.length).toBeGreaterThan(40);
    const { head, document } = linesOf(bare, B);
    const told = head.localities.filter(({ explained: by }) => by["workGpci"] === "work-floor");
    expect(told.map(({ locality }) => locality)).toEqual(below);
    expect(Object.keys(document.rules)).toEqual(["work-floor"]);
  });
});
