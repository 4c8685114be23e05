import { expect } from "vitest";
import type { ExportShape } from "../../pipelines/exports/long-tables.ts";
import { texts } from "./duckdb.ts";

/** A filter on each column finds the rows that are there without one: the statistics of the file are right. */
export async function expectPredicates(file: string, { columns }: ExportShape): Promise<void> {
  const rows = await texts(`SELECT * FROM '${file}'`);
  for (const column of Object.keys(columns)) {
    const value = rows.map((row) => row[column]).find((each) => each !== null && each !== undefined);
    if (value === null || value === undefined) continue;
    const [counted] = await texts(
      `SELECT count(*) AS n FROM '${file}' WHERE ${column} = '${value.replaceAll("'", "''")}'`,
    );
    const expected = rows.filter((row) => row[column] === value).length;
    expect([file, column, value, counted?.["n"]]).toEqual([file, column, value, String(expected)]);
  }
}
