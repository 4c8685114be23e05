import { describe, expect, it } from "vitest";
import { diff } from "../../pipelines/answers/diff/diff.ts";
import type { Side } from "../../pipelines/answers/diff/side.ts";
import { tallyNotes } from "../../pipelines/reports/views/diff-tables.ts";
import { DiffDocument, type DiffTable } from "../../schemas/out/diff.ts";
import { A, B } from "../support/diff-sides.ts";

const compare = (before: Side, after: Side): DiffDocument => diff(before, after, { localities: false });

/** A side whose file of a table has no column for a field, so that every row is without it. */
function withoutColumn(side: Side, table: DiffTable, field: string): Side {
  const columns = new Set([...(side.columns[table] ?? [])].filter((each) => each !== field));
  const rows = side[table]?.map((row) => ({ ...row, [field]: null }));
  return { ...side, [table]: rows, columns: { ...side.columns, [table]: columns } };
}

describe("columns that a file of one side alone has", () => {
  it("are named and not compared: the relative value file has a pricing indicator since 2026", () => {
    const document = compare(A, B);
    expect(DiffDocument.safeParse(document).error).toBeUndefined();
    expect(document.pfs?.missingColumns).toEqual([{ field: "pricingIndicator", side: "from" }]);
    expect(document.pfs?.changed.filter(({ fields }) => "pricingIndicator" in fields)).toEqual([]);
    expect(tallyNotes(document, "pfs")).toEqual([
      "No such column in the file of 2025A, and not compared: pricing indicator.",
    ]);
    expect(compare(B, A).pfs?.missingColumns).toEqual([{ field: "pricingIndicator", side: "to" }]);
  });

  it.each([
    ["localities", "workGpciWithoutFloor"],
    ["pfs", "notUsedForMedicare"],
    ["opps", "minimumCopayment"],
    ["asc", "paymentWeight"],
  ] as const)("leave a row of %s as it is that differs in nothing else: %s", (table, field) => {
    const document = compare(B, withoutColumn(B, table, field));
    expect(document[table]?.missingColumns).toEqual([{ field, side: "to" }]);
    expect(document[table]?.tally).toMatchObject({ changed: 0, unchanged: document[table]?.tally.before });
    expect(tallyNotes(document, table)).toHaveLength(1);
  });

  it("are compared where both sides have them", () => {
    const blank = B.pfs?.map((row) => (row.hcpcs === "22511" ? { ...row, physicianSupervision: "02" } : row));
    const changed = compare(B, { ...B, pfs: blank }).pfs?.changed;
    expect(changed?.map(({ hcpcs, fields }) => [hcpcs, fields])).toEqual([
      ["22511", { physicianSupervision: { from: "09", to: "02" } }],
    ]);
  });
});
