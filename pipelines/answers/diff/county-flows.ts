import { countyCatalogue } from "../../sources/counties.ts";
import { type CountyListRow, countyAreas } from "../../sources/county-areas.ts";
import { countyTitle } from "../../sources/county-catalogue.ts";

/** A county list of one locality, as `counties.json` has it. */
export interface LocalityCounties extends CountyListRow {
  readonly locality: string;
}

/** Counties by FIPS code that were in one locality and are in another, or in the same one. */
export interface CountyFlow {
  readonly from: string;
  readonly to: string;
  readonly codes: ReadonlySet<string>;
}

/** Localities of each county, by FIPS code. */
export type LocalitiesOfCounty = ReadonlyMap<string, ReadonlySet<string>>;

/** Localities by county. "All other counties" are left out in a state where a listed name is not known. */
export function localitiesByCounty(file: readonly LocalityCounties[]): LocalitiesOfCounty {
  const { rows, unknown } = countyAreas(countyCatalogue(), file);
  const isDoubtful = (code: string): boolean =>
    unknown.some(({ state }) => state === undefined || code.startsWith(state.fips));
  const counties = [...rows].map(([code, all]) => {
    const sure = isDoubtful(code) ? all.filter(({ coverage }) => coverage === "listed") : all;
    return [code, new Set(sure.map(({ locality }) => locality))] as const;
  });
  return new Map(counties.filter(([, localities]) => localities.size > 0));
}

/**
 * Between which localities a county moves. A county that stays where it is does not move, even where CMS lists it in
 * two carriers' localities.
 */
function waysOf(from: ReadonlySet<string>, to: ReadonlySet<string>): (readonly [string, string])[] {
  const left = [...from].filter((locality) => !to.has(locality));
  const come = [...to].filter((locality) => !from.has(locality));
  const stay = [...from].filter((locality) => to.has(locality)).map((locality) => [locality, locality] as const);
  const leaving = left.flatMap((locality) => [...to].map((other) => [locality, other] as const));
  const coming = come.flatMap((locality) => [...from].map((other) => [other, locality] as const));
  return [...stay, ...leaving, ...coming];
}

/** Flows by the numbers of their localities. */
export function inOrder(flows: readonly CountyFlow[]): CountyFlow[] {
  const order = ({ from, to }: CountyFlow): string => `${from} ${to}`;
  return [...flows].sort((one, other) => (order(one) < order(other) ? -1 : 1));
}

/** How counties moved from the localities of one release to those of another: every comparison of both starts here. */
export function countyFlows(before: LocalitiesOfCounty, after: LocalitiesOfCounty): CountyFlow[] {
  const flows = new Map<string, { from: string; to: string; codes: Set<string> }>();
  for (const [code, from] of before) {
    for (const [left, right] of waysOf(from, after.get(code) ?? new Set())) {
      const flow = flows.get(`${left} ${right}`) ?? { from: left, to: right, codes: new Set<string>() };
      flow.codes.add(code);
      flows.set(`${left} ${right}`, flow);
    }
  }
  return inOrder([...flows.values()]);
}

/** Counties by name: "Orange, CA". */
export function countyTitles(codes: Iterable<string>): string[] {
  return [...codes].flatMap((code) => countyCatalogue().countyOfCode(code) ?? []).map(countyTitle);
}
