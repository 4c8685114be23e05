import { LICENCES } from "../../schemas/out/data-package.ts";
import type { ColumnType, ExportShape } from "./column-types.ts";

/** A csv file that was written. */
export interface DescribedFile {
  readonly shape: ExportShape;
  /** Null for a table that is the same for every release. */
  readonly release: string | null;
  /** Path from the package's folder. */
  readonly path: string;
  readonly bytes: number;
}

/** Columns that name a row of each table. */
const PRIMARY_KEYS: Readonly<Record<string, readonly string[]>> = {
  rvu: ["hcpcs", "modifier"],
  national: ["hcpcs", "modifier", "track"],
  factors: ["schedule", "track"],
  gpci: ["locality"],
  localities: ["locality"],
  zips: ["zip"],
  opps: ["hcpcs"],
  asc: ["hcpcs"],
  opps_pairs: ["primary_code", "secondary_code"],
  opps_ranks: ["hcpcs"],
  ncci_addon: ["add_on", "primary_code", "effective"],
  ncci_mue: ["service", "hcpcs"],
  ncci_ptp: ["setting", "column1", "column2", "effective", "deletion"],
  physician_rows: ["hcpcs", "site"],
  locality_amounts: ["hcpcs", "modifier", "track", "locality"],
  calendar: ["first_day"],
  places_of_service: ["pos"],
  ncci_modifiers: ["modifier"],
};

/** Columns whose texts are in the key of another table of the release, with the column of that key. */
const REFERENCES: Readonly<Record<string, readonly [column: string, table: string, key: string]>> = {
  gpci: ["locality", "localities", "locality"],
  zips: ["locality", "localities", "locality"],
  locality_amounts: ["locality", "localities", "locality"],
  opps_pairs: ["primary_code", "opps_ranks", "hcpcs"],
};

function typeOf(type: ColumnType): string {
  if (type === "text") return "string";
  if (type === "flag") return "boolean";
  return type === "day" ? "date" : "number";
}

function nameOf(table: string, release: string | null): string {
  return release === null ? table : `${release.toLowerCase()}-${table}`;
}

function resourceOf({ shape, release, path, bytes }: DescribedFile, names: ReadonlySet<string>): object {
  const { name, columns } = shape;
  const [column, table = "", key] = REFERENCES[name] ?? [];
  const target = nameOf(table, release);
  return {
    name: nameOf(name, release),
    path,
    profile: "tabular-data-resource",
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    bytes,
    schema: {
      fields: Object.entries(columns).map(([field, type]) => ({ name: field, type: typeOf(type) })),
      missingValues: [""],
      ...(PRIMARY_KEYS[name] && { primaryKey: PRIMARY_KEYS[name] }),
      ...(column !== undefined &&
        names.has(target) && {
          foreignKeys: [{ fields: column, reference: { resource: target, fields: key } }],
        }),
    },
  };
}

const KIND = { profile: "tabular-data-package", name: "ratebook-tables" };
const written = (value: object): string => JSON.stringify(value, null, 2);

/** How the text of {@link csvPackage} begins. */
export const CSV_PACKAGE_BEGINS = written(KIND).replace(/\n}$/, "");

/**
 * `datapackage.json` beside csv tables: a Frictionless Tabular Data Package. Amounts are numbers there; read them as
 * decimals. A reader of it takes the empty modifier for a missing value.
 */
export function csvPackage(files: readonly DescribedFile[]): string {
  const names = new Set(files.map(({ shape, release }) => nameOf(shape.name, release)));
  return `${written({
    ...KIND,
    title: "Medicare fee schedules: tables of ratebook",
    licenses: LICENCES,
    resources: files.map((file) => resourceOf(file, names)),
  })}\n`;
}
