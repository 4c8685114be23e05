import { describe, expect, it } from "vitest";
import { releaseNotes } from "../../pipelines/words/release-notes.ts";
import type { Manifest } from "../../schemas/out/manifest.ts";
import { A, B } from "../support/diff-sides.ts";

type Publication = Manifest["publications"][number];

/** January 2025 with one publication, as another one: its label, family and revision alone decide what is said. */
function notesWith(change: Partial<Publication>): string[] {
  const publications = A.manifest.publications.filter(({ family }) => family === "asc");
  return releaseNotes({ ...A.manifest, publications: publications.map((each) => ({ ...each, ...change })) });
}

// The registry's note on revision 2 of the ASC addenda, and its reason to prefer revision 1.
const CORRECTED = "15013 and C8002 are no longer discounted and rise from $3,355.45 to $3,892.28";

describe(releaseNotes, () => {
  it("says of a posting that CMS replaced what it corrected, how that is built, and why it was not", () => {
    const [note, ...others] = releaseNotes(A.manifest);
    expect(others).toEqual([]);
    expect(note).toMatch(/^ASC addenda 2025Q1 is revision 1 of 2; the next one is built as 2025A-asc2 \(CMS's later/);
    expect(note).toContain(CORRECTED);
    expect(note).toContain("). The day on which CMS posted the correction is not recorded");
  });

  it("has the correction of each publication from the registry", () => {
    const revision = { number: 1, of: 2, supersedes: null, supersededBy: "2022D" };
    expect(notesWith({ family: "opps", label: "Addendum B 2022Q4", revision })).toEqual([
      "Addendum B 2022Q4 is revision 1 of 2; the next one is built as 2022D (CMS's correction of 14 November 2022: the rate of A9607 is 218.875 instead of 43,775)",
    ]);
    expect(notesWith({ label: "ASC addenda of nobody", revision })).toEqual([
      "ASC addenda of nobody is revision 1 of 2; the next one is built as 2022D",
    ]);
  });

  it("is silent about the last posting of registered files", () => {
    expect(releaseNotes(B.manifest)).toEqual([]);
    const revision = { number: 2, of: 2, supersedes: "2025A", supersededBy: null };
    expect(notesWith({ revision })).toEqual([]);
    expect(notesWith({ revision, registered: false })).toEqual([
      "ASC addenda 2025Q1 is not registered: nobody has verified its file",
    ]);
  });
});
