import type { Problem } from "../schemas/place.ts";
import { AddendumBRow } from "../schemas/row/addendum-b.ts";
import { AscAncillaryRow, AscSurgicalRow } from "../schemas/row/asc.ts";
import { GpciRow } from "../schemas/row/gpci.ts";
import { PfsRvuRow } from "../schemas/row/pfs-rvu.ts";
import type { Layout } from "../schemas/source/layout.ts";
import type { Release, Role } from "../schemas/source/release.ts";
import { readAddenda } from "./asc/addenda.ts";
import type { ReleaseBook } from "./book.ts";
import { type Inputs, LAYOUT_OF, type Located } from "./inputs/locate.ts";
import { readAddendumB } from "./opps/addendum-b.ts";
import { priceLocalities, priceNationally } from "./pfs/amounts.ts";
import { readLocalities } from "./pfs/localities.ts";
import { readDelimited } from "./shared/csv.ts";
import type { Grid } from "./shared/grid.ts";
import { findKeyRow } from "./shared/heading.ts";
import { wrongPeriod } from "./shared/period.ts";
import { collecting, fault } from "./shared/problems.ts";
import type { SourceFile } from "./shared/source-file.ts";
import { layoutOf } from "./shared/sources.ts";
import { type RowSchema, readTable } from "./shared/table.ts";

/** The one worksheet that holds the table: the one with the key column's heading. */
async function readOnlySheet(bytes: Uint8Array, file: string, layout: Layout): Promise<Grid> {
  const { readWorkbook } = await import("./shared/xlsx.ts");
  const grids = await readWorkbook(bytes, file);
  const hits = grids.filter((grid) => findKeyRow(grid, layout) >= 0);
  const [only] = hits;
  if (only !== undefined && hits.length === 1) return only;
  const sheets = grids.map((grid) => grid.sheet).join(", ");
  const message = `${hits.length} of its worksheets (${sheets}) hold the ${layout.title}, expected one`;
  throw fault("xlsx.sheet-not-found", { file }, message, "Check that this is the right workbook");
}

function readGrid(located: Located, layout: Layout): Promise<Grid> {
  const { bytes, entry, shown } = located;
  return /\.xlsx$/i.test(entry.name) ? readOnlySheet(bytes, shown, layout) : readDelimited(bytes, shown);
}

async function readFile<Row>(
  inputs: Inputs,
  role: Role,
  schema: RowSchema<Row>,
  problems: Problem[],
): Promise<SourceFile<Row> | undefined> {
  const located = inputs.located.find((each) => each.entry.role === role);
  if (located === undefined) return undefined;
  const layout = layoutOf(LAYOUT_OF[role]);
  const table = await collecting(problems, async () => {
    const grid = await readGrid(located, layout);
    return readTable(grid, located.shown, layout, schema, problems);
  });
  if (table === undefined) return undefined;
  const wrong = wrongPeriod(table, layout, located.publication);
  if (wrong !== undefined) problems.push(wrong);
  const { publication, entry, sha256, changed } = located;
  return { id: role, publication, entry, sha256, changed, table };
}

type Coded = { readonly hcpcs: string };

function sortedCodes(pfs: readonly Coded[] = [], opps: readonly Coded[] = [], asc: readonly string[] = []): string[] {
  const codes = new Set(asc);
  for (const row of pfs) codes.add(row.hcpcs);
  for (const row of opps) codes.add(row.hcpcs);
  return [...codes].sort();
}

/**
 * Reads and prices one release from its located files: every table, national amounts, locality amounts.
 *
 * @param release registry entry
 * @param inputs the files found for it
 * @param problems receives everything wrong with them
 */
export async function readRelease(release: Release, inputs: Inputs, problems: Problem[]): Promise<ReleaseBook> {
  const rvus = await readFile(inputs, "rvu", PfsRvuRow, problems);
  const gpcis = await readFile(inputs, "gpci", GpciRow, problems);
  const addendumB = await readFile(inputs, "addendum-b", AddendumBRow, problems);
  const surgical = await readFile(inputs, "asc-aa", AscSurgicalRow, problems);
  const ancillary = await readFile(inputs, "asc-bb", AscAncillaryRow, problems);
  const pfs = rvus && priceNationally(rvus, problems);
  const gpci = gpcis && readLocalities(gpcis, problems);
  const opps = addendumB && readAddendumB(addendumB, problems);
  const asc = surgical || ancillary ? readAddenda(surgical, ancillary, problems) : undefined;
  const amounts = pfs && gpci && priceLocalities(pfs, gpci);
  const codes = sortedCodes(pfs?.file.table.rows, opps?.file.table.rows, [...(asc?.byCode.keys() ?? [])]);
  return { release, missing: inputs.missing, pfs, gpci, amounts, opps, asc, codes };
}
