import { type Duckdb, memoryDuckdb } from "../duckdb.ts";
import { sqlText } from "./sql-text.ts";

/** DuckDB in memory, with the tables of a folder. */
export async function openDuckdb(tables: string): Promise<Duckdb> {
  const duckdb = await memoryDuckdb();
  await duckdb.run(`SET VARIABLE tables = '${tables}'`);
  await duckdb.run(sqlText("duckdb/tables.sql"));
  return duckdb;
}
