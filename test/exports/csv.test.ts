import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Package, Profile } from "datapackage";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ExportShape } from "../../pipelines/exports/column-types.ts";
import { csvOf } from "../../pipelines/exports/csv.ts";
import { LONG_TABLES } from "../../pipelines/exports/long-tables.ts";
import { parquetOf } from "../../pipelines/exports/parquet.ts";
import { texts } from "../support/duckdb.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";
import { ratebookHere } from "../support/in-process.ts";
import { expectSameRows } from "../support/table-files.ts";

const TO = mkdtempSync(join(tmpdir(), "ratebook-csv-"));
const PARTITION = join(TO, "year=2026/release=2026A");

const shape: ExportShape = {
  name: "made_up",
  columns: { code: "text", mark: "text", day: "day", rate: { scale: 2 }, fine: { scale: 4, long: true }, na: "flag" },
};
const batch = {
  code: ["00100", 'a "b", c'],
  mark: ["", null],
  day: ["2024-02-29", null],
  rate: ["1773.92", null],
  fine: ["3710000.00", null],
  na: [true, false],
};

function written(table: ExportShape, values: typeof batch): string {
  return Buffer.concat([...csvOf(table, [values])]).toString("utf8");
}

describe("csv", () => {
  it("has nothing for null, quotes for an empty text, and codes as they are", () => {
    expect(written(shape, batch)).toBe(
      'code,mark,day,rate,fine,na\n00100,"",2024-02-29,1773.92,3710000.00,true\n"a ""b"", c",,,,,false\n',
    );
  });
});

describe("Parquet", () => {
  it("has days as dates, and rates above what nine digits hold", async () => {
    const path = join(temporaryFolder(), "made_up.parquet");
    writeFileSync(path, Buffer.concat([...parquetOf(shape, [batch], "test")]));
    const [row] = await texts(`SELECT day, fine, typeof(day) AS type FROM '${path}' WHERE fine IS NOT NULL`);
    expect(row).toEqual({ day: "2024-02-29", fine: "3710000.0000", type: "DATE" });
  });

  it("refuses a null in a required column", () => {
    expect(() => [...parquetOf({ ...shape, required: ["rate"] }, [batch], "test")]).toThrow(
      "rate is a required column",
    );
  });

  it("refuses an amount that its column cannot hold", () => {
    const large = { ...batch, rate: ["10000000.00", null] };
    expect(() => [...parquetOf(shape, [large], "test")]).toThrow("10000000.00 has more than 9 digits");
  });
});

describe("export --format csv", () => {
  beforeAll(async () => {
    for (const format of ["csv", "parquet"])
      expect(await ratebookHere("export", "--to", TO, "--release", "2026A", "--format", format)).toMatchObject({
        status: 0,
      });
  });

  afterAll(() => rmSync(TO, { recursive: true }));

  it("has the same rows as Parquet, in every table", async () => {
    for (const table of LONG_TABLES.filter(({ name }) => existsSync(join(PARTITION, `${name}.csv`))))
      await expectSameRows(PARTITION, table);
  });

  it("writes the days of every release and the places of service beside the partitions", () => {
    const calendar = readFileSync(join(TO, "calendar.csv"), "utf8");
    expect(calendar).toContain("\n2024A,2024-01-01,2024-03-08\n2024AR,2024-03-09,2024-03-31\n");
    const places = readFileSync(join(TO, "places_of_service.csv"), "utf8").split("\n");
    expect(places).toEqual(
      expect.arrayContaining(["11,office,non_facility,office,", "24,ambulatory surgical center,facility,asc,"]),
    );
  });

  it("is a tabular data package whose tables Frictionless's library reads, with types, keys and relations", async () => {
    const descriptor = JSON.parse(readFileSync(join(TO, "datapackage.json"), "utf8"));
    const profile = await Profile.load("tabular-data-package");
    expect(profile.validate(descriptor).errors.map(String)).toEqual([]);
    const money = { ...descriptor.resources[0], schema: { fields: [{ name: "hcpcs", type: "money" }] } };
    expect(profile.validate({ ...descriptor, resources: [money] }).valid).toBe(false);
    const loaded = await Package.load(descriptor, { basePath: TO });
    expect(loaded.resources.map(({ name }) => name)).toEqual(expect.arrayContaining(["2026a-gpci", "calendar"]));
    for (const resource of loaded.resources) {
      const rows = await resource.read({ keyed: true, relations: true });
      const [, ...lines] = readFileSync(join(TO, resource.descriptor.path), "utf8").trimEnd().split("\n");
      expect([resource.name, rows.length]).toEqual([resource.name, lines.length]);
    }
    const opps = loaded.resources.find(({ name }) => name === "2026a-opps");
    const [first] = (await opps?.read({ keyed: true })) ?? [];
    expect([typeof first?.["hcpcs"], typeof first?.["opps_rate"]]).toEqual(["string", "number"]);
  });

  it("replaces its own csv, and never another's", async () => {
    const run = () => ratebookHere("export", "--to", TO, "--release", "2026A", "--tables", "gpci", "--format", "csv");
    expect((await run()).status).toBe(0);
    writeFileSync(join(PARTITION, "gpci.csv"), "locality,mine\n");
    expect(await run()).toMatchObject({ status: 2, stderr: expect.stringContaining("ratebook did not write") });
  });

  it("says that workbooks are for rate sheets", async () => {
    const { status, stderr } = await ratebookHere("export", "--to", TO, "--format", "xlsx");
    expect([status, stderr]).toEqual([2, expect.stringMatching(/--format xlsx is for a rate sheet/)]);
  });
});
