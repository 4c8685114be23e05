import { beforeAll, describe, expect, it } from "vitest";
import { diff } from "../../pipelines/answers/diff/diff.ts";
import { readSide } from "../../pipelines/answers/diff/side.ts";
import { draftNote, headlineOf } from "../../pipelines/refresh/headline.ts";
import type { DiffDocument } from "../../schemas/out/diff.ts";

let quarters: DiffDocument;
let same: DiffDocument;

beforeAll(() => {
  quarters = diff(readSide("out/2025A"), readSide("out/2026A"), { localities: false });
  same = diff(readSide("out/2026A"), readSide("out/2026A"), { localities: false });
});

/** The document of two quarters, where one side lacks the OPPS table. */
function without(side: "from" | "to"): DiffDocument {
  const factors = quarters.factors.map((each) => (each.schedule === "opps" ? { ...each, [side]: null } : each));
  const lacking = { ...quarters[side], rows: { ...quarters[side].rows, opps: null } };
  return { ...quarters, [side]: lacking, factors, opps: null };
}

describe(headlineOf, () => {
  it("says what changed of each schedule, the factors first", () => {
    const said = headlineOf(quarters);
    expect(said).toContain("The OPPS conversion factor was 89.1690 and is 91.4150.");
    expect(said).toContainEqual(
      expect.stringMatching(/^Physician fee schedule: 22 rows; \d+ changed, .*; \d+ amounts? rose, /),
    );
    expect(headlineOf(same)).toEqual([
      "Physician fee schedule: all 22 rows are as before.",
      "Localities: all 109 rows are as before.",
      expect.stringMatching(/^Hospital outpatient: all \d+ rows are as before\.$/),
      "Ambulatory surgical centers: all 13 rows are as before.",
    ]);
  });

  it("says which release lacks a table, or a factor alone", () => {
    expect(headlineOf(without("to"))).toContain(
      "This release has no OPPS table and no OPPS conversion factor. The one before has 89.1690.",
    );
    expect(headlineOf(without("from"))).toContain(
      "The release before has no OPPS table and no OPPS conversion factor. This one has 91.4150.",
    );
    expect(headlineOf(quarters)).toContainEqual(
      expect.stringMatching(
        /^The release before has no PFS conversion factor \(qualifying-apm\)\. This one has 33\.5675\.$/,
      ),
    );
  });
});

describe(draftNote, () => {
  it("names the rows that differ, five of each kind and a count of the others", () => {
    expect(draftNote(same)).toBe("The file changed. Its rows did not");
    const note = draftNote(quarters);
    expect(note).toMatch(
      /^What differs from the revision before\. PFS changed: (?:\w+(?: \w+)?, ){4}\w+(?: \w+)? and \d+ more/,
    );
    expect(note).toContain(". ASC changed: ");
  });
});
