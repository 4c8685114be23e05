import { afterAll, beforeAll, expect, it } from "vitest";
import { POSTGRES } from "../support/engines/engines-needs.ts";
import { Postgres } from "../support/engines/postgres.ts";
import { sameAmounts, sqlPath, sqlText } from "../support/engines/sql-text.ts";
import { type EngineTables, engineTables, partition } from "../support/engines/tables.ts";
import { describeWith } from "../support/needs.ts";

const EXPORTED = `CREATE UNLOGGED TABLE exported (release text, hcpcs char(5), modifier text, track text, locality char(7),
  non_facility numeric(9, 2), facility numeric(9, 2));`;

let tables: EngineTables;
let postgres: Postgres;

/** Loads the exported amounts, which only this test needs: users have the view. */
function loadExported(): void {
  const columns = "hcpcs, modifier, track, locality, non_facility, facility";
  const copies = tables.releases.map(
    ([release]) => `ALTER TABLE exported ALTER release SET DEFAULT '${release}';
\\copy exported (${columns}) FROM '${partition(tables.tables, release)}/locality_amounts.csv' WITH (FORMAT csv, HEADER MATCH)`,
  );
  postgres.rows(
    [
      EXPORTED,
      ...copies,
      "CREATE UNIQUE INDEX ON exported (release, hcpcs, modifier, track, locality);",
      "ANALYZE exported;",
      "",
    ].join("\n"),
  );
}

describeWith(POSTGRES, "PostgreSQL", () => {
  beforeAll(async () => {
    tables = await engineTables();
    postgres = await Postgres.start();
    postgres.rows(sqlText("postgres/schema.sql"));
    postgres.run("sh", [sqlPath("postgres/load.sh"), tables.tables]);
  });

  afterAll(async () => await postgres?.stop());

  it("has every row of the csv, with keys", () => {
    const [[rows = "", keys = "", references = ""] = []] = postgres.rows(`SELECT
      (SELECT count(*) FROM rvu), count(*) FILTER (WHERE contype IN ('p', 'u')), count(*) FILTER (WHERE contype = 'f')
      FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid <> 0`);
    expect(Number(rows)).toBeGreaterThan(tables.isWhole ? 36_000 : 20);
    expect([keys, references]).toEqual(["19", "6"]);
  });

  it("refuses a file whose columns are others", () => {
    const swapped = `\\copy factors (release, conversion_factor, schedule, track) FROM STDIN WITH (FORMAT csv, HEADER MATCH)
release,schedule,track,conversion_factor
2020A,pfs,,36.0896
\\.
`;
    expect(() => postgres.rows(swapped)).toThrow(/column name mismatch/);
  });

  it("computes every locality amount as ratebook does", () => {
    loadExported();
    postgres.rows(sqlText("views.sql"));
    const [[exported = "", ...others] = []] = postgres.rows(`${sameAmounts("exported")};`);
    expect(Number(exported)).toBeGreaterThan(tables.isWhole ? 3_000_000 : 1000);
    expect(others).toEqual([exported, exported]);
  });

  it("has the places and days of the join for claims", () => {
    postgres.rows(`CREATE TABLE claim_lines (claim_id bigint, line int, hcpcs char(5), modifier_1 text, modifier_2 text,
      modifier_3 text, modifier_4 text, pos char(2), service_date date, zip char(5), locality char(7),
      qualifying_apm boolean, units int);\n${sqlText("claims.sql")}`);
    postgres.rows(`INSERT INTO claim_lines VALUES (1, 1, '22511', NULL, NULL, NULL, NULL, '22', DATE '2025-02-01', NULL,
      (SELECT min(locality) FROM gpci), false, 2)`);
    const [found] =
      postgres.rows(`SELECT p.release, p.setting, p.reason IS NULL, p.amount = 2 * a.facility FROM priced_lines p
      JOIN locality_amounts a ON a.release = p.release AND a.hcpcs = '22511' AND a.locality = p.payment_locality`);
    expect(found).toEqual(["2025A", "facility", "t", "t"]);
  });
});
