import { describe, expect, it } from "vitest";
import * as z from "zod";
import { Problems } from "../../pipelines/problems/problems.ts";
import { tableKind } from "../../pipelines/schedules/table-rows.ts";
import type { Grid } from "../../pipelines/tables/grid.ts";
import { readTable, rowsOf } from "../../pipelines/tables/table.ts";
import { readWorkbook } from "../../pipelines/tables/xlsx.ts";

import { scaledInteger } from "../../schemas/units.ts";
import { workbookFrom } from "../../tools/fuzz/workbook.ts";
import { kindWith, SMALL_LAYOUT } from "../support/grids.ts";
import { judge } from "../support/judge.ts";
import { manySheets, rawWorkbook, sheetXml, textRow } from "../support/raw-workbooks.ts";
import { workbook } from "../support/workbooks.ts";

const HEADING = [
  "HCPCS Code",
  "Short Descriptor",
  " SI",
  "APC ",
  "Relative Weight ",
  "Payment Rate",
  "National Unadjusted Copayment ",
  "Minimum Unadjusted Copayment ",
];

const SHEET = "xl/worksheets/sheet1.xml";
const MIXED = `<row r="1"><c r="A1" t="s"><v>1</v></c><c r="C1" t="s"><v>0</v></c></row>${textRow(2, ["a", "b"])}`;

describe(readWorkbook, () => {
  it("keeps the workbook's own row numbers and prints numbers by their shortest decimal", async () => {
    const bytes = await workbook([["banner"], [], ["22511", 36.3872, 0.1 + 0.2], ["G0465\u00a0", "_x001A_", null]]);
    const [grid] = await readWorkbook(bytes, "b.xlsx");
    expect(grid?.floats).toBe(true);
    expect(grid?.sheet).toBe("Addendum B");
    expect(grid?.rows[2]).toEqual(["22511", "36.3872", "0.30000000000000004"]);
    expect(grid?.rows[3]?.slice(0, 2)).toEqual(["G0465\u00a0", "\u001a"]);
  });

  it("refuses a workbook with a damaged member", async () => {
    const bytes = Buffer.from(await workbook([["22511"]]));
    const member = bytes.indexOf("xl/worksheets/sheet1.xml", 0, "latin1") + "xl/worksheets/sheet1.xml".length;
    bytes.writeUInt8((bytes.readUInt8(member + 20) + 1) % 256, member + 20);
    await expect(readWorkbook(new Uint8Array(bytes), "b.xlsx")).rejects.toThrow(
      /b\.xlsx > xl\/worksheets\/sheet1\.xml/,
    );
  });

  it.each([
    [
      "numbers, days, truths, errors, formulas, runs of text",
      () =>
        workbook([
          ["22511", 36.38720000000001, -0.5, 1e21, 1e-7, 5113],
          [],
          [null, new Date(Date.UTC(2025, 0, 1)), true, false, { error: "#N/A" }, { formula: "1+1", result: 2 }],
          [{ richText: [{ text: "a", font: { bold: true } }, { text: " <b> & c" }] }, " blanks ", "\u00e9\u20ac", ""],
        ]),
      14,
    ],
    ["a small one, as XML", () => rawWorkbook(), 2],
    ["texts that stand in their cells, and shared ones", () => rawWorkbook({ [SHEET]: sheetXml(MIXED) }), 4],
    ["nine worksheets", () => rawWorkbook(manySheets(9, (at) => `sheet${at + 1}.xml`)), 9],
    [
      "rows of an excerpt, as the fuzzer writes them",
      () => workbookFrom(HEADING.map((each, at) => [each, `${at}.50`])),
      16,
    ],
  ])("reads every cell as exceljs does of a workbook with %s", async (_, make, cells) => {
    const bytes = await make();
    expect(await judge(bytes, await readWorkbook(bytes, "b.xlsx"))).toEqual({ agreed: cells, differences: [] });
  });

  it("would be contradicted by exceljs if it read a cell otherwise, left one out or made one up", async () => {
    const bytes = await workbook([["22511", 1]]);
    const grids = (...rows: string[][]): Grid[] => [{ sheet: "Addendum B", rows, floats: true }];
    const differing = async (...rows: string[][]) => (await judge(bytes, grids(...rows))).differences;
    expect(await differing(["22511", "1"])).toEqual([]);
    expect(await differing(["22511", "2"])).toEqual(['Addendum B!B1: ours "2", exceljs "1"']);
    expect(await differing(["22511"])).toEqual(['Addendum B!B1: ours "", exceljs "1"']);
    expect(await differing(["22511", "1"], ["x"])).toEqual(["1 cells of ours that exceljs does not read"]);
  });

  it("refuses what is no workbook", async () => {
    await expect(readWorkbook(Buffer.from("HCPCS Code,SI"), "b.xlsx")).rejects.toThrow(/zip\.not-a-zip/);
  });
});

describe("Addendum B from a workbook", () => {
  it("reads binary floats back to the digits CMS publishes", async () => {
    const bytes = await workbook([
      HEADING,
      ["22511", null, "J1", 5113, 36.38720000000001, 3244.61, ".", 648.93],
      ["G0465\u00a0", null, "S ", "1505", null, 3475.4999999999995, null, "$69.51"],
    ]);
    const [grid] = await readWorkbook(bytes, "b.xlsx");
    const problems = new Problems();
    const table = grid && readTable({ grid }, "b.xlsx", tableKind("addendum-b"), problems);
    expect(problems.list).toEqual([]);
    const [first, second] = table === undefined ? [] : rowsOf(table);
    expect(first).toMatchObject({ hcpcs: "22511", statusIndicator: "J1", apc: "5113", nationalCopayment: null });
    expect(first?.relativeWeight && scaledInteger(first.relativeWeight)).toBe(363_872);
    expect(first?.oppsRate && scaledInteger(first.oppsRate)).toBe(32_446_100);
    expect(second).toMatchObject({ hcpcs: "G0465", statusIndicator: "S", relativeWeight: null });
    expect(second?.oppsRate && scaledInteger(second.oppsRate)).toBe(34_755_000);
    expect(second?.minimumCopayment && scaledInteger(second.minimumCopayment)).toBe(695_100);
  });

  it("refuses to round a column whose digits CMS publishes", async () => {
    const bytes = await workbook([
      ["CODE", "", "NON-FAC PE RVU", "July 2026 Payment Rate"],
      ["22511", "", 44.895, 1.005],
    ]);
    const [grid] = await readWorkbook(bytes, "p.xlsx");
    const problems = new Problems();
    const Row = z.object({ code: z.string(), mark: z.string(), pe: z.string(), rate: z.string() });
    const table = grid && readTable({ grid }, "p.xlsx", kindWith(SMALL_LAYOUT, Row), problems);
    expect(problems.list).toMatchObject([{ code: "cell.lossy", place: { row: 2, column: "C" } }]);
    expect(problems.list[0]?.message).toMatch(/stores 44\.895, which does not fit the 2 decimals/);
    expect(table?.lossyCells).toBe(1);
  });
});
