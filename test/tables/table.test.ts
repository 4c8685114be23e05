import { describe, expect, it } from "vitest";
import * as z from "zod";
import { Problems } from "../../pipelines/problems/problems.ts";
import { findHeading } from "../../pipelines/tables/heading.ts";
import { readTable, rowsOf } from "../../pipelines/tables/table.ts";

import { kindWith, SMALL_LAYOUT, textGrid } from "../support/grids.ts";

const Row = z.strictObject({
  code: z.string(),
  mark: z.string().optional(),
  pe: z.string().regex(/^\d+\.\d\d$/, "two decimals"),
  rate: z.string(),
  note: z.string().optional(),
});

const BANNER = [["", "Title of the file", "", ""]];
const HEADING = [
  ["", "", "NON-FAC", "July 2026"],
  ["CODE", "", "PE RVU", "Payment  Rate 1"],
];
const ROWS = [
  ["22511", "*", "44.89", "1.00"],
  ["GXXX1", "", "0.00", ""],
];

function read(rows: readonly (readonly string[])[], floats = false) {
  const problems = new Problems();
  const grid = { ...textGrid(rows), floats };
  return { table: readTable({ grid }, "small.csv", kindWith(SMALL_LAYOUT, Row), problems), problems: problems.list };
}

describe(findHeading, () => {
  it("joins a heading that goes on below the key's in a table of two columns, as that of anesthesia base units does", () => {
    const rows = [
      ["CODE", "2022"],
      ["", "BASE"],
      ["", "UNIT"],
      ["00100", "5"],
    ];
    expect(findHeading(textGrid(rows), SMALL_LAYOUT, "small.csv")).toMatchObject({
      texts: ["CODE", "2022 BASE UNIT"],
      firstRow: 1,
      lastRow: 3,
    });
  });

  it("joins stacked headings and leaves the banner out", () => {
    const heading = findHeading(textGrid([...BANNER, ...HEADING, ...ROWS]), SMALL_LAYOUT, "small.csv");
    expect(heading).toEqual({
      texts: ["CODE", "", "NON-FAC PE RVU", "July 2026 Payment Rate 1"],
      keyColumn: 0,
      firstRow: 2,
      lastRow: 3,
    });
  });

  it("joins CO- and SURG without a blank", () => {
    const grid = textGrid([
      ["", "CO-", "x"],
      ["CODE", "SURG", "y"],
    ]);
    expect(findHeading(grid, SMALL_LAYOUT, "small.csv").texts[1]).toBe("CO-SURG");
  });

  it("says what stands there instead when no row starts like the heading", () => {
    expect(() => findHeading(textGrid([["<html>"], ["<body>"]]), SMALL_LAYOUT, "small.csv")).toThrow(
      /heading "CODE".*"<html>", "<body>".*layouts\/small\.json/,
    );
  });
});

describe(readTable, () => {
  it("reads rows by heading, with their spreadsheet rows", () => {
    const { table, problems } = read([...BANNER, ...HEADING, ...ROWS]);
    expect(problems).toEqual([]);
    expect(table && rowsOf(table)).toEqual([
      { code: "22511", mark: "*", pe: "44.89", rate: "1.00" },
      { code: "GXXX1", mark: "", pe: "0.00", rate: "" },
    ]);
    expect(table?.rowNumbers).toEqual([4, 5]);
    expect(table?.periods).toContainEqual({ month: "July", year: "2026" });
  });

  it("reads the same whatever the order of the columns", () => {
    const swap = ([code, mark, pe, rate]: readonly string[]) => [code, mark, rate, pe].map((cell) => cell ?? "");
    const rows = (given: readonly (readonly string[])[]) => {
      const { table } = read(given);
      return table && rowsOf(table);
    };
    const straight = rows([...HEADING, ...ROWS]);
    expect(straight).toHaveLength(2);
    expect(rows([...HEADING, ...ROWS].map(swap))).toEqual(straight);
  });

  it("counts blank, end-mark and footnote rows and passes them over", () => {
    const { table, problems } = read([
      ...HEADING,
      ...ROWS,
      ["", "", "", ""],
      ["NOTE 1: a sentence that CMS prints below its tables", "", "", ""],
      ["\u001a", "", "", ""],
    ]);
    expect(problems).toEqual([]);
    expect(table?.counts).toEqual({ data: 2, blank: 1, endMark: 1, footnote: 1 });
  });

  it("refuses a row whose code is damaged instead of taking it for a note", () => {
    const { problems } = read([...HEADING, ...ROWS, ["225", "", "", "5.00"]]);
    expect(problems).toMatchObject([{ code: "row.unreadable", place: { row: 5, column: "A" } }]);
  });

  it("refuses a row that lost a cell", () => {
    const { problems } = read([...HEADING, ["22511", "*", "44.89"]]);
    expect(problems).toMatchObject([{ code: "row.width", place: { row: 3, key: "22511" } }]);
    expect(problems[0]?.message).toBe("the row has 3 cells, the heading has 4");
  });

  it("names cell, text and expectation of a bad cell", () => {
    const { problems } = read([...HEADING, ["22511", "", "4x.89", "1.00"]]);
    expect(problems).toMatchObject([
      {
        code: "cell.unreadable",
        place: { file: "small.csv", row: 3, column: "C", heading: "NON-FAC PE RVU", key: "22511" },
        message: 'expected two decimals, saw "4x.89"',
      },
    ]);
  });

  it("lists headings found, expected and nearest when one is missing", () => {
    const { table, problems } = read([["CODE", "", "OFFICE PE RVUS", "July 2026 Payment Rate"], ...ROWS]);
    expect(table).toBeUndefined();
    expect(problems[0]?.message).toContain(
      'no column has the heading "NON-FAC PE RVU"; the nearest is "OFFICE PE RVUS"',
    );
    expect(problems[0]?.cure).toContain("sources/layouts/small.json");
  });

  it("takes a heading that is off by a letter when it can be only one field, and says so", () => {
    const { table, problems } = read([["CODE", "", "NON-FACC PE RVU", "July 2026 Payment Rate"], ...ROWS]);
    expect(problems).toEqual([]);
    expect(table?.found.misprinted).toMatchObject([{ field: "pe", heading: "NON-FACC PE RVU", letter: "C" }]);
  });

  it("refuses two columns with one heading", () => {
    const twice = [["CODE", "", "NON-FAC PE RVU", "NON-FAC PE RVU", "July 2026 Payment Rate"]];
    const { problems } = read([...twice, ["22511", "", "1.00", "2.00", "3.00"]]);
    expect(problems[0]).toMatchObject({ code: "heading.ambiguous" });
    expect(problems[0]?.message).toContain("columns C, D");
  });

  it("says so when there are headings only", () => {
    expect(read(HEADING).problems).toMatchObject([{ code: "table.empty" }]);
  });

  it("brings workbook floats back to the published scale", () => {
    const { table, problems } = read([...HEADING, ["22511", "", "44.890000000000001", "433.02448321360504"]], true);
    expect(problems).toEqual([]);
    expect(table && rowsOf(table)[0]).toMatchObject({ pe: "44.89", rate: "433.02" });
    expect(table?.lossyCells).toBe(1);
  });

  it("refuses lossy rounding where the layout does not allow it", () => {
    const { problems } = read([...HEADING, ["22511", "", "44.8951", "1"]], true);
    expect(problems).toMatchObject([{ code: "cell.lossy", place: { row: 3, column: "C" } }]);
  });

  it("takes a replacement character after the code for the blank it was", () => {
    const { table } = read([...HEADING, ["G0465\ufffd", "", "1.00", "1.00"]]);
    expect(table?.columns.code.at(0)).toBe("G0465");
  });
});
