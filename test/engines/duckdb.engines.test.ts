import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Duckdb } from "../support/duckdb.ts";
import { claimLinesSql, claimLists } from "../support/engines/claims.ts";
import { openDuckdb } from "../support/engines/duckdb-session.ts";
import { claimSums, expectedClaims } from "../support/engines/expected-claims.ts";
import { CLAIM_SUMS, sameAmounts, sqlText } from "../support/engines/sql-text.ts";
import { type EngineTables, engineTables } from "../support/engines/tables.ts";

const TEN_MILLION = 10_000_000;
const VIEWS = sqlText("views.sql");

let tables: EngineTables;
let duckdb: Duckdb;

describe("DuckDB", () => {
  beforeAll(async () => {
    tables = await engineTables();
    duckdb = await openDuckdb(tables.tables);
    await duckdb.run("CREATE TABLE exported AS FROM ratebook_files('locality_amounts')");
  });

  afterAll(() => duckdb.close());

  it("computes every locality amount as ratebook does", async () => {
    await duckdb.run(VIEWS);
    const [counted] = await duckdb.texts(sameAmounts("exported"));
    expect(Number(counted?.["exported"])).toBeGreaterThan(tables.isWhole ? 3_000_000 : 1000);
    expect(counted).toEqual({
      exported: counted?.["exported"],
      computed: counted?.["exported"],
      same: counted?.["exported"],
    });
  });

  it("has every rate of Addendum B in Parquet as in csv, those above a million dollars too", async () => {
    const columns = "release, hcpcs, relative_weight, opps_rate, national_copayment, minimum_copayment";
    const types =
      "{'relative_weight': 'DECIMAL(9,4)', 'opps_rate': 'DECIMAL(18,4)', 'national_copayment': 'DECIMAL(18,4)', 'minimum_copayment': 'DECIMAL(18,4)'}";
    const csv = `read_csv('${tables.tables}/year=*/release=*/opps.csv', hive_partitioning = true, types = ${types})`;
    const [row] = await duckdb.texts(`SELECT count(*) AS different, (SELECT max(opps_rate) FROM ${csv}) AS largest
      FROM (SELECT ${columns} FROM ratebook_files('opps') EXCEPT SELECT ${columns} FROM ${csv})`);
    expect(row?.["different"]).toBe("0");
    if (tables.isWhole) expect(Number(row?.["largest"])).toBeGreaterThan(1_000_000);
  });

  it.each([
    ["rounds twice", "DECIMAL(18, 5))", "DECIMAL(18, 2))"],
    ["rounds half even", "CAST(round(", "CAST(round_even("],
    ["rounds down", "CAST(round(", "CAST(trunc("],
  ])("finds that a view %s", async (how, exact, wrong) => {
    await duckdb.run(VIEWS.replaceAll(exact, wrong));
    const [counted] = await duckdb.texts(sameAmounts("exported"));
    // No product of the excerpts is half a cent.
    const isSeen = tables.isWhole || how !== "rounds half even";
    expect(Number(counted?.["same"]) < Number(counted?.["exported"])).toBe(isSeen);
  });

  it("prices ten million claim lines as TypeScript does", async () => {
    await duckdb.run(VIEWS);
    await duckdb.run(claimLinesSql(tables, await claimLists(duckdb, tables), TEN_MILLION));
    await duckdb.run(sqlText("claims.sql"));
    const seen = claimSums(await duckdb.texts(CLAIM_SUMS));
    expect(seen).toEqual(expectedClaims(tables, TEN_MILLION));
  });
});
