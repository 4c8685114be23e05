import type { z } from "zod";
import type { City, CountyNames, StateCounties } from "../../schemas/source/counties.ts";

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

type Names = z.infer<typeof CountyNames>;
type Bare<Named> = Named extends unknown ? Omit<Named, "reason"> : never;

/** The counties that exist, other names of them, and cities. */
export interface CountyData {
  readonly states: readonly StateCounties[];
  readonly names: {
    readonly states: Names["states"];
    readonly names: readonly Bare<Names["names"][number]>[];
    readonly misprints: readonly Bare<Names["misprints"][number]>[];
    readonly cities: readonly City[];
  };
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

/** Independent cities have the codes from 510. */
const FIRST_CITY = 510;

/** "Orange, CA"; "Fairfax City, VA" beside "Fairfax, VA". */
export function countyTitle({ name, state, isCity }: County): string {
  return `${name}${isCity ? " City" : ""}, ${state}`;
}

/** Counties, found by their names. It needs nothing but its data, so that a browser can use it. */
export class CountyCatalogue {
  private readonly data: CountyData;
  private readonly states = new Map<string, StateCounties | undefined>();
  private readonly known = new Map<string, readonly County[]>();

  constructor(data: CountyData) {
    this.data = data;
  }

  /** The state or territory with this name or abbreviation. */
  stateNamed(text: string): StateCounties | undefined {
    if (!this.states.has(text)) {
      const wanted = bare(text);
      const other = this.data.names.states.find(({ name }) => bare(name) === wanted)?.state ?? wanted;
      const found = this.data.states.find(({ state, name }) => state === other || bare(name) === wanted);
      this.states.set(text, found);
    }
    return this.states.get(text);
  }

  /** Every county of a state. */
  countiesOf({ state, counties: own }: StateCounties): readonly County[] {
    const found =
      this.known.get(state) ??
      Object.entries(own).map(([code, name]) => ({
        code,
        name,
        state,
        isCity: Number(code.slice(2)) >= FIRST_CITY,
        letters: bare(name),
      }));
    this.known.set(state, found);
    return found;
  }

  /** The county of a FIPS code. */
  countyOfCode(code: string): County | undefined {
    const state = this.data.states.find(({ fips }) => code.startsWith(fips));
    return state && this.countiesOf(state).find((county) => county.code === code);
  }

  /**
   * The counties of a state that a name can mean: none, usually one, two for "Fairfax" of Virginia.
   *
   * @param text "Kings", "Kings County", "St. Louis City", "Orleans Parish"
   */
  countiesNamed(state: StateCounties, text: string): readonly County[] {
    const name = text.trim();
    const whole = this.byBareName(state, name);
    const kind = KIND.exec(name);
    if (whole.length > 0 || kind === null) return whole;
    const isCity = kind.groups?.["city"] !== undefined;
    return this.byBareName(state, name.slice(0, kind.index)).filter((county) => county.isCity === isCity);
  }

  /** The county that CMS means by a name in a county file; undefined when it is not known. */
  countyOfCms(state: StateCounties, printed: string): County | undefined {
    const { misprints } = this.data.names;
    const misprint = misprints.find((each) => each.state === state.state && each.printed === printed);
    if (misprint !== undefined) return this.countiesOf(state).find(({ code }) => code === misprint.county);
    const named = this.countiesNamed(state, printed);
    const [only, another] = named.length > 1 ? named.filter(({ isCity }) => !isCity) : named;
    return another === undefined ? only : undefined;
  }

  /** A city or borough by its name, with the counties that it is in. */
  cityNamed(
    state: StateCounties,
    text: string,
  ): { readonly city: City; readonly counties: readonly County[] } | undefined {
    const names = [text.trim(), text.trim().replace(KIND, "")].map(bare);
    const city = this.data.names.cities.find((each) => each.state === state.state && names.includes(bare(each.name)));
    return city && { city, counties: this.countiesOf(state).filter(({ code }) => city.counties.includes(code)) };
  }

  /** Counties by a name without the word for county, and by former names. */
  private byBareName(state: StateCounties, name: string): readonly County[] {
    const wanted = bare(name);
    const other = this.data.names.names.find((each) => each.state === state.state && bare(each.name) === wanted);
    return this.countiesOf(state).filter(
      (county) => county.letters === wanted || other?.counties.includes(county.code) === true,
    );
  }
}
