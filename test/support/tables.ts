import Papa from "papaparse";
import { type Download, listDownloads } from "../../pipelines/inputs/downloads.ts";
import { type Located, locateInputs } from "../../pipelines/inputs/locate.ts";
import { LAYOUT_OF } from "../../pipelines/inputs/roles.ts";
import { Problems } from "../../pipelines/problems/problems.ts";
import { readTables } from "../../pipelines/schedules/read-tables.ts";
import { embeddedFolder, releaseIn } from "../../pipelines/sources/excerpts.ts";
import { layoutOf } from "../../pipelines/sources/sources.ts";
import { rowsOf, type Table } from "../../pipelines/tables/table.ts";
import { decodeText } from "../../pipelines/tables/text.ts";

import type { Layout } from "../../schemas/source/layout.ts";
import type { Release, Role } from "../../schemas/source/release.ts";

/** A table as a spreadsheet shows it, with what the reader reads from it. */
export interface Sheet {
  readonly located: Located;
  readonly layout: Layout;
  readonly rows: readonly (readonly string[])[];
  /** Index of the first and the last row of the heading, and of the last row of the table. */
  readonly firstHeading: number;
  readonly lastHeading: number;
  readonly lastRow: number;
  readonly records: readonly unknown[];
}

/** Reads other bytes instead of a located file's. */
export async function readBytes(located: Located, bytes: Uint8Array) {
  const problems = new Problems();
  const { next: _, ...alone } = located;
  const inputs = {
    located: [{ ...alone, bytes }],
    parts: [],
    missing: [],
    skipped: [],
    archives: new Map<string, string>(),
  };
  const { tables, unreadableBecause } = await readTables(inputs, problems);
  return { table: tables[located.entry.role]?.table, problems: [...problems.list, ...unreadableBecause] };
}

/** Rows as csv with the line ends that a spreadsheet writes. */
export function csvOf(rows: readonly (readonly string[])[], newline = "\r\n"): Uint8Array {
  return new Uint8Array(Buffer.from(Papa.unparse(rows as string[][], { newline }) + newline));
}

/** Reads rows instead of a sheet's. */
export async function readRows(sheet: Sheet, rows: readonly (readonly string[])[]) {
  return await readBytes(sheet.located, csvOf(rows));
}

/** The records of a table. */
export function recordsOf(table: unknown): readonly unknown[] {
  return table === undefined ? [] : rowsOf(table as Table<unknown>);
}

async function sheetOf(located: Located): Promise<Sheet> {
  const { table, problems } = await readBytes(located, located.bytes);
  if (table === undefined || problems.length > 0) throw new Error(JSON.stringify(problems));
  const { heading, rowNumbers } = table;
  const rows = Papa.parse<string[]>((await decodeText(located.bytes)).text).data;
  if (rows.at(-1)?.join("") === "") rows.pop();
  return {
    located,
    layout: layoutOf(LAYOUT_OF[located.entry.role]),
    rows,
    firstHeading: heading.firstRow - 1,
    lastHeading: heading.lastRow - 1,
    lastRow: (rowNumbers.at(-1) ?? 0) - 1,
    records: recordsOf(table),
  };
}

/** Sheets of the csv files of a release. */
export async function sheetsOf(
  release: Release,
  downloads: readonly Download[],
  roles?: readonly Role[],
): Promise<Sheet[]> {
  const problems = new Problems();
  const { located } = await locateInputs(release, downloads, { allowChanged: false }, problems);
  if (problems.any) throw new Error(JSON.stringify(problems.list));
  const csv = located.filter(({ format, entry }) => format === "csv" && (roles?.includes(entry.role) ?? true));
  return await Promise.all(csv.map(sheetOf));
}

/** Sheets of an embedded release: real rows of CMS's, which every machine has. */
export async function embeddedSheets(id: string): Promise<Sheet[]> {
  const folder = embeddedFolder(id);
  return await sheetsOf(releaseIn(folder), listDownloads(folder));
}
