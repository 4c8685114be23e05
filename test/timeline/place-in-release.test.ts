import { describe, expect, it } from "vitest";
import { homesOf, placeIn } from "../../pipelines/answers/timeline/place-in-release.ts";
import { timeline } from "../../pipelines/answers/timeline/timeline.ts";
import type { ReleaseDocuments } from "../../pipelines/documents/release-documents.ts";
import type { LocalityRow } from "../../schemas/out/localities.ts";
import { altered, as, built, type Table, withTables } from "../support/timeline-releases.ts";

const A = built("2025A");
const COVERED = { "0118226": ["ORANGE"], "0118218": ["LOS ANGELES"], "0110203": ["MARIN", "NAPA"] };

/** A release whose localities are these of California, each with its counties and its number for an index. */
function release(name: string, from: string, counties: Readonly<Record<string, readonly string[]>>): ReleaseDocuments {
  const row = A.table("localities")?.allRows()[0] as LocalityRow;
  const rows = Object.keys(counties).map((locality) => ({ ...row, locality, peGpci: `1.${locality.slice(-3)}` }));
  const lists = Object.entries(counties).map(([locality, own]) => {
    return { locality, state: "CALIFORNIA", coverage: "listed", counties: own };
  });
  const only = (table: Table, of: readonly { locality: string }[]): Table =>
    table &&
    altered(table, {
      allRows: () => of,
      rowsOf: ({ locality }: { locality: string }) => of.filter((each) => each.locality === locality),
    });
  return withTables(as(A, name, from, from), (table, id) =>
    id === ("localities" as string) ? only(table, rows) : id === ("counties" as string) ? only(table, lists) : table,
  );
}

const RELEASES = [
  release("2023A", "2023-01-01", COVERED),
  release("2024A", "2024-01-01", {
    "0118218": ["LOS ANGELES", "ORAGNGE CNTY"],
    "0111252": ["MARIN"],
    "0111251": ["NAPA"],
  }),
];

function there(locality: string, index: number) {
  const place = placeIn(RELEASES[index] as ReleaseDocuments, homesOf(RELEASES, locality));
  return [place?.gpci?.locality, place?.isInSeveral, place?.notes];
}

describe("a locality over releases", () => {
  it("is followed to the one that it was merged into, with its counties", () => {
    const note = "compared with 0118226 in 2023A, this release has Orange (CA) in 0118218";
    expect([there("0118226", 0), there("0118226", 1)]).toEqual([
      ["0118226", false, []],
      ["0118218", false, [note]],
    ]);
  });

  it("keeps its number, and says which of its counties had another one", () => {
    const note = "compared with 0118218 in 2024A, this release has Orange (CA) in 0118226";
    expect([there("0118218", 0), there("0118218", 1)]).toEqual([
      ["0118218", false, [note]],
      ["0118218", false, []],
    ]);
  });

  it("has no amount where it was split into some of other indices, and one where it was a part", () => {
    const note = "compared with 0110203 in 2023A, this release has Napa (CA) in 0111251; Marin (CA) in 0111252";
    expect(there("0110203", 1)).toEqual([undefined, true, [note]]);
    expect(there("0111251", 0)[0]).toBe("0110203");
    expect(there("0111299", 0)).toEqual([undefined, undefined, undefined]);
  });

  it("stands in the timeline with its number in each release", () => {
    const document = timeline(RELEASES, { hcpcs: "22511", modifier: undefined, locality: "0118226" });
    expect(document.points.map(({ locality }) => locality)).toEqual(["0118226", "0118218"]);
    expect(document.locality?.locality).toBe("0118226");
    const split = timeline(RELEASES, { hcpcs: "22511", modifier: undefined, locality: "0110203" });
    expect(split.points[1]).toMatchObject({ locality: null, nonFacility: { reason: "locality-in-several" } });
    expect(Object.keys(split.points[1]?.files ?? {})).toContain("counties");
  });
});
