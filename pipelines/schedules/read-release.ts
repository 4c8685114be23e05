import type { Release } from "../../schemas/source/release.ts";
import type { Inputs, Missing } from "../inputs/locate.ts";
import type { Problems } from "../problems/problems.ts";
import { readAddenda } from "./asc/addenda.ts";
import type { ReleaseBook } from "./book.ts";
import { readAddendumB } from "./opps/addendum-b.ts";
import { readCounties } from "./pfs/counties.ts";
import { readLocalities } from "./pfs/localities.ts";
import { priceOppsCap } from "./pfs/opps-cap.ts";
import { priceLocalities, priceNationally } from "./pfs/price.ts";
import { priceQualifying } from "./pfs/qualifying-apm.ts";
import { readRvuFile } from "./pfs/rvu-file.ts";
import { readPtp } from "./read-ptp.ts";
import { type ReadTables, readTables } from "./read-tables.ts";
import { readWageIndex } from "./wage/wage-index.ts";

/** Every code in one of these, sorted. */
function sortedCodes(...codes: readonly (Iterable<string> | undefined)[]): string[] {
  return [...new Set(codes.flatMap((each) => [...(each ?? [])]))].sort();
}

/** The relative value file and everything that is computed from it. */
function readPfs(
  tables: ReadTables,
  problems: Problems,
): Pick<ReleaseBook, "pfs" | "gpci" | "amounts" | "oppsCap" | "qualifying"> {
  const rvu = tables.rvu && readRvuFile(tables.rvu);
  const pfs = rvu && priceNationally(rvu);
  const gpci = tables.gpci && readLocalities(tables.gpci, problems);
  const amounts = pfs && gpci && priceLocalities(pfs, gpci);
  const oppsCap = pfs && priceOppsCap(pfs, gpci);
  const qualifying = pfs && priceQualifying(pfs, tables["rvu-qpp"], gpci);
  return { pfs, gpci, amounts, oppsCap, qualifying };
}

function readAsc(tables: ReadTables): ReleaseBook["asc"] {
  const { "asc-aa": surgical, "asc-bb": ancillary, "asc-ee": excluded } = tables;
  return surgical || ancillary ? readAddenda(surgical, ancillary, excluded) : undefined;
}

/** Sources that every release has; an unregistered one without them is not complete. */
const MAIN_SOURCES: ReadonlySet<string> = new Set(["pfs", "gpci", "opps", "asc"]);

function coverageOf({ coverage, publications }: Release, missing: readonly Missing[]): Release["coverage"] {
  const isUnregistered = publications.some(({ registered }) => !registered);
  const lacks = ({ source, expected }: Missing): boolean =>
    expected === true || (isUnregistered && MAIN_SOURCES.has(source));
  return coverage === "whole" && missing.some(lacks) ? "partial" : coverage;
}

/**
 * Reads and prices one release from its located files: every table, national amounts, locality amounts.
 *
 * @param release registry entry
 * @param inputs the files found for it
 * @param problems receives their problems
 */
export async function readRelease(release: Release, inputs: Inputs, problems: Problems): Promise<ReleaseBook> {
  const { tables, ...read } = await readTables(inputs, problems);
  const ptp = await readPtp(inputs.parts, problems);
  const { located: _, parts: __, ...found } = inputs;
  const priced = readPfs(tables, problems);
  const opps = tables["addendum-b"] && readAddendumB(tables["addendum-b"]);
  const asc = readAsc(tables);
  const counties = tables.counties && readCounties(tables.counties, problems);
  const wages = tables["wage-index"] && readWageIndex(tables["wage-index"]);
  const codes = sortedCodes(priced.pfs?.rvu.columns.hcpcs.values, opps?.byCode.keys(), asc?.byCode.keys());
  const missing = [...inputs.missing, ...read.unreadable];
  return {
    release: { ...release, coverage: coverageOf(release, missing) },
    tables,
    inputs: { ...found, missing, skipped: [...inputs.skipped, ...read.skipped] },
    unreadableBecause: read.unreadableBecause,
    ...priced,
    counties,
    wages,
    opps,
    asc,
    ptp,
    codes,
  };
}
