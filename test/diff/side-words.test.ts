import { describe, expect, it } from "vitest";
import { diff } from "../../pipelines/answers/diff/diff.ts";
import { sideNotes } from "../../pipelines/reports/views/side-notes.ts";
import { DiffDocument } from "../../schemas/out/diff.ts";
import { A, B, withOrigin } from "../support/diff-sides.ts";
import { diffMarkdown } from "../support/markdown.ts";

const there = diff(A, B, { localities: false });

describe("what a diff says of the files of a side", () => {
  it("is first which posting CMS has replaced, and what it corrected", () => {
    // The registry's note on the second posting of the ASC addenda of January 2025, of which 2025A has the first.
    const corrected = /^ASC addenda 2025Q1 is revision 1 of 2; .* 2025A-asc2 \(.*15013 and C8002 .* to \$3,892\.28/;
    expect(there.from.notes).toEqual([expect.stringMatching(corrected)]);
    expect(sideNotes(there.from)[0]).toMatch(corrected);
    expect(diffMarkdown(there, 5)).toContain(`- 2025A: ${there.from.notes[0]}\n`);
    expect(there.to.notes).toEqual([]);
  });

  it("is which of them are no plain ones of CMS's, by the figures of an excerpt's original", () => {
    expect(sideNotes(there.to)).toEqual([
      "excerpt: 7 of 7 files have only a few of CMS's rows",
      expect.stringMatching(/^PPRRVU2026_Jan_nonQPP\.csv \(transcribed\): Figures transcribed row by row/),
      expect.stringMatching(/^Addendum_B\.RECONSTRUCTED\.csv \(reconstructed\): Put together from public extracts/),
    ]);
    const text = diffMarkdown(there, 5);
    expect(text).toContain("- 2025A: January 2025 Web Addendum B.12.31.24.csv (edited): All rows and columns");
    expect(text).toContain("- 2026A: Addendum_B.RECONSTRUCTED.csv (reconstructed): ");
    expect(there.to.files.find(({ id }) => id === "rvu")).toMatchObject({
      origin: "transcribed",
      excerptOf: expect.stringContaining("PPRRVU2026_Jan_nonQPP.csv"),
    });
  });

  it("is that every file is CMS's own where that is so, and that one's bytes are not the registered ones", () => {
    const plain = {
      ...there.from,
      coverage: "whole" as const,
      files: there.from.files.filter(({ id }) => id === "rvu"),
      notes: [],
    };
    expect(sideNotes(plain)).toEqual(["every file is CMS's own, and was read whole"]);
    const [publication, ...others] = A.manifest.publications;
    const files = publication?.files.map((file) => ({ ...file, changed: file.id === "rvu" })) ?? [];
    const publications = publication ? [{ ...publication, files }, ...others] : [];
    const changed = diff({ ...A, manifest: { ...A.manifest, publications } }, B, { localities: false });
    expect(sideNotes(changed.from)).toContain("PPRRVU25_JAN.csv (unverified): its hash is not the one in the registry");
  });

  it("are labels that a copy has by its own origin", () => {
    const { from } = diff(withOrigin(A, "asc-aa", "edited"), B, { localities: false });
    expect(from.files.filter(({ origin }) => origin === "edited").map(({ id }) => id)).toEqual([
      "addendum-b",
      "asc-aa",
    ]);
  });
});

describe("a table that a side did not read", () => {
  const missing = [
    { source: "asc" as const, kind: "not-found" as const, reason: "no asc publication of 2026Q1 is registered" },
  ];
  const conversionFactors = B.manifest.conversionFactors.filter(({ schedule }) => schedule !== "asc");
  const without = { ...B, asc: undefined, manifest: { ...B.manifest, missing, conversionFactors } };
  const document = diff(A, without, { localities: false });
  const text = diffMarkdown(document, 5);

  it("is named with the reason, and its factor too", () => {
    expect(DiffDocument.safeParse(document).error).toBeUndefined();
    expect([document.from.notRead, document.to.notRead]).toEqual([[], [{ table: "asc", reason: missing[0]?.reason }]]);
    expect(text).toMatch(/\| ASC codes +\| 11 +\| not read \| - /);
    expect(text).toContain("- ASC codes: not read in 2026A: no asc publication of 2026Q1 is registered.");
    expect(text).toMatch(/\| ASC +\| all +\| 54\.8950 +\| not read in 2026A \|/);
  });

  it("is another thing than a track that a year does not have", () => {
    expect(text).toMatch(/\| PFS +\| all clinicians +\| 32\.3465 +\| no such track +\|/);
  });
});
