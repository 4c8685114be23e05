import type { CountiesOut } from "../../../schemas/out/places.ts";
import type { StateCounties } from "../../../schemas/source/counties.ts";
import { didYouMean } from "../../problems/nearest.ts";
import { fault } from "../../problems/problems.ts";
import { type County, cityNamed, countiesNamed, countiesOf, countyTitle, stateNamed } from "../../sources/counties.ts";
import { type CountyAreas, countyAreas } from "../../sources/county-areas.ts";

/** A county with the row of CMS's county file that it belongs to. */
export interface FoundCounty {
  readonly row: CountiesOut;
  /** "Kings, NY (FIPS 36047)". */
  readonly county: string;
}

/** Looks up a ZIP code: the row of CMS's ZIP5 file that has it, where the release was built with the file. */
export type LookUpZip = (zip: string) => { readonly locality: string; readonly row: number } | undefined;

const FILE = { file: "--county" } as const;

function placeText({ locality, area }: CountiesOut): string {
  return `${locality} ${area.trim()}`;
}

function countyText(county: County): string {
  return `${countyTitle(county)} (FIPS ${county.code})`;
}

function ambiguous(text: string, places: readonly string[], why: string): Error {
  const message = `"${text}" could be in ${[...new Set(places)].join(" or in ")}: ${why}`;
  return fault("county.ambiguous", FILE, message, "Name the locality with --locality, or give --zip");
}

/** Takes "Marin, CA" apart. */
function parseCounty(text: string): { name: string; state: StateCounties } {
  const [, name = "", written = ""] = /^\s*(.+?)\s*,\s*(.+?)\s*$/.exec(text) ?? [];
  if (name === "") throw fault("county.invalid", FILE, `"${text}" has no state`, 'Write it as "Marin, CA"');
  const state = stateNamed(written);
  if (state !== undefined) return { name, state };
  const cure = 'Write two letters or the name: "Marin, CA", "Marin, California"';
  throw fault("county.invalid", FILE, `"${written}" is not a state or territory`, cure);
}

/** The hint for a city: its counties with their localities, and the ZIP code that proves it. */
function cityHint({ rows }: CountyAreas<CountiesOut>, state: StateCounties, name: string, zipRow: LookUpZip) {
  const found = cityNamed(state, name);
  if (found === undefined) return undefined;
  const places = found.counties.map((county) => ({ county, row: rows.get(county.code)?.[0] }));
  const counties = places.map(({ county, row }) =>
    [countyTitle(county), ...(row === undefined ? [] : [`(${placeText(row)})`])].join(" "),
  );
  const { zip } = found.city;
  const proof = zip === undefined ? undefined : zipRow(zip);
  const agrees = zip !== undefined && proof !== undefined && proof.locality === places[0]?.row?.locality;
  return {
    message: `it is a city or borough in ${counties.join("; ")}`,
    cure: `Ask with --county "${found.counties[0]?.name}, ${state.state}" for an address there, or with --zip${
      agrees
        ? `: ${zip} is in that locality by row ${proof.row} of CMS's ZIP5 file`
        : " and the ZIP code of the address"
    }`,
  };
}

/** Localities of the state with that name: BAKERSFIELD lists Kern. */
function areaHint(areas: CountyAreas<CountiesOut>, state: StateCounties, name: string) {
  const words = (text: string): string => ` ${text.toUpperCase().replace(/[^A-Z0-9]+/g, " ")} `;
  const inState = countiesOf(state).flatMap(({ code }) => areas.rows.get(code) ?? []);
  const row = inState.find(({ coverage, area }) => coverage === "listed" && words(area).includes(words(name)));
  if (row === undefined) return undefined;
  return {
    message: `CMS's locality of that name, ${placeText(row)}, lists ${row.counties.join(", ")}`,
    cure: "Name the county, or give --zip",
  };
}

function noCounty(areas: CountyAreas<CountiesOut>, state: StateCounties, name: string, zipRow: LookUpZip): Error {
  const known = countiesOf(state).map((county) => county.name);
  const hint = cityHint(areas, state, name, zipRow) ?? areaHint(areas, state, name);
  const more = hint === undefined ? didYouMean(name, known) : `: ${hint.message}`;
  const message = `"${name}" is not a county of ${state.name}${more}`;
  return fault("county.unknown", FILE, message, hint?.cure ?? "Name the county, or give --zip");
}

/** Houston is a city in Harris County, and a county far away from it. */
function refuseNamesake(state: StateCounties, name: string, counties: readonly County[]): void {
  const found = cityNamed(state, name);
  if (found === undefined || /\s(county|cnty|co\.?)$/i.test(name)) return;
  if (found.counties.some(({ code }) => counties.some((county) => county.code === code))) return;
  const city = found.counties.map((county) => `${county.name} County`).join(", ");
  const message = `"${name}, ${state.state}" is a county, and a city in ${city}`;
  const cure = `Write --county "${name} County, ${state.state}" or --county "${found.counties[0]?.name}, ${state.state}", or give --zip`;
  throw fault("county.ambiguous", FILE, message, cure);
}

/** Whether a county is one of "all other counties" is certain only if every name in the state's rows is known. */
function refuseDoubt({ unknown }: CountyAreas<CountiesOut>, county: County, rows: readonly CountiesOut[]): void {
  if (rows.every(({ coverage }) => coverage === "listed")) return;
  const doubts = unknown.filter(({ state }) => state === undefined || state.state === county.state);
  if (doubts.length === 0) return;
  const places = [...doubts.map(({ row }) => row), ...rows].map(placeText);
  const names = doubts.map(({ printed }) => `"${printed}"`).join(", ");
  throw ambiguous(
    countyText(county),
    places,
    `CMS's county file prints ${names}, which is cut short or is not a county`,
  );
}

/** The rows of every county that a name can mean. */
function rowsOf(areas: CountyAreas<CountiesOut>, counties: readonly County[]): FoundCounty[] {
  return counties.flatMap((county) => {
    const rows = areas.rows.get(county.code) ?? [];
    refuseDoubt(areas, county, rows);
    return rows.map((row) => ({ row, county: countyText(county) }));
  });
}

/**
 * The row of the county file (LOCCO) that a county belongs to. The county must exist: no other name is one of a state's
 * "all other counties".
 *
 * @param text county and state, "Marin, CA" or "Marin County, California"
 * @param zipRow proves a hint by a ZIP code
 * @throws InputFault when the county does not exist, no row has it, or several could
 */
export function rowOfCounty(file: readonly CountiesOut[], text: string, zipRow: LookUpZip): FoundCounty {
  const { name, state } = parseCounty(text);
  const areas = countyAreas(file);
  const counties = countiesNamed(state, name);
  if (counties.length === 0) throw noCounty(areas, state, name, zipRow);
  refuseNamesake(state, name, counties);
  const found = rowsOf(areas, counties);
  const [first] = found;
  if (first === undefined) {
    const message = `no row of the county file has ${counties.map(countyText).join(" or ")}`;
    throw fault("county.no-row", FILE, message, "Give --zip, or name the locality with --locality");
  }
  const several = new Set(found.map(({ row }) => row.locality)).size > 1;
  if (several)
    throw ambiguous(
      text,
      found.map(({ row }) => placeText(row)),
      "CMS's county file lists it in each",
    );
  return first;
}
