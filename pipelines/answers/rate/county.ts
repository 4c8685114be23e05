import { distance } from "fastest-levenshtein";
import type { CountiesOut } from "../../../schemas/out/places.ts";
import { fault } from "../../problems/problems.ts";
import { isState, stateName } from "./states.ts";

/** "Contra Costa County" and "CONTRA COSTA CNTY" are one; "ST. LOUIS" and "ST. LOUIS CITY" are two. */
function countyName(text: string): string {
  return text
    .toUpperCase()
    .replace(/\bSAINT\b/g, "ST")
    .replace(/[.*]/g, "")
    .replace(/ (COUNTY|CNTY|PARISH|BOROUGH|MUNICIPIO)$/, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** "ALEXANDRIA" is CMS's "ALEXANDRIA CITY", where there is no county of that name beside it. */
function isAmong(county: string, names: readonly string[]): boolean {
  const printed = names.map(countyName);
  return printed.includes(county) || printed.includes(`${county} CITY`);
}

function isOf(row: CountiesOut, state: string): boolean {
  return row.state !== null && isState(row.state, state);
}

/** The counties of one state that a row lists: its own, or those that it takes in of other states. */
function listedIn(row: CountiesOut, state: string): string[] {
  const across = (row.elsewhere ?? []).filter((each) => isState(each.state, state));
  const own = row.coverage === "listed" && isOf(row, state) ? row.counties : [];
  return [...own, ...across.flatMap((each) => each.counties)];
}

function placeText({ locality, area, row }: CountiesOut): string {
  return `${locality} ${area.trim()} (row ${row})`;
}

function ambiguous(county: string, rows: readonly CountiesOut[], why: string): Error {
  return fault(
    "county.ambiguous",
    { file: "--county" },
    `${county} could be in ${rows.map(placeText).join(" or in ")}: ${why}`,
    "Name the locality with --locality, or ask by --zip",
  );
}

/** Words that counties share without being alike. */
const COMMON_WORDS: ReadonlySet<string> = new Set(["SAN", "SANTA", "LOS", "ST", "NEW", "CITY", "AND", "OF", "THE"]);
const LONG_NAME = 6;

function wordsOf(name: string): string[] {
  return name.split(/[ -]/).filter((word) => !COMMON_WORDS.has(word));
}

/** "ORANGE" and CMS's "ORAGNGE", "MIAMI-DADE" and CMS's "DADE". */
function isLike(printed: string, county: string): boolean {
  const name = countyName(printed);
  if (distance(name, county) <= (county.length < LONG_NAME ? 1 : 2)) return true;
  const words = new Set(wordsOf(name));
  return wordsOf(county).some((word) => words.has(word));
}

/** Rows that may list the county all the same: by a name much like it, or where CMS's text format cuts the list. */
function doubtful(rows: readonly CountiesOut[], state: string, county: string): CountiesOut[] {
  return rows.filter((row) => {
    const listed = listedIn(row, state);
    return listed.some((each) => isLike(each, county)) || (listed.length > 0 && row.cutShort === true);
  });
}

/** The row for all or all other counties of the state, when no list leaves it in doubt that the county is one. */
function remaining(rows: readonly CountiesOut[], state: string, county: string): CountiesOut[] {
  const rest = rows.filter(
    (row) => isOf(row, state) && row.coverage !== "listed" && !isAmong(county, row.except ?? []),
  );
  const doubts = rest.length === 0 ? [] : doubtful(rows, state, county);
  if (doubts.length === 0) return rest;
  throw ambiguous(county, [...doubts, ...rest], "a listed name is much like it, or CMS's list is cut short");
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
export function rowOfCounty(rows: readonly CountiesOut[], text: string): CountiesOut {
  const { county, state } = parseCounty(text);
  const listed = rows.filter((row) => isAmong(county, listedIn(row, state)));
  const found = listed.length > 0 ? listed : remaining(rows, state, county);
  const [first] = found;
  if (first === undefined) {
    const states = [...new Set(rows.flatMap((row) => row.state ?? []))].join(", ");
    const message = `no locality has ${county} in ${state}; the county file's states are ${states}`;
    throw fault("county.unknown", { file: "--county" }, message, "Correct the name, or name the locality");
  }
  const several = new Set(found.map((row) => row.locality)).size > 1;
  if (several) throw ambiguous(county, found, "several localities share it");
  return first;
}
