import type { Problem } from "../schemas/place.ts";
import type { Release } from "../schemas/source/release.ts";
import { readAddenda } from "./asc/addenda.ts";
import type { ReleaseBook } from "./book.ts";
import type { Inputs } from "./inputs/locate.ts";
import { readAddendumB } from "./opps/addendum-b.ts";
import { priceLocalities, priceNationally } from "./pfs/amounts.ts";
import { readCounties } from "./pfs/counties.ts";
import { readLocalities } from "./pfs/localities.ts";
import { priceOppsCap } from "./pfs/opps-cap.ts";
import { priceQualifying } from "./pfs/qualifying-apm.ts";
import { readTables, type Tables } from "./read-tables.ts";
import { readWageIndex } from "./wage/wage-index.ts";

type Coded = { readonly hcpcs: string };

function sortedCodes(pfs: readonly Coded[] = [], opps: readonly Coded[] = [], asc: readonly string[] = []): string[] {
  const codes = new Set(asc);
  for (const row of pfs) codes.add(row.hcpcs);
  for (const row of opps) codes.add(row.hcpcs);
  return [...codes].sort();
}

/** The relative value file and everything that is computed from it. */
function readPfs(
  tables: Tables,
  problems: Problem[],
): Pick<ReleaseBook, "pfs" | "gpci" | "amounts" | "oppsCap" | "qualifying"> {
  const pfs = tables.rvu && priceNationally(tables.rvu);
  const gpci = tables.gpci && readLocalities(tables.gpci, problems);
  const amounts = pfs && gpci && priceLocalities(pfs, gpci);
  const oppsCap = pfs && priceOppsCap(pfs, gpci);
  const qualifying = pfs && priceQualifying(pfs, tables["rvu-qpp"], gpci);
  return { pfs, gpci, amounts, oppsCap, qualifying };
}

function readAsc(tables: Tables): ReleaseBook["asc"] {
  const { "asc-aa": surgical, "asc-bb": ancillary, "asc-ee": excluded } = tables;
  return surgical || ancillary ? readAddenda(surgical, ancillary, excluded) : undefined;
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
  const priced = readPfs(tables, problems);
  const opps = tables["addendum-b"] && readAddendumB(tables["addendum-b"]);
  const asc = readAsc(tables);
  const counties = tables.counties && readCounties(tables.counties, problems);
  const wages = tables["wage-index"] && readWageIndex(tables["wage-index"]);
  const codes = sortedCodes(priced.pfs?.file.table.rows, opps?.file.table.rows, [...(asc?.byCode.keys() ?? [])]);
  return { release, tables, inputs, ...priced, counties, wages, opps, asc, codes };
}
