import { DuckDBInstance, type DuckDBValue } from "@duckdb/node-api";

type Texts = Record<string, string | null>;

/** DuckDB in memory; every value it returns is text, decimals exactly, and null is null. */
export async function memoryDuckdb() {
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
  return { run, texts, close };
}

export type Duckdb = Awaited<ReturnType<typeof memoryDuckdb>>;

/** The rows of one statement, every value as text, null as null. */
export async function texts(statement: string): Promise<Texts[]> {
  const duckdb = await memoryDuckdb();
  try {
    return await duckdb.texts(statement);
  } finally {
    duckdb.close();
  }
}
