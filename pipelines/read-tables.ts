import type { Problem } from "../schemas/place.ts";
import type { Role } from "../schemas/source/release.ts";
import type { Inputs } from "./inputs/locate.ts";
import { openTable, type WorkbookCache } from "./inputs/open-table.ts";
import { LAYOUT_OF } from "./inputs/roles.ts";
import { keyOfRow } from "./pfs/amounts.ts";
import { wrongPeriod } from "./shared/period.ts";
import { collecting } from "./shared/problems.ts";
import { type WithoutRepeats, withoutRepeats } from "./shared/repeats.ts";
import type { SourceFile } from "./shared/source-file.ts";
import { layoutOf } from "./shared/sources.ts";
import { type RowSchema, readTable, type Table } from "./shared/table.ts";
import { ROW_SCHEMAS, type RowOf } from "./table-rows.ts";

/** Tables in which CMS now and then repeats a row cell for cell, and what tells a row of theirs. */
const KEY_OF: { readonly [R in Role]?: (row: RowOf[R]) => string } = {
  rvu: keyOfRow,
  "rvu-qpp": keyOfRow,
  "asc-ff": (row) => row.hcpcs,
  zip5: (row) => row.zip,
};

function once<R extends Role>(role: R, table: Table<RowOf[R]>): WithoutRepeats<RowOf[R]> {
  const keyOf = KEY_OF[role] as ((row: RowOf[R]) => string) | undefined;
  return keyOf === undefined ? { table, repeats: [] } : withoutRepeats(table, keyOf);
}

/** The tables that were found of a release, each read to typed rows. */
export type Tables = { readonly [R in Role]?: SourceFile<RowOf[R]> };

async function readRole<R extends Role>(
  inputs: Inputs,
  role: R,
  cache: WorkbookCache,
  problems: Problem[],
): Promise<SourceFile<RowOf[R]> | undefined> {
  const located = inputs.located.find((each) => each.entry.role === role);
  if (located === undefined) return undefined;
  const layout = layoutOf(LAYOUT_OF[role]);
  const { publication, entry, format, sha256, changed, shown } = located;
  const schema = ROW_SCHEMAS[role] as unknown as RowSchema<RowOf[R]>;
  const year = publication.window.from.slice(0, 4);
  const table = await collecting(problems, async () =>
    readTable(await openTable(located, layout, cache), shown, layout, schema, problems, year),
  );
  if (table === undefined) return undefined;
  const wrong = wrongPeriod(table, layout, publication);
  if (wrong !== undefined) problems.push(wrong);
  return { id: role, publication, entry, format, sha256, changed, ...once(role, table) };
}

/**
 * Reads every table that was found.
 *
 * @param problems receives everything wrong with them
 */
export async function readTables(inputs: Inputs, problems: Problem[]): Promise<Tables> {
  const cache: WorkbookCache = new Map();
  const tables: Partial<Record<Role, SourceFile<unknown>>> = {};
  for (const role of Object.keys(ROW_SCHEMAS) as Role[]) {
    const file = await readRole(inputs, role, cache, problems);
    if (file !== undefined) tables[role] = file;
  }
  return tables as Tables;
}
