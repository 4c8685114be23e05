import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LONG_TABLES } from "../../pipelines/exports/long-tables.ts";
import { decimalLines, figuresIn } from "../support/decimal-amounts.ts";
import { texts } from "../support/duckdb.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";
import { ratebookHere } from "../support/in-process.ts";
import { EXACT_AMOUNTS } from "../support/locality-sql.ts";
import { expectPredicates } from "../support/table-files.ts";

const OUT = fileURLToPath(new URL("../../out", import.meta.url));
const TO = mkdtempSync(join(tmpdir(), "ratebook-parquet-"));
const fileOf = (table: string, release = "2026A", to = TO): string =>
  join(to, `year=${release.slice(0, 4)}/release=${release}/${table}.parquet`);

/** Types as DuckDB reads them from the files. A decimal without its type would be an integer. */
const TYPES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  national: { hcpcs: "VARCHAR", track: "VARCHAR", non_facility: "DECIMAL(9,2)", facility: "DECIMAL(9,2)" },
  rvu: { modifier: "VARCHAR", work_rvu: "DECIMAL(9,2)", pre_op: "DECIMAL(9,2)", facility_na: "BOOLEAN" },
  gpci: { mac: "VARCHAR", work_gpci: "DECIMAL(9,3)", work_gpci_without_floor: "DECIMAL(9,3)" },
  factors: { conversion_factor: "DECIMAL(9,4)" },
  opps: { apc: "VARCHAR", relative_weight: "DECIMAL(9,4)", opps_rate: "DECIMAL(18,4)" },
  asc: { asc_rate: "DECIMAL(9,2)", multiple_procedure_discount: "BOOLEAN" },
  localities: { name: "VARCHAR" },
  locality_amounts: { locality: "VARCHAR", non_facility: "DECIMAL(9,2)", facility: "DECIMAL(9,2)" },
};

describe("export", () => {
  beforeAll(async () => {
    expect(await ratebookHere("export", "--to", TO)).toMatchObject({ status: 0, stderr: "" });
  });

  afterAll(() => rmSync(TO, { recursive: true }));

  it.each(Object.entries(TYPES))("writes %s with its types", async (table, types) => {
    const described = await texts(`DESCRIBE SELECT * FROM '${fileOf(table)}'`);
    const seen = Object.fromEntries(described.map((row) => [row["column_name"], row["column_type"]]));
    expect(seen).toMatchObject(types);
    const known = LONG_TABLES.find(({ name }) => name === table);
    expect(Object.keys(seen)).toEqual(expect.arrayContaining(Object.keys(known?.columns ?? {})));
  });

  it("says which columns of the amounts by locality never have a null", async () => {
    const shape = await texts(`SELECT name, repetition_type FROM parquet_schema('${fileOf("locality_amounts")}')`);
    const required = shape.filter((row) => row["repetition_type"] === "REQUIRED").map(({ name }) => name);
    expect(required).toEqual(["hcpcs", "modifier", "locality", "non_facility", "facility"]);
  });

  it("writes 22511 of January 2026 as CMS pays it", async () => {
    // 7.15 + 44.89 + 1.07 = 53.11; x 33.4009 = 1773.921799
    const national = await texts(
      `SELECT non_facility FROM '${fileOf("national")}' WHERE hcpcs = '22511' AND track = 'non-qualifying-apm'`,
    );
    expect(national).toEqual([{ non_facility: "1773.92" }]);
    const rate = (table: string) => texts(`SELECT ${table}_rate AS rate FROM '${fileOf(table)}' WHERE hcpcs = '22511'`);
    expect([await rate("opps"), await rate("asc")]).toEqual([[{ rate: "3342.8700" }], [{ rate: "1644.87" }]]);
  });

  it("writes every locality amount of the documents, once", async () => {
    const [national, localities] = figuresIn(join(OUT, "2026A"));
    const tracks = { feeSchedule: "non-qualifying-apm", qualifyingApm: "qualifying-apm" } as const;
    const expected = Object.entries(tracks).flatMap(([kind, track]) =>
      decimalLines(national, localities, kind as keyof typeof tracks).flatMap((line) =>
        localities.rows.map(({ locality }, at) =>
          [line.hcpcs, line.modifier, track, locality, line.nonFacility[at], line.facility[at]].join(" "),
        ),
      ),
    );
    const rows = await texts(`SELECT * EXCLUDE (year, release) FROM read_parquet('${fileOf("locality_amounts")}')`);
    const seen = rows.map((row) => Object.values(row).join(" "));
    expect(expected.length).toBeGreaterThan(1000);
    expect(seen.toSorted()).toEqual(expected.toSorted());
  });

  it("gives the same rows with a filter on each column as without one: the statistics are right", async () => {
    for (const table of LONG_TABLES.filter(({ name }) => existsSync(fileOf(name))))
      await expectPredicates(fileOf(table.name), table);
  });

  it("has what SQL needs to compute every locality amount by the exact rule", async () => {
    const [row] = await texts(EXACT_AMOUNTS(join(TO, "year=2026/release=2026A")));
    expect(row).toMatchObject({ different: "0" });
    expect(Number(row?.["compared"])).toBeGreaterThan(1000);
  });

  it("writes the same bytes twice, and only what was asked for", async () => {
    const again = temporaryFolder();
    const asked = ["--release", "2026A", "--tables", "national,gpci"];
    const { stdout } = await ratebookHere("export", "--to", again, ...asked, "--json");
    const { files } = JSON.parse(stdout) as { files: { table: string }[] };
    expect(files.map(({ table }) => table)).toEqual(["national", "gpci"]);
    for (const { table } of files)
      expect(readFileSync(fileOf(table, "2026A", again))).toEqual(readFileSync(fileOf(table)));
  });

  it("replaces its own files, and never another's unless it is asked to", async () => {
    const to = temporaryFolder();
    const run = (...more: string[]) =>
      ratebookHere("export", "--to", to, "--release", "2026A", "--tables", "gpci", ...more);
    expect((await run()).status).toBe(0);
    expect((await run()).status).toBe(0);
    const path = fileOf("gpci", "2026A", to);
    writeFileSync(path, "mine");
    const refused = await run();
    expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining("ratebook did not write")]);
    expect(readFileSync(path, "utf8")).toBe("mine");
    expect((await run("--overwrite")).status).toBe(0);
  });

  it.each([
    [["--tables", "gpcis"], 2, /"gpcis" is not a table; tables are rvu, .*did you mean "gpci"/],
    [["--release", "2026Q"], 3, /2026Q/],
    [["--out", "nowhere"], 3, /no release has been built there/],
  ])("says what is wrong with %s", async (args, code, message) => {
    const { status, stderr } = await ratebookHere("export", "--to", TO, ...args);
    expect([status, stderr]).toEqual([code, expect.stringMatching(message)]);
  });
});
