import { existsSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, inject, it } from "vitest";
import { type ColumnType, LONG_TABLES } from "../../pipelines/exports/long-tables.ts";
import { openDuckdb } from "../support/engines/duckdb-session.ts";
import { FRAMES } from "../support/engines/engines-needs.ts";
import { pythonJson } from "../support/engines/python.ts";
import { type EngineTables, engineTables, partition } from "../support/engines/tables.ts";
import { describeWith } from "../support/needs.ts";

interface Frame {
  readonly types: Readonly<Record<string, string>>;
  readonly rows: number;
  readonly sums: Readonly<Record<string, string>>;
}

/** Types of columns in each library. */
const TYPES: Readonly<Record<string, (type: ColumnType) => string>> = {
  pandas: (type) => {
    if (typeof type === "object") return `decimal128(${type.long === true ? 18 : 9}, ${type.scale})[pyarrow]`;
    return { text: "string[pyarrow]", flag: "bool[pyarrow]", day: "date32[day][pyarrow]" }[type];
  },
  polars: (type) => {
    if (typeof type === "object") return `Decimal(precision=${type.long === true ? 18 : 9}, scale=${type.scale})`;
    return { text: "String", flag: "Boolean", day: "Date" }[type];
  },
};

let tables: EngineTables;
let frames: Record<string, Record<string, Frame>>;

describeWith(FRAMES, "pandas and polars", () => {
  beforeAll(async () => {
    tables = await engineTables();
    const folder = partition(tables.tables, tables.releases[1]?.[0] ?? "");
    const paths = LONG_TABLES.map(({ name }) => join(folder, `${name}.parquet`)).filter((path) => existsSync(path));
    const shared = ["calendar", "places_of_service"].map((name) => join(tables.tables, `${name}.parquet`));
    frames = pythonJson(inject("python"), "frames.py", [...paths, ...shared]);
  });

  it.each(["pandas", "polars"])("%s reads every column of every table with its type", (library) => {
    for (const { name, columns } of LONG_TABLES.filter((table) => table.name in frames)) {
      const expected = Object.entries(columns).map(([column, type]) => [column, TYPES[library]?.(type)]);
      // ZIP codes of the excerpts are made up by the test, with DuckDB.
      if (name !== "zips") expect([name, frames[name]?.[library]?.types]).toEqual([name, Object.fromEntries(expected)]);
    }
    const days = frames["calendar"]?.[library]?.types;
    expect([days?.["first_day"], days?.["last_day"]]).toEqual([TYPES[library]?.("day"), TYPES[library]?.("day")]);
  });

  it.each(["pandas", "polars"])("%s adds up the dollars of every locality exactly as DuckDB does", async (library) => {
    const duckdb = await openDuckdb(tables.tables);
    const release = tables.releases[1]?.[0];
    const [sums] = await duckdb.texts(`SELECT sum(non_facility) AS non_facility, sum(facility) AS facility
      FROM ratebook_files('locality_amounts') WHERE release = '${release}'`);
    duckdb.close();
    expect(frames["locality_amounts"]?.[library]?.sums).toEqual(sums);
  });
});
