import { describe, expect, it } from "vitest";
import { diff } from "../../pipelines/answers/diff/diff.ts";
import type { Side } from "../../pipelines/answers/diff/side.ts";
import { movements } from "../../pipelines/reports/views/movements.ts";
import { DiffDocument } from "../../schemas/out/diff.ts";
import type { AscRow, OppsRow } from "../../schemas/out/facility.ts";
import { A, B, withOrigin } from "../support/diff-sides.ts";
import { diffMarkdown } from "../support/markdown.ts";

const compare = (before: Side, after: Side): DiffDocument => diff(before, after, { localities: false });

/** A side whose row of Addendum B, or of an ASC addendum, says something else. */
function withRow(side: Side, hcpcs: string, fields: Partial<OppsRow & AscRow>): Side {
  const changed = <Row extends { hcpcs: string }>(rows: readonly Row[] | undefined) =>
    rows?.map((row) => (row.hcpcs === hcpcs ? { ...row, ...fields } : row));
  return { ...side, opps: changed(side.opps), asc: changed(side.asc) };
}

const oppsOf = (document: DiffDocument, hcpcs: string) => document.opps?.changed.find((each) => each.hcpcs === hcpcs);

describe("cells that a reconstructed copy leaves blank", () => {
  const there = compare(A, B);

  it("are counted and not told as changes: Addendum B of January 2026 is at hand without weights and copayments", () => {
    // Seven codes of the excerpt are rated on both sides: 22310, 22505, 22510, 22511, 22513, 22514, 22899.
    expect(there.opps?.notInCopy).toEqual({
      fields: { relativeWeight: { from: 0, to: 7 }, minimumCopayment: { from: 0, to: 7 } },
      rows: { changed: 7, unchanged: 0 },
    });
    expect(oppsOf(there, "22511")).toMatchObject({
      fields: { oppsRate: { from: "3244.61", to: "3342.87" } },
      notInCopy: ["relativeWeight", "minimumCopayment"],
    });
    expect(Object.keys(oppsOf(there, "22511")?.fields ?? {})).toEqual(["oppsRate"]);
    expect(there.asc?.notInCopy).toEqual({ fields: {}, rows: { changed: 0, unchanged: 0 } });
  });

  it("leave a row unchanged whose other cells are the same, and every count adds up", () => {
    const after = withRow(B, "22511", { apc: null, oppsRate: "3244.61" });
    const document = compare(A, after);
    expect(DiffDocument.safeParse(document).error).toBeUndefined();
    expect(oppsOf(document, "22511")).toBeUndefined();
    expect(document.opps?.notInCopy).toMatchObject({
      fields: { apc: { from: 0, to: 1 } },
      rows: { changed: 6, unchanged: 1 },
    });
    // 16 codes on both sides; 22841 and 22862 changed their status, six rates did.
    expect(document.opps?.tally).toEqual({ before: 16, after: 16, added: 0, removed: 0, changed: 8, unchanged: 8 });
  });

  it("are no rate that ended, and no state either", () => {
    const after = withRow(B, "22511", { apc: "5114", oppsRate: null, state: "no-rate-printed" });
    const document = compare(A, after);
    expect(oppsOf(document, "22511")?.fields).toEqual({ apc: { from: "5113", to: "5114" } });
    expect(oppsOf(document, "22511")?.notInCopy).toContain("oppsRate");
    const isHospital = ({ hcpcs, schedule }: { hcpcs: string; schedule: string }) =>
      hcpcs === "22511" && schedule === "opps";
    expect(movements(document).filter(isHospital)).toEqual([]);
    expect(diffMarkdown(document, 100)).not.toMatch(/\| 22511 +\| OPPS/);
    expect(movements(compare(after, A)).filter(isHospital)).toEqual([]);
  });

  it("are changes under an indicator that pays nothing: CMS prints none there, nor does the copy", () => {
    const packaged = { statusIndicator: "N", state: "packaged", apc: null, oppsRate: null };
    const document = compare(A, withRow(B, "22511", packaged));
    expect(oppsOf(document, "22511")).toMatchObject({
      fields: { oppsRate: { from: "3244.61", to: null }, apc: { from: "5113", to: null } },
      rate: { from: "3244.61", to: null },
    });
    expect(oppsOf(document, "22511")?.notInCopy).toBeUndefined();
  });

  it("are changes where the copy has all of CMS's rows and columns", () => {
    const missing = { relativeWeight: null };
    for (const origin of ["cms", "edited"] as const) {
      const document = compare(A, withOrigin(withRow(A, "22511", missing), "addendum-b", origin));
      expect(oppsOf(document, "22511")?.fields).toEqual({ relativeWeight: { from: "36.3872", to: null } });
    }
    for (const origin of ["reconstructed", "transcribed", "unverified"] as const) {
      const document = compare(A, withOrigin(withRow(A, "22511", missing), "addendum-b", origin));
      expect(oppsOf(document, "22511")).toBeUndefined();
      expect(document.opps?.notInCopy.rows).toEqual({ changed: 0, unchanged: 1 });
    }
  });

  it("are those of either ASC addendum by its own file", () => {
    const blank = withRow(A, "22511", { paymentWeight: null });
    expect(compare(A, withOrigin(blank, "asc-aa", "transcribed")).asc?.notInCopy.fields).toEqual({
      paymentWeight: { from: 0, to: 1 },
    });
    expect(compare(A, withOrigin(blank, "asc-bb", "transcribed")).asc?.changed).toHaveLength(1);
  });

  it("are said in sentences below the counts", () => {
    expect(diffMarkdown(there, 5)).toContain(
      "- OPPS codes: Not in the copy of 2026A, and not compared with the cells of 2025A: relative weight 7, minimum copayment 7. Codes with such a cell: 7 of the changed rows, 0 of the unchanged",
    );
  });
});
