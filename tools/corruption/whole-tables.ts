import Papa from "papaparse";
import { listDownloads } from "../../pipelines/inputs/downloads.ts";
import { type Located, locateInputs } from "../../pipelines/inputs/locate.ts";
import { registeredRelease } from "../../pipelines/inputs/registry.ts";
import { Problems } from "../../pipelines/problems/problems.ts";
import type { ReleaseBook } from "../../pipelines/schedules/book.ts";
import { runChecks } from "../../pipelines/schedules/checks/run-checks.ts";
import { readRelease } from "../../pipelines/schedules/read-release.ts";
import { readTables } from "../../pipelines/schedules/read-tables.ts";
import { readDelimited } from "../../pipelines/tables/csv.ts";
import type { Grid } from "../../pipelines/tables/grid.ts";
import type { SourceFile } from "../../pipelines/tables/source-file.ts";
import { rowsOf } from "../../pipelines/tables/table.ts";

import type { Release, Role } from "../../schemas/source/release.ts";
import { UsageError } from "../../scripts/program/usage-error.ts";

/** The keys of a row that connect it with rows of other tables. */
interface Meeting {
  readonly hcpcs?: string;
  readonly apc?: string;
  readonly mac?: string;
  readonly locality?: string;
}

/** One table of a release, read once: its lines as csv, and the values of each data row. */
export interface WholeTable {
  readonly role: Role;
  readonly located: Located;
  readonly file: SourceFile<Meeting>;
  /** The values of each data row. */
  readonly records: readonly Meeting[];
  /** The file as rows of text. */
  readonly grid: Grid;
  /** Everything above the first data row. */
  readonly head: string;
  /** Each data row as a line of csv, by position among the data rows. */
  readonly lines: readonly string[];
}

/** A release read once. */
export interface WholeRelease {
  readonly release: Release;
  readonly tables: readonly WholeTable[];
}

/** Cells as one line of csv. */
export function lineOf(cells: readonly string[]): string {
  return `${Papa.unparse([cells as string[]], { newline: "\n" })}\n`;
}

/** Cells of a data row as CMS printed them. */
export function printedCells({ file, grid }: WholeTable, position: number): readonly string[] {
  return grid.rows[(file.table.rowNumbers[position] ?? 0) - 1] ?? [];
}

async function wholeTable(located: Located, file: SourceFile<Meeting>): Promise<WholeTable> {
  const { rowNumbers } = file.table;
  const grid = await readDelimited(located.bytes, located.shown);
  const head = grid.rows.slice(0, (rowNumbers[0] ?? 1) - 1).map(lineOf);
  const lines = rowNumbers.map((rowNumber) => lineOf(grid.rows[rowNumber - 1] ?? []));
  return { role: located.entry.role, located, file, records: rowsOf(file.table), grid, head: head.join(""), lines };
}

/** Reads a registered release's csv tables once; throws UsageError when a file is missing or has problems. */
export async function readWhole(from: string, id: string): Promise<WholeRelease> {
  const problems = new Problems();
  const release = registeredRelease(id);
  const inputs = await locateInputs(release, listDownloads(from), { allowChanged: false, format: "csv" }, problems);
  const { tables, unreadableBecause } = await readTables(inputs, problems);
  if (problems.any || unreadableBecause.length > 0)
    throw new UsageError(`${id} in ${from} has problems: run ratebook build to see them`);
  const whole = inputs.located.flatMap((located) => {
    const file = tables[located.entry.role] as SourceFile<Meeting> | undefined;
    return file === undefined || located.format !== "csv" ? [] : [wholeTable(located, file)];
  });
  return { release, tables: await Promise.all(whole) };
}

/** A release's tables as text, by role, without those left out. */
export type Texts = ReadonlyMap<Role, string>;

/** Reads and checks a release whose tables have these texts: a build without hashes. */
export async function examine(
  { release, tables }: WholeRelease,
  texts: Texts,
  coverage: Release["coverage"],
): Promise<{ book: ReleaseBook; problems: Problems }> {
  const problems = new Problems();
  const located = tables.flatMap((table) => {
    const text = texts.get(table.role);
    const { next: _, ...alone } = table.located;
    return text === undefined ? [] : [{ ...alone, bytes: new Uint8Array(Buffer.from(text)) }];
  });
  const inputs = { located, parts: [], missing: [], skipped: [], archives: new Map<string, string>() };
  const book = await readRelease({ ...release, coverage }, inputs, problems);
  problems.add(...book.unreadableBecause);
  runChecks(book, problems);
  return { book, problems };
}
