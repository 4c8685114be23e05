import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { claimLinesSql, claimLists } from "../support/engines/claims.ts";
import { openDuckdb } from "../support/engines/duckdb-session.ts";
import { SPARK } from "../support/engines/engines-needs.ts";
import { claimSums, expectedClaims } from "../support/engines/expected-claims.ts";
import { pythonJson } from "../support/engines/python.ts";
import { CLAIM_SUMS, sameAmounts, sqlText, statementsOf } from "../support/engines/sql-text.ts";
import { type EngineTables, engineTables } from "../support/engines/tables.ts";
import { describeWith } from "../support/needs.ts";

const MILLION = 1_000_000;

interface Answer {
  readonly types: Readonly<Record<string, string>>;
  readonly rows: readonly Readonly<Record<string, string | null>>[];
}

const folder = mkdtempSync(join(tmpdir(), "ratebook-spark-"));
let tables: EngineTables;
let answers: Record<string, Answer>;

/** The lines of the test in DuckDB, the first million of them, as a Parquet file. */
async function writeClaimLines(path: string): Promise<void> {
  const duckdb = await openDuckdb(tables.tables);
  await duckdb.run(claimLinesSql(tables, await claimLists(duckdb, tables), MILLION));
  await duckdb.run(`COPY claim_lines TO '${path}'`);
  duckdb.close();
}

describeWith(SPARK, "Spark", () => {
  beforeAll(async () => {
    tables = await engineTables();
    const lines = join(folder, "claim_lines.parquet");
    await writeClaimLines(lines);
    const statements = [
      `SET ratebook.tables=${tables.tables}`,
      ...statementsOf(sqlText("spark/tables.sql")),
      ...statementsOf(sqlText("views.sql")),
      `CREATE VIEW claim_lines AS SELECT * FROM parquet.\`${lines}\``,
      ...statementsOf(sqlText("claims.sql")),
      `CREATE VIEW exported AS SELECT *, regexp_extract(_metadata.file_path, 'release=([^/]+)/', 1) AS release
        FROM parquet.\`${tables.tables}/year=*/release=*/locality_amounts.parquet\``,
    ];
    const shape = (name: string): string => `SELECT * FROM ${name} LIMIT 0`;
    const queries = {
      amounts: sameAmounts("exported"),
      claims: CLAIM_SUMS,
      rvu: shape("rvu"),
      opps: `SELECT * FROM parquet.\`${tables.tables}/year=*/release=*/opps.parquet\` LIMIT 0`,
      calendar: shape("calendar"),
      locality_amounts: shape("locality_amounts"),
    };
    answers = pythonJson(inject("python"), "spark.py", [], {
      warehouse: join(folder, "warehouse"),
      statements,
      queries,
    });
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("reads the tables with their types", () => {
    const typesOf = (name: string) => answers[name]?.types;
    const row = { release: "string", hcpcs: "string", work_rvu: "decimal(9,2)", facility_na: "boolean" };
    expect(typesOf("rvu")).toMatchObject(row);
    expect(typesOf("opps")).toMatchObject({ opps_rate: "decimal(18,4)", relative_weight: "decimal(9,4)" });
    expect(typesOf("calendar")).toEqual({ release: "string", first_day: "date", last_day: "date" });
    expect(typesOf("locality_amounts")).toMatchObject({ non_facility: "decimal(9,2)", facility: "decimal(9,2)" });
  });

  it("computes every locality amount as ratebook does", () => {
    const [counted] = answers["amounts"]?.rows ?? [];
    const exported = counted?.["exported"];
    expect(Number(exported)).toBeGreaterThan(tables.isWhole ? 3_000_000 : 1000);
    expect(counted).toEqual({ exported, computed: exported, same: exported });
  });

  it("prices a million claim lines as TypeScript does", () => {
    expect(claimSums(answers["claims"]?.rows ?? [])).toEqual(expectedClaims(tables, MILLION));
  });
});
