import { describe, expect, it } from "vitest";
import { type ChosenCodes, diff } from "../../pipelines/answers/diff/diff.ts";
import type { Side } from "../../pipelines/answers/diff/side.ts";
import { indicatorSections } from "../../pipelines/reports/views/review-indicators.ts";
import { DiffDocument } from "../../schemas/out/diff.ts";
import { A, B } from "../support/diff-sides.ts";
import { diffMarkdown } from "../support/markdown.ts";

/** A side in which 22511 has the number that it had until 2014. */
function under22521(side: Side): Side {
  const rename = <Row extends { readonly hcpcs: string }>(rows: readonly Row[] | undefined) =>
    rows?.map((row) => (row.hcpcs === "22511" ? { ...row, hcpcs: "22521" } : row));
  return { ...side, pfs: rename(side.pfs), opps: rename(side.opps), asc: rename(side.asc) };
}

const codesOf = (document: DiffDocument) => document.successions?.successions.map(({ deleted }) => deleted);
const only = (code: string) => (): ChosenCodes => ({ codes: [code], unknown: [] });
const SENTENCE = "22511 succeeded 22521 on 2015-01-01 (not like for like: imaging guidance is part of the new code).";

describe("a code that only one release has", () => {
  const document = diff(under22521(A), B, { localities: false });

  it("is named with the code that followed it or that it followed, whichever release comes first", () => {
    expect(DiffDocument.safeParse(document).error).toBeUndefined();
    expect(codesOf(document)).toEqual(["22521"]);
    expect(codesOf(diff(B, under22521(A), { localities: false }))).toEqual(["22521"]);
    expect(document.successions?.cites.length).toBeGreaterThan(1);
  });

  it("is so where one of the two codes is asked for, and no other", () => {
    const chosen = (code: string) => diff(under22521(A), B, { localities: false, chooseCodes: only(code) });
    expect([chosen("22511"), chosen("22521"), chosen("22512")].map(codesOf)).toEqual([["22521"], ["22521"], undefined]);
  });

  it("is none where both releases have the code", () => {
    expect(diff(A, B, { localities: false })).not.toHaveProperty("successions");
  });

  it("is told in text, below the codes of one release, and on the page of a review", () => {
    const text = diffMarkdown(document, 5);
    expect(text).toMatch(/## In one release only[\s\S]*## Codes that succeeded others/);
    expect(text).toContain(`- ${SENTENCE}\n`);
    expect(text).toContain("- CMS, recovery audit topic 0139: 22510-22515; 22520-22525 (prior years)");
    expect(JSON.stringify(indicatorSections(document))).toContain(SENTENCE);
    const without = diff(A, B, { localities: false });
    expect(diffMarkdown(without, 5)).not.toContain("succeeded");
    expect(JSON.stringify(indicatorSections(without))).not.toContain("succeeded");
  });
});
