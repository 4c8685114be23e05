import type { CountiesOut } from "../../schemas/out/places.ts";
import type { StateCounties } from "../../schemas/source/counties.ts";
import type { County, CountyCatalogue } from "./county-catalogue.ts";

/** What a row of CMS's county file (LOCCO) says about counties, as read or published. */
export interface CountyListRow {
  readonly state: string | null;
  readonly coverage: CountiesOut["coverage"];
  readonly counties: readonly string[];
  readonly except?: readonly string[] | undefined;
  readonly elsewhere?: readonly { readonly state: string; readonly counties: readonly string[] }[] | undefined;
  readonly cutShort?: boolean | undefined;
}

/** A name in CMS's county file that is not a known county. */
interface UnknownName<Row> {
  /** Undefined when the state is not known either. */
  readonly state: StateCounties | undefined;
  readonly printed: string;
  readonly row: Row;
}

/** A county file, by county. */
export interface CountyAreas<Row> {
  /** Rows of each county by its FIPS code: usually one, two where CMS gives the rest of a state to two carriers. */
  readonly rows: ReadonlyMap<string, readonly Row[]>;
  /** While a state has one, it is not known which counties its "all other counties" are. */
  readonly unknown: readonly UnknownName<Row>[];
}

/** "HAWAII/GUAM" is both; none for a row of CMS's text format that leaves its state out. */
function statesOf(known: CountyCatalogue, { state }: CountyListRow): StateCounties[] {
  return (state ?? "").split("/").flatMap((name) => known.stateNamed(name) ?? []);
}

/** A name that a row lists, or leaves out of "all" or "all other counties". */
interface PrintedName {
  readonly state: StateCounties | undefined;
  readonly printed: string;
  readonly isListed: boolean;
  /** Undefined when it is not a known county. The last name of a list that was cut may be part of another. */
  readonly county: County | undefined;
}

function namesIn(known: CountyCatalogue, row: CountyListRow): PrintedName[] {
  const own = statesOf(known, row).flatMap((state) => [
    { state, names: row.coverage === "listed" ? row.counties : [], isListed: true },
    { state, names: row.except ?? [], isListed: false },
  ]);
  const others = (row.elsewhere ?? []).map(({ state, counties: names }) => {
    return { state: known.stateNamed(state), names, isListed: true };
  });
  const printed = [...own, ...others].flatMap(({ names, ...of }) => names.map((name) => ({ ...of, printed: name })));
  return printed.map((name, at) => {
    const isCut = row.cutShort === true && at === printed.length - 1;
    const county = name.state && !isCut ? known.countyOfCms(name.state, name.printed) : undefined;
    return { ...name, county };
  });
}

/** Counties that are left for "all" or "all other counties" of the row's states; none for a row that lists its own. */
function remaining(
  states: readonly StateCounties[],
  row: CountyListRow,
  names: readonly PrintedName[],
  listed: ReadonlySet<string>,
): string[] {
  if (row.coverage === "listed") return [];
  const except = new Set(names.map(({ county }) => county?.code));
  return states
    .flatMap(({ counties }) => Object.keys(counties))
    .filter((code) => !except.has(code) && (row.coverage === "all" || !listed.has(code)));
}

/** Expands the lists of a county file, including "all counties" and "all other counties", to single counties. */
export function countyAreas<Row extends CountyListRow>(known: CountyCatalogue, file: readonly Row[]): CountyAreas<Row> {
  const read = file.map((row) => ({ row, names: namesIn(known, row) }));
  const inLists = read.flatMap(({ row, names }) =>
    names.filter(({ isListed }) => isListed).map((name) => ({ row, ...name })),
  );
  const listed = inLists.flatMap(({ row, county }) => (county === undefined ? [] : [{ row, code: county.code }]));
  const codes = new Set(listed.map(({ code }) => code));
  const rest = read.flatMap(({ row, names }) =>
    remaining(statesOf(known, row), row, names, codes).map((code) => ({ row, code })),
  );
  const rows = new Map<string, Row[]>();
  for (const { row, code } of [...listed, ...rest]) rows.set(code, [...(rows.get(code) ?? []), row]);
  const unknown = read.flatMap(({ row, names }) =>
    names.flatMap(({ state, printed, county }) => (county === undefined ? [{ state, printed, row }] : [])),
  );
  return { rows, unknown };
}
