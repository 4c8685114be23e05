import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { editedTables } from "../support/edited-tables.ts";
import { openDuckdb } from "../support/engines/duckdb-session.ts";
import { EDIT_QUESTIONS, EDITED_CLAIMS } from "../support/engines/edited-claims.ts";
import { POSTGRES, SPARK } from "../support/engines/engines-needs.ts";
import { Postgres } from "../support/engines/postgres.ts";
import { pythonJson } from "../support/engines/python.ts";
import { sqlPath, sqlText, statementsOf } from "../support/engines/sql-text.ts";
import { describeWith } from "../support/needs.ts";

const PARTS = ["pairs", "ncci", "ncci-ptp"];
/** The views that read the lines, in their order. */
const VIEWS = ["views", "claims", ...PARTS].map((name) => sqlText(`${name}.sql`));
const QUESTIONS = Object.entries(EDIT_QUESTIONS);
const EXPECTED = Object.fromEntries(QUESTIONS.map(([name, { answers }]) => [name, answers]));

let tables = "";

beforeAll(async () => {
  tables = await editedTables();
});

/** What views answer in DuckDB. */
async function answersOf(views: readonly string[]): Promise<Record<string, unknown[]>> {
  const duckdb = await openDuckdb(tables);
  const own = PARTS.map((part) => sqlText(`duckdb/${part}.sql`));
  for (const sql of [...own, EDITED_CLAIMS, ...views]) await duckdb.run(sql);
  const seen: Record<string, unknown[]> = {};
  for (const [name, { sql }] of QUESTIONS) seen[name] = (await duckdb.texts(sql)).map(({ answer }) => answer).sort();
  duckdb.close();
  return seen;
}

describe("pairs and edits of claims in DuckDB", () => {
  it("are those of CMS's rules", async () => {
    expect(await answersOf(VIEWS)).toEqual(EXPECTED);
  });

  it.each([
    ["takes any J1 code for the primary one", "min(r.primary_rank)", "max(r.primary_rank)"],
    ["adds up no units", "ELSE sum(d.units) OVER", "ELSE max(d.units) OVER"],
    ["adds up the units of every line", "WHEN '1' THEN d.units", "WHEN '0' THEN d.units"],
    ["looks at claims, not at days", "AND other.service_date = paid.service_date", ""],
    ["forgets the last day of an add-on", "AND (e.deletion IS NULL OR l.service_date <= e.deletion)", ""],
    ["has edits that never were in force", "WHERE e.modifier_indicator <> '9'", ""],
    ["lets a modifier bypass every edit", "e.modifier_indicator = '1' AND", ""],
    ["lets every modifier count", "m.modifier IN", "m.modifier NOT IN"],
    ["refuses what a contractor may know", "WHEN e.type = '1' THEN false", "ELSE false"],
  ])("are others where a view %s", async (_, right, wrong) => {
    const views = VIEWS.map((view) => view.replace(right, wrong));
    expect(views).not.toEqual(VIEWS);
    expect(await answersOf(views)).not.toEqual(EXPECTED);
  });
});

describeWith(POSTGRES, "pairs and edits of claims in PostgreSQL", () => {
  it("are those of CMS's rules", async () => {
    const postgres = await Postgres.start();
    try {
      postgres.rows(sqlText("postgres/schema.sql"));
      postgres.run("sh", [sqlPath("postgres/load.sh"), tables]);
      postgres.rows([EDITED_CLAIMS, ...VIEWS].join(";\n"));
      const seen = QUESTIONS.map(([name, { sql }]) => [name, postgres.rows(`${sql};`).flat().sort()]);
      expect(Object.fromEntries(seen)).toEqual(EXPECTED);
    } finally {
      await postgres.stop();
    }
  });
});

interface Answer {
  readonly types: Readonly<Record<string, string>>;
  readonly rows: readonly { readonly answer: string }[];
}

describeWith(SPARK, "pairs and edits of claims in Spark", () => {
  it("are those of CMS's rules, and days are dates", () => {
    const folder = mkdtempSync(join(tmpdir(), "ratebook-spark-"));
    const own = PARTS.map((part) => sqlText(`spark/${part}.sql`));
    const statements = [
      `SET ratebook.tables=${tables}`,
      ...[sqlText("spark/tables.sql"), ...own, `${EDITED_CLAIMS};\n`, ...VIEWS].flatMap(statementsOf),
    ];
    const asked = QUESTIONS.map(([name, { sql }]) => [name, sql]);
    const queries = { ...Object.fromEntries(asked), ptp: "SELECT * FROM ncci_ptp LIMIT 0" };
    const warehouse = join(folder, "warehouse");
    try {
      const { ptp, ...answers }: Record<string, Answer> = pythonJson(inject("python"), "spark.py", [], {
        ...{ warehouse, statements, queries },
      });
      const seen = Object.entries(answers).map(([name, { rows }]) => [name, rows.map(({ answer }) => answer).sort()]);
      expect(Object.fromEntries(seen)).toEqual(EXPECTED);
      expect(ptp?.types).toMatchObject({ column1: "string", effective: "date", deletion: "date" });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
