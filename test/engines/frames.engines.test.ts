import { existsSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, inject, it } from "vitest";
import type { ColumnType } from "../../pipelines/exports/column-types.ts";
import { LONG_TABLES } from "../../pipelines/exports/long-tables.ts";
import { openRelease } from "../../pipelines/read/index.ts";
import { formatScaled } from "../../schemas/scaled.ts";
import { editedTables } from "../support/edited-tables.ts";
import { openDuckdb } from "../support/engines/duckdb-session.ts";
import { FRAMES } from "../support/engines/engines-needs.ts";
import { pythonJson } from "../support/engines/python.ts";
import { type EngineTables, engineTables, partition } from "../support/engines/tables.ts";
import { ratebookHere } from "../support/in-process.ts";
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

/** Columns of a rate sheet. */
const SHAPE = ["code", "modifier=Mod", "fee=Fee", "from", "oppsRate"];

let tables: EngineTables;
let frames: Record<string, Record<string, Frame>>;

describeWith(FRAMES, "pandas and polars", () => {
  beforeAll(async () => {
    tables = await engineTables();
    const folder = partition(tables.tables, tables.releases[1]?.[0] ?? "");
    const paths = LONG_TABLES.map(({ name }) => join(folder, `${name}.parquet`)).filter((path) => existsSync(path));
    const shared = ["calendar", "places_of_service"].map((name) => join(tables.tables, `${name}.parquet`));
    const edited = await editedTables();
    const edits = [
      ...["opps_pairs", "opps_ranks"].map((name) => join(partition(edited, "2025A"), `${name}.parquet`)),
      ...["ncci_addon", "ncci_mue", "ncci_ptp"].map((name) => join(partition(edited, "2025B"), `${name}.parquet`)),
    ];
    const sheet = join(inject("runFolder"), "rate_sheet.parquet");
    const asked = ["--release", tables.releases[1]?.[0] ?? "", "--locality", "0111205", "--shape", SHAPE.join(",")];
    const { status } = await ratebookHere("export", "--out", tables.out, "--codes", "all", "--to", sheet, ...asked);
    expect(status).toBe(0);
    frames = pythonJson(inject("python"), "frames.py", [...paths, ...shared, ...edits, sheet]);
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

  it.each(["pandas", "polars"])(
    "%s reads a rate sheet with its types, and adds it up as the reader does",
    async (library) => {
      const release = await openRelease(join(tables.out, tables.releases[1]?.[0] ?? ""));
      const question = { setting: "office", locality: "0111205" } as const;
      const fees = [...release.rows()].map(({ code, modifier }) => release.rate({ ...question, code, modifier }));
      const cents = fees.reduce((sum, fee) => sum + (fee.kind === "amount" ? fee.cents : 0), 0);
      const type = TYPES[library] ?? String;
      const { types, sums } = frames["rate_sheet"]?.[library] ?? {};
      expect(types).toEqual({
        ...{ code: type("text"), Mod: type("text"), Fee: type({ scale: 2 }), from: type("day") },
        oppsRate: type({ scale: 4, long: true }),
      });
      expect(sums?.["Fee"]).toBe(formatScaled(cents, 2));
    },
  );

  it.each(["pandas", "polars"])("%s adds up the dollars of every locality exactly as DuckDB does", async (library) => {
    const duckdb = await openDuckdb(tables.tables);
    const release = tables.releases[1]?.[0];
    const [sums] = await duckdb.texts(`SELECT sum(non_facility) AS non_facility, sum(facility) AS facility
      FROM ratebook_files('locality_amounts') WHERE release = '${release}'`);
    duckdb.close();
    expect(frames["locality_amounts"]?.[library]?.sums).toEqual(sums);
  });
});
