import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { DIFF_SIDES } from "./diff.ts";
import { timed } from "./run.ts";

const LINES = 10_000_000;

const sql = (name: string): string => readFileSync(new URL(`../../sql/${name}`, import.meta.url), "utf8");

/** The lists that lines take their values from, each value with its position. */
const LISTS = {
  codes: "SELECT DISTINCT hcpcs AS value FROM physician_rows",
  places: "SELECT DISTINCT pos AS value FROM places_of_service",
  localities: "SELECT DISTINCT locality AS value FROM gpci",
};

/** Lines of every code, place and locality by turns, half of them in each release; a third has modifier 59. */
const claimLines = (counts: Readonly<Record<keyof typeof LISTS, number>>): string => `
CREATE TABLE claim_lines AS
SELECT i AS claim_id, 1 AS line, c.value AS hcpcs, CASE WHEN i % 3 = 0 THEN '59' END AS modifier_1,
  CAST(NULL AS VARCHAR) AS modifier_2, CAST(NULL AS VARCHAR) AS modifier_3, CAST(NULL AS VARCHAR) AS modifier_4,
  p.value AS pos, CAST(NULL AS VARCHAR) AS zip, l.value AS locality, i % 5 = 0 AS qualifying_apm, 1 AS units,
  CASE WHEN i % 2 = 0 THEN DATE '2025-10-01' ELSE DATE '2026-07-01' END + CAST((i * 17) % 90 AS INTEGER) AS service_date
FROM (
  SELECT i, (i * 7919) % ${counts.codes} AS code, (i * 31) % ${counts.places} AS place,
    (i * 37) % ${counts.localities} AS locality
  FROM range(${LINES}) numbers(i)
) n
JOIN claim_codes c ON c.at = n.code
JOIN claim_places p ON p.at = n.place
JOIN claim_localities l ON l.at = n.locality`;

/**
 * Times DuckDB as it prices ten million claim lines with `sql/claims.sql` from the exported tables. One run, because it
 * takes long.
 *
 * @param out folder with both releases
 */
export async function claimsLine(out: string): Promise<string> {
  const tables = join(out, "tables");
  timed(["scripts/ratebook.mjs", "export", "--out", out, "--to", tables]);
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run(`SET VARIABLE tables = '${tables}'`);
  await connection.run(sql("duckdb/tables.sql"));
  await connection.run(sql("views.sql"));
  const counts = { codes: 0, places: 0, localities: 0 };
  for (const [list, values] of Object.entries(LISTS) as [keyof typeof LISTS, string][]) {
    await connection.run(
      `CREATE TABLE claim_${list} AS SELECT value, row_number() OVER (ORDER BY value) - 1 AS at FROM (${values})`,
    );
    const counted = await connection.runAndReadAll(`SELECT count(*) FROM claim_${list}`);
    counts[list] = Number(counted.getRows()[0]?.[0]);
  }
  await connection.run(claimLines(counts));
  await connection.run(sql("claims.sql"));
  const since = performance.now();
  const priced = await connection.runAndReadAll("SELECT count(*), count(amount), sum(amount) FROM priced_lines");
  const ms = Math.round(performance.now() - since);
  const [all, withAmount] = priced.getRows()[0] ?? [];
  connection.closeSync();
  instance.closeSync();
  if (Number(all) !== LINES) throw new Error(`${all} lines of ${LINES} came back`);
  return `DuckDB, ${LINES} claim lines of ${DIFF_SIDES.join(" and ")} with sql/claims.sql: ${ms} ms, ${withAmount} with an amount`;
}
