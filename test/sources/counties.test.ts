import { describe, expect, it } from "vitest";
import { countyCatalogue } from "../../pipelines/sources/counties.ts";
import { readSource } from "../../pipelines/sources/read-source.ts";
import { Counties, CountyNames } from "../../schemas/source/counties.ts";

const known = countyCatalogue();
const { states } = readSource("counties.json", Counties);
const { names, misprints, cities, states: otherStates } = readSource("county-names.json", CountyNames);
const all = new Map(states.flatMap((state) => known.countiesOf(state).map((county) => [county.code, county] as const)));

describe("counties.json", () => {
  it("has every county of the fifty states, the District of Columbia and the territories", () => {
    const count = (state: string): number =>
      known.countiesOf(known.stateNamed(state) as (typeof states)[number]).length;
    expect(all.size).toBe(3231);
    // Counted apart: Texas has 254 counties, Louisiana 64 parishes, Puerto Rico 78 municipios, Virginia 95 and 38 cities.
    expect(["TX", "LA", "PR", "VA", "DC", "GU"].map(count)).toEqual([254, 64, 78, 95 + 38, 1, 1]);
    for (const { state, fips, counties } of states)
      expect([state, Object.keys(counties).filter((code) => !code.startsWith(fips))]).toEqual([state, []]);
  });

  it("tells every county from every other of its state by its name, a county from the city of its name", () => {
    const twice = [...all.values()].filter(({ code, state, name, isCity }) => {
      const found = known.countiesNamed(known.stateNamed(state) as (typeof states)[number], name);
      return found.filter((each) => each.isCity === isCity).some((each) => each.code !== code);
    });
    expect(twice).toEqual([]);
  });
});

describe("county-names.json", () => {
  it("speaks of counties that exist, each in the state it names", () => {
    const spoken = [...names, ...cities].map(({ state, counties }) => ({ state, counties }));
    for (const { state, counties } of [
      ...spoken,
      ...misprints.map(({ state, county }) => ({ state, counties: [county] })),
    ])
      expect(counties.map((code) => all.get(code)?.state)).toEqual(counties.map(() => state));
    expect(otherStates.map(({ name, state }) => [known.stateNamed(name)?.state, state])).toEqual(
      otherStates.map(({ state }) => [state, state]),
    );
  });

  it("has no name that counties.json has already", () => {
    const plain = (name: string, state: string): string[] =>
      [...all.values()].filter((county) => county.state === state && county.name === name).map(({ code }) => code);
    expect(names.filter(({ name, state }) => plain(name, state).length > 0)).toEqual([]);
    expect(misprints.map(({ printed, state }) => plain(printed, state))).toEqual(misprints.map(() => []));
  });

  it("takes CMS's name without a word for what it is for the county, and one with CITY for the city", () => {
    const code = (state: string, printed: string) =>
      known.countyOfCms(known.stateNamed(state) as (typeof states)[number], printed)?.code;
    expect([code("MD", "BALTIMORE"), code("MD", "BALTIMORE CITY")]).toEqual(["24005", "24510"]);
    expect([code("VA", "FAIRFAX"), code("VA", "FALLS CHURCH CITY")]).toEqual(["51059", "51610"]);
    expect([code("CA", "ORAGNGE CNTY"), code("FL", "DADE"), code("CA", "ORAGN")]).toEqual([
      "06059",
      "12086",
      undefined,
    ]);
  });
});
