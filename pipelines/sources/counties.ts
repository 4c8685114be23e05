import type { z } from "zod";
import type { City, Counties, CountyNames, StateCounties } from "../../schemas/source/counties.ts";
import { sourceAsItIs } from "./read-source.ts";

/** A county, or what counts as one: a parish, a borough of Alaska, a municipio, an independent city. */
export interface County {
  /** FIPS code: state and county, five digits. */
  readonly code: string;
  readonly name: string;
  /** Postal abbreviation of the state. */
  readonly state: string;
  /** A city that is in no county: Baltimore, St. Louis, those of Virginia. */
  readonly isCity: boolean;
  /** Letters of its name only, to compare names. */
  readonly letters: string;
}

function counties(): z.infer<typeof Counties> {
  return sourceAsItIs("counties.json");
}

function countyNames(): z.infer<typeof CountyNames> {
  return sourceAsItIs("county-names.json");
}

/** Letters and digits of a name: "PRINCEGEORGES", "STLOUIS", "DEKALB" for De Kalb, "DONAANA" for Doña Ana. */
function bare(name: string): string {
  return name
    .normalize("NFD")
    .toUpperCase()
    .replace(/\bSAINT\b/g, "ST")
    .replace(/[^A-Z0-9]/g, "");
}

/** Words for a county that follow its name. */
const KIND =
  /\s+(?:(?<city>CITY)|COUNTY|CNTY|CO\.?|PARISH|(?:CITY AND )?BOROUGH|CENSUS AREA|MUNICIPALITY|MUNICIPIO|PLANNING REGION)$/i;

const states = new Map<string, StateCounties | undefined>();

/** The state or territory with this name or abbreviation. */
export function stateNamed(text: string): StateCounties | undefined {
  if (!states.has(text)) {
    const wanted = bare(text);
    const other = countyNames().states.find(({ name }) => bare(name) === wanted)?.state ?? wanted;
    states.set(
      text,
      counties().states.find(({ state, name }) => state === other || bare(name) === wanted),
    );
  }
  return states.get(text);
}

/** Independent cities have the codes from 510. */
const FIRST_CITY = 510;

const known = new Map<string, readonly County[]>();

/** Every county of a state. */
export function countiesOf({ state, counties: own }: StateCounties): readonly County[] {
  const found =
    known.get(state) ??
    Object.entries(own).map(([code, name]) => ({
      code,
      name,
      state,
      isCity: Number(code.slice(2)) >= FIRST_CITY,
      letters: bare(name),
    }));
  known.set(state, found);
  return found;
}

/** "Orange, CA"; "Fairfax City, VA" beside "Fairfax, VA". */
export function countyTitle({ name, state, isCity }: County): string {
  return `${name}${isCity ? " City" : ""}, ${state}`;
}

/** The county of a FIPS code. */
export function countyOfCode(code: string): County | undefined {
  const state = counties().states.find(({ fips }) => code.startsWith(fips));
  return state && countiesOf(state).find((county) => county.code === code);
}

/** Counties by a name without the word for county, and by former names. */
function byBareName(state: StateCounties, name: string): readonly County[] {
  const wanted = bare(name);
  const other = countyNames().names.find((each) => each.state === state.state && bare(each.name) === wanted);
  return countiesOf(state).filter(
    (county) => county.letters === wanted || other?.counties.includes(county.code) === true,
  );
}

/**
 * The counties of a state that a name can mean: none, usually one, two for "Fairfax" of Virginia.
 *
 * @param text "Kings", "Kings County", "St. Louis City", "Orleans Parish"
 */
export function countiesNamed(state: StateCounties, text: string): readonly County[] {
  const name = text.trim();
  const whole = byBareName(state, name);
  const kind = KIND.exec(name);
  if (whole.length > 0 || kind === null) return whole;
  const isCity = kind.groups?.["city"] !== undefined;
  return byBareName(state, name.slice(0, kind.index)).filter((county) => county.isCity === isCity);
}

/** The county that CMS means by a name in a county file; undefined when it is not known. */
export function countyOfCms(state: StateCounties, printed: string): County | undefined {
  const misprint = countyNames().misprints.find((each) => each.state === state.state && each.printed === printed);
  if (misprint !== undefined) return countiesOf(state).find(({ code }) => code === misprint.county);
  const named = countiesNamed(state, printed);
  const [only, another] = named.length > 1 ? named.filter(({ isCity }) => !isCity) : named;
  return another === undefined ? only : undefined;
}

/** A city or borough by its name, with the counties that it is in. */
export function cityNamed(
  state: StateCounties,
  text: string,
): { readonly city: City; readonly counties: readonly County[] } | undefined {
  const names = [text.trim(), text.trim().replace(KIND, "")].map(bare);
  const city = countyNames().cities.find((each) => each.state === state.state && names.includes(bare(each.name)));
  return city && { city, counties: countiesOf(state).filter(({ code }) => city.counties.includes(code)) };
}
