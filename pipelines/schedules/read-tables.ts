import type { Role } from "../../schemas/source/release.ts";
import type { Inputs } from "../inputs/locate.ts";
import { openTable, type WorkbookCache } from "../inputs/open-table.ts";
import type { Problems } from "../problems/problems.ts";
import { wrongPeriod } from "../tables/period.ts";
import type { SourceFile } from "../tables/source-file.ts";
import { readTable, type Table, withoutRepeats } from "../tables/table.ts";
import { ROLES, type RowOf, tableKind } from "./table-rows.ts";

/**
 * Tables of which rows that repeat an earlier one cell for cell are kept once: CMS prints 3491F twice in January 2009
 * and a few device rows every year. Rows that share a key and differ stay, for the checks to find.
 */
const KEPT_ONCE: ReadonlySet<Role> = new Set(["rvu", "rvu-qpp", "asc-ff", "zip5"]);

/** The tables that were found of a release. */
export type ReadTables = { readonly [R in Role]?: SourceFile<RowOf[R]> };

function once<Row>(role: Role, table: Table<Row>): Pick<SourceFile<Row>, "table" | "repeats"> {
  if (!KEPT_ONCE.has(role)) return { table, repeats: [] };
  const number = (row: number): number => table.rowNumbers[row] ?? 0;
  const repeats = table.repeats.map(({ row, first }) => ({
    key: table.key(row),
    rowNumber: number(row),
    firstRow: number(first),
  }));
  return { table: withoutRepeats(table), repeats };
}

async function readRole<R extends Role>(
  inputs: Inputs,
  role: R,
  cache: WorkbookCache,
  problems: Problems,
): Promise<SourceFile<RowOf[R]> | undefined> {
  const located = inputs.located.find((each) => each.entry.role === role);
  if (located === undefined) return undefined;
  const { publication, entry, format, sha256, changed, shown } = located;
  const kind = tableKind(role);
  const year = publication.window.from.slice(0, 4);
  const table = await problems.attempt(async () =>
    readTable(await openTable(located, kind.layout, cache), shown, kind, problems, year),
  );
  if (table === undefined) return undefined;
  const wrong = wrongPeriod(table, publication);
  if (wrong !== undefined) problems.add(wrong);
  return { id: role, publication, entry, format, sha256, changed, ...once(role, table) };
}

/**
 * Reads every table that was found.
 *
 * @param problems receives everything wrong with them
 */
export async function readTables(inputs: Inputs, problems: Problems): Promise<ReadTables> {
  const cache: WorkbookCache = new Map();
  const tables: Partial<Record<Role, SourceFile<unknown>>> = {};
  for (const role of ROLES) {
    const file = await readRole(inputs, role, cache, problems);
    if (file !== undefined) tables[role] = file;
  }
  return tables as ReadTables;
}
