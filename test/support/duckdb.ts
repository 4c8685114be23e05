import { DuckDBInstance, type DuckDBValue } from "@duckdb/node-api";

/** Runs one statement of SQL and returns its rows; decimals are values of DuckDB that print exactly. */
async function sql(statement: string): Promise<Record<string, DuckDBValue>[]> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    return (await (await connection.runAndReadAll(statement)).getRowObjects()) as Record<string, DuckDBValue>[];
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** The rows with every value as text, null as null. */
export async function texts(statement: string): Promise<Record<string, string | null>[]> {
  const asText = (value: DuckDBValue): string | null => (value === null ? null : String(value));
  return (await sql(statement)).map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, asText(value)])),
  );
}
