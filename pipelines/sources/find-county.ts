import type { CountiesOut } from "../../schemas/out/places.ts";
import type { StateCounties } from "../../schemas/source/counties.ts";
import type { CountyAreas } from "./county-areas.ts";
import { type County, type CountyCatalogue, countyTitle } from "./county-catalogue.ts";

/** A county with the row of CMS's county file that it belongs to. */
export interface FoundCounty {
  readonly row: CountiesOut;
  /** "Kings, NY (FIPS 36047)". */
  readonly county: string;
}

/** Looks up a ZIP code: the row of CMS's ZIP5 file that has it, where the release was built with the file. */
export type LookUpZip = (zip: string) => { readonly locality: string; readonly row?: number } | undefined;

/** Why no row of the county file can be named for a county. */
export class CountyDoubt extends Error {
  readonly code: "county.ambiguous" | "county.invalid" | "county.unknown" | "county.no-row";
  readonly cure: string;
  /** The rows that it could be, where there are several. */
  readonly rows: readonly CountiesOut[];

  constructor(code: CountyDoubt["code"], message: string, cure: string, rows: readonly CountiesOut[] = []) {
    super(message);
    this.code = code;
    this.cure = cure;
    this.rows = rows;
  }
}

/** What finding a county takes. */
export interface CountyBook {
  readonly known: CountyCatalogue;
  /** The rows of CMS's county file, by county. */
  readonly areas: CountyAreas<CountiesOut>;
  /** Proves a hint by a ZIP code. */
  readonly zipRow: LookUpZip;
  /** What a message adds about a name that is like others: `; did you mean "Marin"?`. */
  readonly didYouMean: (name: string, names: readonly string[]) => string;
}

function placeText({ locality, area }: CountiesOut): string {
  return `${locality} ${area.trim()}`;
}

function countyText(county: County): string {
  return `${countyTitle(county)} (FIPS ${county.code})`;
}

function ambiguous(text: string, rows: readonly CountiesOut[], why: string): CountyDoubt {
  const message = `"${text}" could be in ${[...new Set(rows.map(placeText))].join(" or in ")}: ${why}`;
  return new CountyDoubt("county.ambiguous", message, "Name the locality with --locality, or give --zip", rows);
}

/** Takes "Marin, CA" apart. */
function parseCounty({ known }: CountyBook, text: string): { name: string; state: StateCounties } {
  const [, name = "", written = ""] = /^\s*(.+?)\s*,\s*(.+?)\s*$/.exec(text) ?? [];
  if (name === "") throw new CountyDoubt("county.invalid", `"${text}" has no state`, 'Write it as "Marin, CA"');
  const state = known.stateNamed(written);
  if (state !== undefined) return { name, state };
  const cure = 'Write two letters or the name: "Marin, CA", "Marin, California"';
  throw new CountyDoubt("county.invalid", `"${written}" is not a state or territory`, cure);
}

/** The hint for a city: its counties with their localities, and the ZIP code that proves it. */
function cityHint({ known, areas: { rows }, zipRow }: CountyBook, state: StateCounties, name: string) {
  const found = known.cityNamed(state, name);
  if (found === undefined) return undefined;
  const places = found.counties.map((county) => ({ county, row: rows.get(county.code)?.[0] }));
  const counties = places.map(({ county, row }) =>
    [countyTitle(county), ...(row === undefined ? [] : [`(${placeText(row)})`])].join(" "),
  );
  const { zip } = found.city;
  const proof = zip === undefined ? undefined : zipRow(zip);
  const agrees = zip !== undefined && proof?.row !== undefined && proof.locality === places[0]?.row?.locality;
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
function areaHint({ known, areas }: CountyBook, state: StateCounties, name: string) {
  const words = (text: string): string => ` ${text.toUpperCase().replace(/[^A-Z0-9]+/g, " ")} `;
  const inState = known.countiesOf(state).flatMap(({ code }) => areas.rows.get(code) ?? []);
  const row = inState.find(({ coverage, area }) => coverage === "listed" && words(area).includes(words(name)));
  if (row === undefined) return undefined;
  return {
    message: `CMS's locality of that name, ${placeText(row)}, lists ${row.counties.join(", ")}`,
    cure: "Name the county, or give --zip",
  };
}

function noCounty(book: CountyBook, state: StateCounties, name: string): CountyDoubt {
  const names = book.known.countiesOf(state).map((county) => county.name);
  const hint = cityHint(book, state, name) ?? areaHint(book, state, name);
  const more = hint === undefined ? book.didYouMean(name, names) : `: ${hint.message}`;
  const message = `"${name}" is not a county of ${state.name}${more}`;
  return new CountyDoubt("county.unknown", message, hint?.cure ?? "Name the county, or give --zip");
}

/** Houston is a city in Harris County, and a county far away from it. */
function refuseNamesake(
  { known, areas }: CountyBook,
  state: StateCounties,
  name: string,
  counties: readonly County[],
): void {
  const found = known.cityNamed(state, name);
  if (found === undefined || /\s(county|cnty|co\.?)$/i.test(name)) return;
  if (found.counties.some(({ code }) => counties.some((county) => county.code === code))) return;
  const city = found.counties.map((county) => `${county.name} County`).join(", ");
  const message = `"${name}, ${state.state}" is a county, and a city in ${city}`;
  const cure = `Write --county "${name} County, ${state.state}" or --county "${found.counties[0]?.name}, ${state.state}", or give --zip`;
  const rows = [...counties, ...found.counties].flatMap(({ code }) => areas.rows.get(code) ?? []);
  throw new CountyDoubt("county.ambiguous", message, cure, rows);
}

/** Whether a county is one of "all other counties" is certain only if every name in the state's rows is known. */
function refuseDoubt({ unknown }: CountyAreas<CountiesOut>, county: County, rows: readonly CountiesOut[]): void {
  if (rows.every(({ coverage }) => coverage === "listed")) return;
  const doubts = unknown.filter(({ state }) => state === undefined || state.state === county.state);
  if (doubts.length === 0) return;
  const places = [...doubts.map(({ row }) => row), ...rows];
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
 * @throws CountyDoubt when the county does not exist, no row has it, or several could
 */
export function findCounty(book: CountyBook, text: string): FoundCounty {
  const { name, state } = parseCounty(book, text);
  const counties = book.known.countiesNamed(state, name);
  if (counties.length === 0) throw noCounty(book, state, name);
  refuseNamesake(book, state, name, counties);
  const found = rowsOf(book.areas, counties);
  const [first] = found;
  if (first === undefined) {
    const message = `no row of the county file has ${counties.map(countyText).join(" or ")}`;
    throw new CountyDoubt("county.no-row", message, "Give --zip, or name the locality with --locality");
  }
  const rows = found.map(({ row }) => row);
  const several = new Set(rows.map(({ locality }) => locality)).size > 1;
  if (several) throw ambiguous(text, rows, "CMS's county file lists it in each");
  return first;
}
