import type { Problem } from "../schemas/place.ts";
import type { Release } from "../schemas/source/release.ts";
import { readAddenda } from "./asc/addenda.ts";
import type { ReleaseBook } from "./book.ts";
import type { Inputs } from "./inputs/locate.ts";
import { readAddendumB } from "./opps/addendum-b.ts";
import { priceLocalities, priceNationally } from "./pfs/amounts.ts";
import { readLocalities } from "./pfs/localities.ts";
import { priceOppsCap } from "./pfs/opps-cap.ts";
import { priceQualifying } from "./pfs/qualifying-apm.ts";
import { readTables } from "./read-tables.ts";

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
  const tables = await readTables(inputs, problems);
  const pfs = tables.rvu && priceNationally(tables.rvu, problems);
  const gpci = tables.gpci && readLocalities(tables.gpci, problems);
  const opps = tables["addendum-b"] && readAddendumB(tables["addendum-b"], problems);
  const surgical = tables["asc-aa"];
  const ancillary = tables["asc-bb"];
  const asc = surgical || ancillary ? readAddenda(surgical, ancillary, problems) : undefined;
  const amounts = pfs && gpci && priceLocalities(pfs, gpci);
  const oppsCap = pfs && priceOppsCap(pfs, gpci);
  const qualifying = pfs && priceQualifying(pfs, tables["rvu-qpp"], problems);
  const codes = sortedCodes(pfs?.file.table.rows, opps?.file.table.rows, [...(asc?.byCode.keys() ?? [])]);
  return { release, tables, inputs, pfs, gpci, amounts, oppsCap, qualifying, opps, asc, codes };
}
