import { join } from "node:path";
import { beforeAll, expect, inject, it } from "vitest";
import { ratebook } from "../support/command.ts";
import { texts } from "../support/duckdb.ts";
import { openDuckdb } from "../support/engines/duckdb-session.ts";
import { sqlText } from "../support/engines/sql-text.ts";
import { describeWithNcci, SHARED_FOLDER } from "../support/real.ts";

let tables = "";

async function one(select: string, release: string, table: string): Promise<Record<string, string | null> | undefined> {
  const file = join(tables, `year=${release.slice(0, 4)}/release=${release}/${table}.parquet`);
  const [row] = await texts(`SELECT ${select} FROM '${file}'`);
  return row;
}

const count = (condition: string, name: string): string => `count(*) FILTER (WHERE ${condition}) AS ${name}`;

/** A claim of January 2025 for each pair, a line for each of its codes, and one with one unit of each primary code. */
const CLAIMS_OF_PAIRS = `CREATE TABLE claim_lines AS
SELECT claim_id, line, hcpcs,
  NULL::VARCHAR AS modifier_1, NULL::VARCHAR AS modifier_2, NULL::VARCHAR AS modifier_3, NULL::VARCHAR AS modifier_4,
  '22' AS pos, DATE '2025-01-15' AS service_date, NULL::VARCHAR AS zip, NULL::VARCHAR AS locality, false AS qualifying_apm,
  1 AS units
FROM (
  SELECT row_number() OVER () AS claim_id, unnest([1, 2]) AS line, unnest([primary_code, secondary_code]) AS hcpcs
  FROM opps_pairs
  UNION ALL SELECT 1000 + row_number() OVER (), 1, primary_code FROM opps_pairs GROUP BY primary_code
)`;

describeWithNcci("tables of CMS's pairs and NCCI edits", () => {
  beforeAll(() => {
    const out = join(inject("runFolder"), "edit-tables-out");
    tables = join(inject("runFolder"), "edit-tables");
    const from = ["--from", SHARED_FOLDER, "--out", out, "--quiet"];
    for (const args of [
      ["--release", "2025A", ...from],
      ["--release", "2026B", "--with", "ncci", ...from],
      ["export", "--out", out, "--to", tables],
    ]) {
      const { status, stderr } = ratebook(args);
      expect([status, stderr]).toEqual([0, ""]);
    }
  });

  // Counted and added up in CMS's workbooks with openpyxl; the rates are those that Addendum A has for the adjusted APC.
  it("have 432 pairs of 2025 with their rates, and the rank of every J1 code", async () => {
    const pairs = `count(*) AS n, sum(opps_rate) AS sum, ${count("primary_code = secondary_code", "itself")},
      ${count("secondary_status_indicator = 'N'", "add_ons")}`;
    expect(await one(pairs, "2025A", "opps_pairs")).toEqual({
      ...{ n: "432", sum: "3288332.0700", itself: "67", add_ons: "53" },
    });
    const ranks = `count(*) AS n, sum(primary_rank) AS sum, ${count("deleted", "deleted")}`;
    // 1 + 2 + ... + 3,236
    expect(await one(ranks, "2025A", "opps_ranks")).toEqual({ n: "3236", sum: "5237466", deleted: "96" });
  });

  it("have 9,000 add-on code edits of 2026Q2", async () => {
    const edits = `count(*) AS n, ${count("type = '1'", "closed")}, ${count("type = '3'", "open")},
      ${count("primary_code IS NULL", "of_contractors")}, ${count("deletion IS NOT NULL", "deleted")},
      ${count("add_on_deleted IS NOT NULL", "add_on_deleted")}, ${count("primary_deleted IS NOT NULL", "primary_deleted")},
      min(effective) AS first, max(deletion) AS last`;
    expect(await one(edits, "2026B", "ncci_addon")).toEqual({
      ...{ n: "9000", closed: "8293", open: "660", of_contractors: "55", deleted: "1260" },
      ...{ add_on_deleted: "571", primary_deleted: "604" },
      // 2013091 and 2025365
      ...{ first: "2013-04-01", last: "2025-12-31" },
    });
    const primaries = "string_agg(primary_code, ' ' ORDER BY primary_code) FILTER (WHERE add_on = '22512') AS codes";
    expect(await one(primaries, "2026B", "ncci_addon")).toEqual({ codes: "22510 22511" });
  });

  it("have 15,095 medically unlikely edits of practitioners in 2026Q2", async () => {
    const units = `count(*) AS n, sum(mue_value) AS sum, max(mue_value) AS largest, ${count("mue_value = 0", "zeros")},
      ${count("adjudication_indicator = '1'", "lines")}, ${count("service = 'practitioner'", "practitioners")}`;
    expect(await one(units, "2026B", "ncci_mue")).toEqual({
      ...{ n: "15095", sum: "801623", largest: "90000", zeros: "2642", lines: "41", practitioners: "15095" },
    });
  });

  it("adjust every claim of a pair, 22511 with 22512 to APC 5114", async () => {
    const duckdb = await openDuckdb(tables);
    await duckdb.run(sqlText("duckdb/pairs.sql"));
    await duckdb.run(CLAIMS_OF_PAIRS);
    for (const name of ["views", "claims", "pairs"]) await duckdb.run(sqlText(`${name}.sql`));
    const [adjusted] = await duckdb.texts(`SELECT count(*) AS n, sum(opps_rate) AS sum FROM claim_pairs`);
    const [family] = await duckdb.texts("SELECT * EXCLUDE claim_id FROM claim_pairs WHERE primary_code = '22511'");
    duckdb.close();
    expect(family).toEqual({
      ...{ release: "2025A", primary_code: "22511", secondary_code: "22512", adjusted_apc: "5114" },
      opps_rate: "7143.7300",
    });
    expect(adjusted).toEqual({ n: "432", sum: "3288332.0700" });
  });
});
