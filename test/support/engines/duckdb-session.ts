import { DuckDBInstance, type DuckDBValue } from "@duckdb/node-api";
import { sqlText } from "./sql-text.ts";

type Texts = Record<string, string | null>;

/** DuckDB in memory, with the tables of a folder; every value it returns is text, null is null. */
export async function openDuckdb(tables: string) {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const asText = (value: DuckDBValue): string | null => (value === null ? null : String(value));
  const run = async (sql: string): Promise<void> => void (await connection.run(sql));
  const texts = async (sql: string): Promise<Texts[]> =>
    (await (await connection.runAndReadAll(sql)).getRowObjects()).map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, asText(value)])),
    );
  const close = (): void => {
    connection.closeSync();
    instance.closeSync();
  };
  await run(`SET VARIABLE tables = '${tables}'`);
  await run(sqlText("duckdb/tables.sql"));
  return { run, texts, close };
}

export type Duckdb = Awaited<ReturnType<typeof openDuckdb>>;
