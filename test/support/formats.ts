import { listDownloads } from "../../pipelines/inputs/downloads.ts";
import { type Format, formatOf } from "../../pipelines/inputs/formats.ts";
import { locateInputs } from "../../pipelines/inputs/locate.ts";
import { assembleRelease, publicationEntry } from "../../pipelines/inputs/registry.ts";
import { releaseOfQuarter } from "../../pipelines/inputs/release-id.ts";
import { Problems } from "../../pipelines/problems/problems.ts";
import { readLocalities } from "../../pipelines/schedules/pfs/localities.ts";
import { type ReadTables, readTables } from "../../pipelines/schedules/read-tables.ts";
import type { SourceFile } from "../../pipelines/tables/source-file.ts";
import { rowsOf } from "../../pipelines/tables/table.ts";

import type { FormatDifference } from "../../schemas/source/format-differences.ts";
import type { Family, Release } from "../../schemas/source/release.ts";
import { scaledInteger } from "../../schemas/units.ts";
import { CMS_FOLDER } from "./real.ts";

/** A format beside csv. */
export type Other = "txt" | "xlsx";

/** Formats beside csv in which CMS shipped a publication, and how many of its tables in each. */
export const SHIPPED = [
  ["RVU09A", ["txt"], 5],
  ["RVU13A", ["txt", "xlsx"], 5],
  ["RVU18A", ["txt", "xlsx"], 5],
  ["RVU20A", ["txt", "xlsx"], 5],
  ["RVU22A", ["txt", "xlsx"], 5],
  ["RVU23A", ["txt", "xlsx"], 5],
  ["RVU24A", ["txt", "xlsx"], 5],
  ["RVU25A", ["txt", "xlsx"], 5],
  ["RVU25D", ["txt", "xlsx"], 5],
  ["RVU26B", ["txt"], 1],
  ["2025Q1", ["xlsx"], 5],
] as const satisfies readonly (readonly [string, readonly Other[], number])[];

/** A record as comparable text, by field. A missing column is undefined, a blank cell "". */
type Comparable = Readonly<Record<string, string | undefined>>;
/** Records of one table by key; the second of one key is "05302 99 #2". */
type Keyed = ReadonlyMap<string, Comparable>;

function releaseWith(family: Family, id: string, format: Format): Release {
  const name = family === "pfs" ? `20${id.slice(3)}` : releaseOfQuarter(id);
  const release = assembleRelease(name, [{ entry: publicationEntry(family, id), registered: true }]);
  const publications = release.publications.map((each) => ({
    ...each,
    // A file that is registered only by its hash has not been available.
    files: each.files.filter((file) => formatOf(file.name) === format && file.bytes !== null),
  }));
  return { ...release, missing: [], publications: publications.filter((each) => each.files.length > 0) };
}

/** Reads every table that CMS publishes in one format; throws for any problem. */
export async function readAs(family: Family, id: string, format: Format): Promise<ReadTables> {
  const problems = new Problems();
  const release = releaseWith(family, id, format);
  const options = { allowChanged: false, format };
  const inputs = await locateInputs(release, listDownloads(CMS_FOLDER), options, problems);
  const { tables, unreadableBecause, skipped } = await readTables(inputs, problems);
  problems.add(...unreadableBecause);
  if (skipped.length > 0) throw new Error(JSON.stringify(skipped));
  if (problems.any) throw new Error(JSON.stringify(problems.list.slice(0, 3)));
  if (inputs.missing.length > 0) throw new Error(JSON.stringify(inputs.missing));
  return tables;
}

function comparable(row: object): Comparable {
  const said = (value: unknown): string | undefined => (value === undefined ? undefined : String(value ?? ""));
  return Object.fromEntries(Object.entries(row).map(([field, value]) => [field, said(value)]));
}

function recordsIn(file: SourceFile<object> | undefined): readonly object[] {
  return file === undefined ? [] : rowsOf(file.table);
}

/** GPCI rows with the work GPCI in force, which csv and txt have in columns of different names. */
function recordRows(role: string, tables: ReadTables): readonly object[] {
  if (role !== "gpci" || tables.gpci === undefined) return recordsIn(tables[role as "rvu"]);
  return readLocalities(tables.gpci, new Problems()).localities.map(({ row, workGpci, workField }) => {
    const { workGpciWithFloor: _, workGpciUnstated: __, ...rest } = row;
    return { ...rest, workGpci: scaledInteger(workGpci), workField };
  });
}

const KEY_FIELDS = ["hcpcs", "modifier", "indicator", "mac", "locality"] as const;

/** Rows of one table by code and modifier, MAC and locality, or both. */
export function recordsOf(role: string, tables: ReadTables): Keyed {
  const seen = new Map<string, number>();
  return new Map(
    recordRows(role, tables)
      .map(comparable)
      .map((record) => {
        const key = KEY_FIELDS.map((field) => record[field] ?? "")
          .filter((part) => part !== "")
          .join(" ");
        const nth = (seen.get(key) ?? 0) + 1;
        seen.set(key, nth);
        return [nth === 1 ? key : `${key} #${nth}`, record] as const;
      }),
  );
}

/** One cell that differs between csv and another format. Undefined for a missing column. */
export interface CellDifference {
  readonly role: string;
  readonly field: string;
  readonly key: string;
  readonly csv: string | undefined;
  readonly other: string | undefined;
}

/** Every cell that differs between two readings of one table. A blank column equals a missing one. */
export function cellDifferences(role: string, csv: Keyed, other: Keyed): CellDifference[] {
  return [...csv].flatMap(([key, record]) => {
    const twin = other.get(key) ?? {};
    const fields = new Set([...Object.keys(record), ...Object.keys(twin)]);
    return [...fields]
      .filter((field) => (record[field] ?? "") !== (twin[field] ?? ""))
      .map((field) => ({ role, field, key, csv: record[field], other: twin[field] }));
  });
}

/** One listed difference between csv and one other format of one publication. */
export interface Listed {
  readonly role: string;
  readonly field: string;
  /** "*" for every record of the table. */
  readonly key: string;
  /** What each says; undefined where the whole column is lacking in the other format. */
  readonly says: { readonly csv: string; readonly other: string } | undefined;
}

/** The listed differences between the csv of a publication and another format. */
export function listedFor(id: string, other: Other, differences: readonly FormatDifference[]): Listed[] {
  return differences.flatMap(({ role, field, cells, lacking }) => {
    const listed = cells.flatMap((cell): Listed[] => {
      const said = cell[other];
      if (said === undefined || !cell.publications.includes(id)) return [];
      return [{ role, field, key: cell.key, says: { csv: cell.csv, other: said } }];
    });
    const lacks = lacking?.format === other && lacking.publications.includes(id);
    return lacks ? [...listed, { role, field, key: "*", says: undefined }] : listed;
  });
}

function explains({ role, field, key, says }: Listed, seen: CellDifference): boolean {
  if (role !== seen.role || field !== seen.field || (key !== "*" && key !== seen.key)) return false;
  return says === undefined ? seen.other === undefined : says.csv === seen.csv && says.other === (seen.other ?? "");
}

/**
 * Unlisted differences, and listed ones that do not occur in one cell, or in every record.
 *
 * @param recordsIn how many records a role has
 */
export function settle(
  seen: readonly CellDifference[],
  listed: readonly Listed[],
  recordsIn: (role: string) => number,
): { unlisted: CellDifference[]; stale: Listed[] } {
  const hits = new Map(listed.map((each) => [each, 0]));
  const unlisted = seen.filter((difference) => {
    const why = listed.find((each) => explains(each, difference));
    if (why !== undefined) hits.set(why, (hits.get(why) ?? 0) + 1);
    return why === undefined;
  });
  const wanted = ({ key, role }: Listed): number => (key === "*" ? recordsIn(role) : 1);
  return { unlisted, stale: listed.filter((each) => hits.get(each) !== wanted(each)) };
}
