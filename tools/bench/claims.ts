import { join } from "node:path";
import { claimLinesSql, claimLists } from "../../test/support/engines/claims.ts";
import { openDuckdb } from "../../test/support/engines/duckdb-session.ts";
import { sqlText } from "../../test/support/engines/sql-text.ts";
import { DIFF_SIDES } from "./diff.ts";
import { timed } from "./run.ts";

const LINES = 10_000_000;
const FIRST_DAYS = ["2025-10-01", "2026-07-01"] as const;

/**
 * Times DuckDB as it prices the claim lines of the engines' tests with `sql/claims.sql` from the exported tables. One
 * run, because it takes long.
 *
 * @param out folder with both releases
 */
export async function claimsLine(out: string): Promise<string> {
  const tables = join(out, "tables");
  timed(["scripts/ratebook.mjs", "export", "--out", out, "--to", tables]);
  const releases = DIFF_SIDES.map((release, at) => [release, FIRST_DAYS[at] ?? ""] as const);
  const duckdb = await openDuckdb(tables);
  await duckdb.run(sqlText("views.sql"));
  await duckdb.run(claimLinesSql({ releases }, await claimLists(duckdb, { releases }), LINES));
  await duckdb.run(sqlText("claims.sql"));
  const since = performance.now();
  const [priced] = await duckdb.texts(
    "SELECT count(*) AS lines, count(amount) AS amounts, sum(amount) FROM priced_lines",
  );
  const ms = Math.round(performance.now() - since);
  duckdb.close();
  if (Number(priced?.["lines"]) !== LINES) throw new Error(`${priced?.["lines"]} lines of ${LINES} came back`);
  return `DuckDB, ${LINES} claim lines of ${DIFF_SIDES.join(" and ")} with sql/claims.sql: ${ms} ms, ${priced?.["amounts"]} with an amount`;
}
