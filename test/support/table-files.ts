import { join } from "node:path";
import { expect } from "vitest";
import type { ExportShape } from "../../pipelines/exports/column-types.ts";
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

/** A folder has the same rows of a table in csv as in Parquet. */
export async function expectSameRows(folder: string, { name, columns }: ExportShape): Promise<void> {
  const list = Object.keys(columns).join(", ");
  const types = JSON.stringify(Object.fromEntries(Object.keys(columns).map((column) => [column, "VARCHAR"])));
  const parquet = await texts(`SELECT ${list} FROM '${join(folder, `${name}.parquet`)}'`);
  const csv = await texts(
    `SELECT ${list} FROM read_csv('${join(folder, `${name}.csv`)}', header = true, columns = ${types}, allow_quoted_nulls = false)`,
  );
  const plain = (row: Record<string, string | null>) =>
    Object.values(row).map((value) => value?.replace(/^(\d+)\.(\d+?)0*$/, "$1.$2") ?? null);
  expect([name, csv.map(plain)]).toEqual([name, parquet.map(plain)]);
}
