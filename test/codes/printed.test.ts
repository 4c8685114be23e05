import { describe, expect, it } from "vitest";
import { oddCells, writtenColumns } from "../../pipelines/publish/printed.ts";
import { Column } from "../../pipelines/tables/column.ts";
import type { SourceFile } from "../../pipelines/tables/source-file.ts";
import { ADDENDUM_B } from "../../schemas/row/addendum-b.ts";
import { PLAIN, plainText, usualText, type Written } from "../../schemas/row/printed.ts";

const { cell } = ADDENDUM_B.nationalCopayment.kind;

/** A file of one column, with these cells. */
function fileOf(...texts: readonly string[]): SourceFile<unknown> {
  const ref = { field: "nationalCopayment", index: 0, letter: "G", heading: "Copayment" };
  const values = texts.map((text) => cell.parse(text.trim()));
  const nationalCopayment = new Column(ref, Int32Array.from(texts.keys()), texts, values);
  return { id: "addendum-b", table: { columns: { nationalCopayment } } } as unknown as SourceFile<unknown>;
}

/** Every cell again, from what documents say and how the file is written. */
function quoted(file: SourceFile<unknown>, texts: readonly string[]): string[] {
  const written = writtenColumns(file)?.["nationalCopayment"] ?? PLAIN;
  return texts.map((text, row) => {
    const plain = plainText(ADDENDUM_B.nationalCopayment.kind, cell.parse(text.trim()));
    return oddCells(file, row)?.["nationalCopayment"] ?? usualText(written, plain);
  });
}

describe("a column is quoted from how most of its cells are written, and the others", () => {
  it.each<[Partial<Written> | undefined, number, readonly string[]]>([
    [undefined, 0, ["12.34", "0.50", ""]],
    [{ as: "shortest" }, 0, ["12.3", "7", "1234.56", "0.5"]],
    [{ as: "pointed" }, 0, [".09", ".50", "12.30"]],
    [{ as: "dollars" }, 0, ["$12.34", "$1,234,567.80", "$0.50", ""]],
    [{ as: "dollars", after: " " }, 1, ["$12.34 ", "$1,234.50 ", "$5.00"]],
    [{ width: 6 }, 0, ["  1.20", " 12.30", "123.40"]],
    [{ blank: "." }, 1, ["1.20", ".", ".", ""]],
    [undefined, 2, ["1.20", "3.40", "5.60", "$7.80", "9.0"]],
  ])("%o, %i otherwise: %j", (written, odd, texts) => {
    const file = fileOf(...texts);
    expect(writtenColumns(file)?.["nationalCopayment"]).toEqual(written && { ...PLAIN, ...written });
    expect(texts.filter((_, row) => oddCells(file, row) !== undefined)).toHaveLength(odd);
    expect(quoted(file, texts)).toEqual(texts);
  });
});
