import { describe, expect, it } from "vitest";
import { timeline as timelineOf } from "../../pipelines/answers/timeline/timeline.ts";
import type { ReleaseDocuments } from "../../pipelines/documents/release-documents.ts";
import { timelinePage } from "../../pipelines/reports/pages/reports.ts";
import { lifeLines } from "../../pipelines/reports/views/timeline-life.ts";
import { TimelineDocument } from "../../schemas/out/timeline.ts";
import { coloursFor } from "../../scripts/print/terminal.ts";
import { timelineLines } from "../../scripts/print/timeline-lines.ts";
import { altered, as, built, type Table, withTables } from "../support/timeline-releases.ts";

const WHOLE = { modifier: undefined, locality: undefined };
const [A, B] = [built("2025A"), built("2026A")];
const SUCCESSION = "22511 succeeded 22521 on 2015-01-01 (not like for like: imaging guidance is part of the new code).";

/** A table in which 22511 has the number that it had until 2014. */
function under22521(table: Table): Table {
  const rowsOf = ({ hcpcs = "" }: Record<string, string>): object[] =>
    hcpcs === "22521" ? (table?.rowsOf({ hcpcs: "22511" }) ?? []).map((row) => ({ ...row, hcpcs })) : [];
  return table && altered(table, { rowsOf });
}

/** Add-on code edits with the last days of CMS's file: 2014365 of 22521, none of 22511. */
function withEdits(documents: ReleaseDocuments): ReleaseDocuments {
  const columns = Object.fromEntries(
    ["addOn", "addOnDeleted", "primary", "primaryDeleted"].map((field, at) => [
      field,
      { column: "BCDE"[at], heading: field },
    ]),
  );
  const head = { files: { "ncci-addon": { name: "AOC.xlsx", sha256: "", origin: "cms", columns } } };
  const day = "2014-12-31";
  const rows = [
    { addOn: "22512", addOnDeleted: null, primary: "22511", primaryDeleted: null, row: 1684 },
    { addOn: "22522", addOnDeleted: day, primary: "22521", primaryDeleted: day, row: 1688 },
  ];
  const edits = { head, allRows: () => rows } as unknown as Table;
  return withTables(documents, (table, name) => (name === "ncci-addon" ? edits : table));
}

const OLD = as(withTables(A, under22521), "2014A", "2014-01-01", "2014-03-31");
const textOf = (document: TimelineDocument): string => timelineLines(document, coloursFor({})).join("\n");

describe("the life of a code", () => {
  it("is what it succeeded, when, and what changed, and which releases have it", () => {
    const document = timelineOf([B, OLD, A], { hcpcs: "22511", ...WHOLE });
    expect(TimelineDocument.safeParse(document).error).toBeUndefined();
    expect(document.life).toMatchObject({ first: "2025A", last: "2026A", absentFrom: ["2014A"], deleted: null });
    expect(document.life.successions?.successions).toEqual([
      {
        deleted: "22521",
        successor: "22511",
        on: "2015-01-01",
        scope: "not like for like: imaging guidance is part of the new code",
      },
    ]);
    expect(lifeLines(document)).toEqual([
      "In 2 of 3 built releases: 2025A to 2026A. Not in 2014A (an excerpt).",
      SUCCESSION,
    ]);
    expect(textOf(document)).toContain(`\n${SUCCESSION}\n`);
    expect(textOf(document)).toMatch(/^Succession of codes: CMS, recovery audit topic 0139: 22510-22515; 22520-22525/m);
    const page = timelinePage(document);
    expect(page).toContain(SUCCESSION);
    expect(page).toContain("Succession of codes: CMS NCCI procedure-to-procedure edits of 2024Q3");
  });

  it("of a deleted code is its last day in CMS's add-on code edits, and what follows it", () => {
    const document = timelineOf([OLD, withEdits(A), B], { hcpcs: "22521", ...WHOLE });
    // Its figures of the releases that have it are shown as before.
    expect(document.points.map(({ nonFacility }) => nonFacility.value)).toEqual(["1676.52", null, null]);
    expect(document.life.deleted).toMatchObject({ lastDay: "2014-12-31", release: "2025A", cells: { row: 1688 } });
    expect(lifeLines(document)).toEqual([
      "In 1 of 3 built releases: 2014A. Not in 2025A (an excerpt), 2026A (an excerpt).",
      "Deleted: its last day of service was 2014-12-31, by CMS's add-on code edits of 2025A (D1688, E1688 of AOC.xlsx).",
      SUCCESSION,
    ]);
    const addOn = timelineOf([withEdits(A)], { hcpcs: "22512", ...WHOLE });
    expect(addOn.life.deleted).toBeNull();
  });

  it("is nothing to say of a code that every release has", () => {
    const document = timelineOf([A, B], { hcpcs: "77002", ...WHOLE });
    expect(document.life).toEqual({ first: "2025A", last: "2026A", absentFrom: [], deleted: null, successions: null });
    expect(lifeLines(document)).toEqual([]);
  });

  it("of a code that no release has names the code that follows it", () => {
    expect(() => timelineOf([A, B], { hcpcs: "22521", ...WHOLE })).toThrow(
      "no source of 2025A, 2026A has the code; 22511 succeeded 22521 on 2015-01-01 (not like for like",
    );
  });
});
