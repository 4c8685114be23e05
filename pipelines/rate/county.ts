import { distance } from "fastest-levenshtein";
import { z } from "zod";
import { fault } from "../shared/problems.ts";
import { isState, stateName } from "./states.ts";

/** A row of `counties.json`, as far as finding a locality needs it. */
export const CountyRow = z.object({
  locality: z.string(),
  state: z.string(),
  area: z.string(),
  coverage: z.enum(["all", "all-other", "listed"]),
  /** The counties of the locality; where it has all or all other counties, those that are excepted. */
  counties: z.array(z.string()),
  row: z.int().positive(),
});
export type CountyRow = z.infer<typeof CountyRow>;

/** The District's locality reaches into these states, whose own localities except those counties. */
const DISTRICT = "DISTRICT OF COLUMBIA";
const SUBURBAN_STATES: ReadonlySet<string> = new Set(["MARYLAND", "VIRGINIA"]);

/** "Contra Costa County" and "CONTRA COSTA CNTY" are one; "ST. LOUIS" and "ST. LOUIS CITY" are two. */
function countyName(text: string): string {
  return text
    .toUpperCase()
    .replace(/ IN (VIRGINIA|MARYLAND)$/, "")
    .replace(/\bSAINT\b/g, "ST")
    .replace(/[.*]/g, "")
    .replace(/ (COUNTY|CNTY|PARISH|BOROUGH|MUNICIPIO)$/, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** "ALEXANDRIA" is CMS's "ALEXANDRIA CITY", where there is no county of that name beside it. */
function names(row: CountyRow, county: string): boolean {
  const printed = row.counties.map(countyName);
  return printed.includes(county) || printed.includes(`${county} CITY`);
}

function listing(rows: readonly CountyRow[], county: string): CountyRow[] {
  return rows.filter((row) => row.coverage === "listed" && names(row, county));
}

function placeText({ locality, area, row }: CountyRow): string {
  return `${locality} ${area.trim()} (row ${row})`;
}

function ambiguous(county: string, rows: readonly CountyRow[], why: string): Error {
  return fault(
    "county.ambiguous",
    { file: "--county" },
    `${county} could be in ${rows.map(placeText).join(" or in ")}: ${why}`,
    "Name the locality with --locality, or ask by --zip",
  );
}

/** One letter apart: "ORANGE" and CMS's "ORAGNGE". */
function alike(rows: readonly CountyRow[], county: string): CountyRow[] {
  const near = (each: string): boolean => distance(countyName(each), county) === 1;
  return rows.filter((row) => row.coverage === "listed" && row.counties.some(near));
}

/** The row for all or all other counties of the state, when no listed county's name is too near to be sure. */
function remaining(own: readonly CountyRow[], county: string): CountyRow[] {
  const rows = own.filter((row) => row.coverage !== "listed" && !names(row, county));
  const near = alike(own, county);
  if (rows.length > 0 && near.length > 0)
    throw ambiguous(county, [...near, ...rows], "a listed name differs by a letter");
  return rows;
}

/** Rows of the District that list a county of Maryland or Virginia. */
function suburban(rows: readonly CountyRow[], state: string, county: string): CountyRow[] {
  if (!SUBURBAN_STATES.has(state)) return [];
  return listing(
    rows.filter((row) => isState(row.state, DISTRICT)),
    county,
  );
}

/** Own rows that cover the county; where they say nothing of exceptions, the District's listing is a doubt. */
function candidates(rows: readonly CountyRow[], state: string, county: string): CountyRow[] {
  const own = rows.filter((row) => isState(row.state, state));
  const listed = listing(own, county);
  if (listed.length > 0) return listed;
  const rest = remaining(own, county);
  const across = suburban(rows, state, county);
  if (rest.some((row) => row.counties.length > 0)) return rest;
  return [...across, ...rest];
}

/** Takes "Marin, CA" apart. */
function parseCounty(text: string): { county: string; state: string } {
  const [, county = "", state = ""] = /^\s*(.+?)\s*,\s*([^,]+?)\s*$/.exec(text) ?? [];
  if (county !== "") return { county: countyName(county), state: stateName(state) };
  throw fault("county.invalid", { file: "--county" }, `"${text}" has no state`, 'Write it as "Marin, CA"');
}

/**
 * The row of the county file (LOCCO) that a county belongs to.
 *
 * @param text county and state, "Marin, CA" or "Marin County, California"
 * @throws InputFault when no row has it, or when several could
 */
export function rowOfCounty(rows: readonly CountyRow[], text: string): CountyRow {
  const { county, state } = parseCounty(text);
  const found = candidates(rows, state, county);
  const [first] = found;
  if (first === undefined) {
    const states = [...new Set(rows.map((row) => row.state))].join(", ");
    const message = `no locality has ${county} in ${state}; the county file's states are ${states}`;
    throw fault("county.unknown", { file: "--county" }, message, "Correct the name, or name the locality");
  }
  const several = new Set(found.map((row) => row.locality)).size > 1;
  if (several) throw ambiguous(county, found, "several localities share it");
  return first;
}
