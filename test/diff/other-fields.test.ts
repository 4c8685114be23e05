import { describe, expect, it } from "vitest";
import { diff } from "../../pipelines/answers/diff/diff.ts";
import { firstText, otherFields } from "../../pipelines/reports/views/diff-changes.ts";
import { A, B, withFee } from "../support/diff-sides.ts";
import { diffMarkdown } from "../support/markdown.ts";

const compare = (before: typeof A, after: typeof A) => diff(before, after, { localities: false });

describe("fields that no list of letters and amounts has", () => {
  it("are counted with the first rows, old and new, where nothing else of a row changed", () => {
    const changed = withFee(withFee(A, "22511", { globalDays: "ZZZ" }), "77002", { physicianSupervision: "02" });
    const document = compare(A, changed);
    // 77002 stands as global and 26, supervision 09 in CMS's file, and TC, 03; 22511 once, with 010 global days.
    expect(otherFields(document).map(({ table, field, rows }) => [table, field, rows.length])).toEqual([
      ["pfs", "globalDays", 1],
      ["pfs", "physicianSupervision", 3],
    ]);
    const text = diffMarkdown(document, 5);
    expect(text).toContain("## Other fields\n\n- PFS rows, global days: 1 row (22511 010 -> ZZZ)");
    expect(text).toContain(
      "- PFS rows, physician supervision: 3 rows (77002 09 -> 02, 77002 26 09 -> 02, 77002 TC 03 -> 02)",
    );
  });

  it("are with the letters and the amounts all that changed", () => {
    const listed = ["status", "nonFacilityNa", "facilityNa", "nonFacility", "facility"];
    const { pfs, localities } = compare(A, B);
    const told = otherFields(compare(A, B));
    const counts = (table: string) => told.filter((each) => each.table === table);
    const cells = (pfs?.changed ?? []).flatMap(({ fields }) => Object.keys(fields).filter((f) => !listed.includes(f)));
    expect(counts("pfs").reduce((sum, { rows }) => sum + rows.length, 0)).toBe(cells.length);
    const places = (localities?.changed ?? []).flatMap(({ fields }) => Object.keys(fields));
    expect(counts("localities").reduce((sum, { rows }) => sum + rows.length, 0)).toBe(places.length);
    expect(diffMarkdown(compare(A, A), 5)).not.toContain("## Other fields");
  });

  it("are cut after the first, and blanks and marks are words", () => {
    const rows = [
      { name: "1", from: null, to: "A" },
      { name: "2", from: true, to: false },
      { name: "3", from: "", to: "B" },
    ];
    expect(firstText(rows, 2)).toBe("1 none -> A, 2 yes -> no, ...");
    expect(firstText(rows, 3)).toBe("1 none -> A, 2 yes -> no, 3 none -> B");
  });
});

describe("the Markdown of a diff", () => {
  const text = diffMarkdown(compare(A, B), 5);

  it("names the first rows of those that stand in one release only", () => {
    // Addendum AA of 2026 has rows of both, that of 2025 of neither.
    expect(text).toContain("## In one release only\n\n- ASC codes only in 2026A: 2 (22841, 22862)");
    expect(diffMarkdown(compare(B, A), 5)).toContain("- ASC codes only in 2026A: 2 (22841, 22862)");
  });

  it("lists as many of them as are wanted, and says how to list all", () => {
    const only = (most: number): string[] => diffMarkdown(compare(A, B), most).match(/^- ASC codes only.*$/gm) ?? [];
    expect(only(1)).toEqual(["- ASC codes only in 2026A: 2 (22841, ...; --most 2 lists all)"]);
    expect(only(0)).toEqual(["- ASC codes only in 2026A: 2 (...; --most 2 lists all)"]);
  });

  it("writes the causes of a change with the dollar sign", () => {
    // 53.11 x 33.4009 - 51.83 x 32.3465, as effects.test.ts splits it
    expect(diffMarkdown(compare(A, B), 50)).toContain(
      "work RVU -$5.92*, PE RVU $47.01, MP RVU $0.99, conversion factor $55.32*",
    );
  });

  it("says over every list of amounts in which order it stands", () => {
    const order = "the largest changes by CMS's new figures first";
    for (const title of ["Physician fee schedule, national", "Hospital outpatient", "Ambulatory surgical centers"])
      expect(text).toContain(`## ${title}: ${order}\n`);
    expect(text).toContain(
      "Each row of CMS's file has both its amounts. First is the row with the largest such change",
    );
    const places = diffMarkdown(
      diff(A, B, { localities: true, chooseCodes: () => ({ codes: ["22511"], unknown: [] }) }),
      5,
    );
    expect(places).toContain("change in percent, lowest non-facility median first");
    expect(places).toMatch(/non-facility median % +\| non-facility mean % +\| facility median % +\| facility mean %/);
  });
});
