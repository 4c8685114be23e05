import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Package } from "datapackage";
import { beforeAll, describe, expect, it } from "vitest";
import { LONG_TABLES } from "../../pipelines/exports/long-tables.ts";
import { texts } from "../support/duckdb.ts";
import { editedTables, PRACTITIONER_MUE, SLICED } from "../support/edited-tables.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";
import { ratebookHere } from "../support/in-process.ts";
import { ptpParts } from "../support/ptp-files.ts";
import { expectPredicates, expectSameRows } from "../support/table-files.ts";

/** The tables, with their types as DuckDB reads them, and the release that has them. */
const TYPES: Readonly<Record<string, readonly [release: string, types: Readonly<Record<string, string>>]>> = {
  opps_pairs: [
    "2025A",
    {
      primary_code: "VARCHAR",
      primary_status_indicator: "VARCHAR",
      primary_apc: "VARCHAR",
      secondary_code: "VARCHAR",
      secondary_status_indicator: "VARCHAR",
      secondary_apc: "VARCHAR",
      adjusted_code: "VARCHAR",
      adjusted_apc: "VARCHAR",
      opps_rate: "DECIMAL(18,4)",
    },
  ],
  opps_ranks: [
    "2025A",
    {
      hcpcs: "VARCHAR",
      status_indicator: "VARCHAR",
      apc: "VARCHAR",
      apc_geometric_mean_cost: "DECIMAL(9,2)",
      frequency: "DECIMAL(9,0)",
      single_frequency: "DECIMAL(9,0)",
      geometric_mean_cost: "DECIMAL(9,2)",
      primary_rank: "DECIMAL(9,0)",
      deleted: "BOOLEAN",
    },
  ],
  ncci_addon: [
    "2025B",
    {
      type: "VARCHAR",
      add_on: "VARCHAR",
      add_on_deleted: "DATE",
      primary_code: "VARCHAR",
      primary_deleted: "DATE",
      effective: "DATE",
      deletion: "DATE",
      note: "VARCHAR",
    },
  ],
  ncci_mue: [
    "2025B",
    {
      service: "VARCHAR",
      hcpcs: "VARCHAR",
      mue_value: "DECIMAL(9,0)",
      adjudication_indicator: "VARCHAR",
      adjudication: "VARCHAR",
      rationale: "VARCHAR",
    },
  ],
  ncci_ptp: [
    "2025B",
    {
      setting: "VARCHAR",
      column1: "VARCHAR",
      column2: "VARCHAR",
      effective: "DATE",
      deletion: "DATE",
      modifier_indicator: "VARCHAR",
      rationale: "VARCHAR",
    },
  ],
};

let to = "";
const fileOf = (table: string): string => join(to, `year=2025/release=${TYPES[table]?.[0]}/${table}.parquet`);

/** Rows of a table, each as one text; null is "-". */
async function rowsOf(table: string, columns: string): Promise<string[]> {
  const rows = await texts(`SELECT ${columns} FROM '${fileOf(table)}'`);
  return rows.map((row) =>
    Object.values(row)
      .map((value) => value ?? "-")
      .join(" "),
  );
}

const isoDay = (printed: string): string => printed.replace(/^(\d{4})(\d{2})(\d{2})$/, "$1-$2-$3").replace("*", "-");

/** The edits of practitioners that a slice has, as rows of the table: each once, by codes and days. */
function expectedEdits(): string[] {
  const edits = ptpParts()
    .flat()
    .map((edit) => edit.split(" ") as [string, string, string, string, string]);
  const isSliced = (code: string): boolean => (SLICED as readonly string[]).includes(code);
  return edits
    .filter(([column1, column2]) => isSliced(column1) || isSliced(column2))
    .map(([column1, column2, first, last, indicator]) => [column1, column2, isoDay(first), isoDay(last), indicator])
    .map((edit) => edit.join(" "))
    .sort();
}

describe("export of pairs and edits", () => {
  beforeAll(async () => {
    to = await editedTables();
  });

  it.each(Object.entries(TYPES))(
    "writes %s with its types, and statistics that are right",
    async (table, [, types]) => {
      const described = await texts(
        `DESCRIBE SELECT * FROM read_parquet('${fileOf(table)}', hive_partitioning = false)`,
      );
      expect(Object.fromEntries(described.map((row) => [row["column_name"], row["column_type"]]))).toEqual(types);
      const known = LONG_TABLES.find(({ name }) => name === table);
      expect(Object.keys(types)).toEqual(Object.keys(known?.columns ?? {}));
      if (known === undefined) return;
      await expectPredicates(fileOf(table), known);
      await expectSameRows(dirname(fileOf(table)), known);
    },
  );

  it("has what a hospital is paid for each pair of the excerpt", async () => {
    // CMS's Addendum J of 2025, and the rates of APC 5114 and 5115 in its Addenda A and B.
    expect(await rowsOf("opps_pairs", "primary_code, secondary_code, adjusted_apc, opps_rate")).toEqual([
      "22510 22512 5114 7143.7300",
      "22511 22512 5114 7143.7300",
      "22513 22510 5115 12866.8200",
      "22513 22515 5115 12866.8200",
      "22514 22511 5115 12866.8200",
    ]);
    const [sum] = await texts(`SELECT sum(opps_rate) AS sum FROM '${fileOf("opps_pairs")}'`);
    // 2 x 7,143.73 + 3 x 12,866.82
    expect(sum).toEqual({ sum: "52887.9200" });
  });

  it("has add-on codes with days, and no primary code where the contractor defines it", async () => {
    // 2015001, 2013091 and 2024366 are days of a year; 2024 is a leap year.
    expect(await rowsOf("ncci_addon", "type, add_on, primary_code, effective, deletion")).toEqual([
      "1 22512 22510 2015-01-01 -",
      "1 22512 22511 2015-01-01 -",
      "1 22515 22513 2015-01-01 -",
      "2 0054T - 2013-04-01 -",
      "3 99998 99997 2014-01-01 2024-12-31",
    ]);
  });

  it("has units of every service in one table", async () => {
    const ofPractitioners = PRACTITIONER_MUE.map((row) => {
      const [hcpcs, value, adjudication = ""] = row.split(",");
      return `practitioner ${hcpcs} ${value} ${adjudication[0]} ${adjudication.slice(2)}`;
    });
    const columns = "service, hcpcs, mue_value, adjudication_indicator, adjudication";
    expect(await rowsOf("ncci_mue", columns)).toEqual([
      ...ofPractitioners,
      "hospital 22511 2 3 Date of Service Edit: Clinical",
    ]);
  });

  it("has every edit of the slices once, by setting, codes and days", async () => {
    const rows = await rowsOf("ncci_ptp", "setting, column1, column2, effective, deletion, modifier_indicator");
    expect(rows).toEqual([
      ...expectedEdits().map((edit) => `practitioner ${edit}`),
      "hospital 22511 77012 2015-01-01 - 0",
      "hospital 36591 90473 2025-04-01 2025-04-01 9",
    ]);
  });

  it("has a table only where the release was built with it", async () => {
    const without = temporaryFolder();
    expect(await ratebookHere("export", "--release", "2026A", "--to", without)).toMatchObject({ status: 0 });
    const names = Object.keys(TYPES);
    const there = (folder: string) => names.filter((name) => existsSync(join(folder, `${name}.parquet`)));
    expect(there(join(without, "year=2026/release=2026A"))).toEqual([]);
    expect(there(join(to, "year=2025/release=2025A"))).toEqual(["opps_pairs", "opps_ranks"]);
    expect(there(join(to, "year=2025/release=2025B"))).toEqual(["ncci_addon", "ncci_mue", "ncci_ptp"]);
  });

  it("describes them as a data package with keys, which Frictionless's library reads", async () => {
    const descriptor = JSON.parse(readFileSync(join(to, "datapackage.json"), "utf8"));
    const schemaOf = (name: string) =>
      descriptor.resources.find((each: { name: string }) => each.name === name)?.schema;
    const { resources } = await Package.load(descriptor, { basePath: to });
    const resourceOf = (name: string) => resources.find((each) => each.name === name);
    expect(schemaOf("2025a-opps_pairs")).toMatchObject({
      primaryKey: ["primary_code", "secondary_code"],
      foreignKeys: [{ fields: "primary_code", reference: { resource: "2025a-opps_ranks", fields: "hcpcs" } }],
    });
    expect(await resourceOf("2025a-opps_pairs")?.read({ keyed: true, relations: true })).toHaveLength(5);
    const edits = await resourceOf("2025b-ncci_ptp")?.read({ keyed: true });
    expect([edits?.length, edits?.[0]?.["effective"]]).toEqual([expectedEdits().length + 2, expect.any(Date)]);
    expect(schemaOf("ncci_modifiers")).toMatchObject({ primaryKey: ["modifier"] });
  });
});
