import type { ReaderDocument } from "../../schemas/out/reader.ts";
import { type Cents, type FineDollars, ofUnit } from "../../schemas/units.ts";
import { paysRate } from "../rules/rate-state.ts";
import { PRICED } from "../rules/states.ts";
import type { FeeRows } from "../schedules/pfs/fee-rows.ts";
import type { GpciColumns, RvuColumns } from "../schedules/pfs/kernel.ts";
import type { SiteBooks } from "../schedules/site/site-of-service.ts";
import type { Checker } from "./check.ts";
import { Fees, type RvusOut, rvuColumns } from "./fees.ts";

type Pfs = NonNullable<ReaderDocument["pfs"]>;
type RowKind = Pfs["kinds"][number][number];

/** The fee schedule of a release: its rows, and their amounts at each factor. */
export interface FeeTables {
  readonly rvu: FeeRows;
  readonly national: Fees["national"];
  /** At the factor of the usual track. */
  readonly fees: Fees;
  /** At the factor of qualifying APM participants; undefined until 2025. */
  readonly qualifying: Fees | undefined;
  /** At the OPPS cap. */
  readonly cap: Fees;
  readonly codeOf: readonly string[];
}

/** Every code, from the text in which each leaves out what it shares with the one before it. */
export function readCodes(suffixes: string, check: Checker): string[] {
  check.holds(typeof suffixes === "string", "codes is not a text");
  let last = "";
  const codes = suffixes.split(" ").map((suffix) => {
    last = last.slice(0, last.length - suffix.length) + suffix;
    return last;
  });
  check.holds(
    codes.every((code, at) => code.length === 5 && (at === 0 || (codes[at - 1] as string) < code)),
    "codes",
  );
  return codes;
}

/** The GPCIs of all places: first those of the nation, all 1, then those of the localities. */
export function gpcisOf(localities: ReaderDocument["localities"], check: Checker): GpciColumns {
  const length = localities?.keys.length ?? 0;
  const column = (name: "work" | "pe" | "mp"): Int32Array => {
    const own = localities === null ? [] : check.list(localities[name], `localities.${name}`, length);
    return check.integers([1000, ...own], `localities.${name}`);
  };
  for (const name of ["names", "states"] as const) if (localities) check.list(localities[name], name, length);
  return { work: column("work"), pe: column("pe"), mp: column("mp") };
}

/** Every row, code by code. */
interface Rows {
  readonly kinds: readonly RowKind[];
  readonly codeOf: readonly string[];
  readonly byModifier: Map<string, Map<string, number>>;
}

function rowsOf(pfs: Pfs, codes: readonly string[], check: Checker): Rows {
  check.list(pfs.kinds, "pfs.kinds");
  const kindOf = check.integers(pfs.kindOf, "pfs.kindOf", { length: codes.length, below: pfs.kinds.length });
  const kinds: RowKind[] = [];
  const codeOf: string[] = [];
  const byModifier = new Map<string, Map<string, number>>();
  for (const kind of pfs.kinds.flat()) byModifier.set(kind.modifier, new Map());
  codes.forEach((code, at) => {
    for (const kind of pfs.kinds[kindOf[at] as number] as RowKind[]) {
      byModifier.get(kind.modifier)?.set(code, kinds.length);
      kinds.push(kind);
      codeOf.push(code);
    }
  });
  return { kinds, codeOf, byModifier };
}

/** Positions of some rows among those with amounts; -1 for every other row. */
function positionsOf(rows: Iterable<number>, count: number): Int32Array {
  const positions = new Int32Array(count).fill(-1);
  let position = 0;
  for (const row of rows) {
    positions[row] = position;
    position += 1;
  }
  return positions;
}

function fromSteps(steps: Int32Array): number[] {
  let row = 0;
  return Array.from(steps, (step) => {
    row += step;
    return row;
  });
}

function joined(one: RvuColumns, two: RvuColumns): RvuColumns {
  const both = (name: keyof RvuColumns): Int32Array => Int32Array.from([...one[name], ...two[name]]);
  return { work: both("work"), nonFacilityPe: both("nonFacilityPe"), facilityPe: both("facilityPe"), mp: both("mp") };
}

/** What the other track has for each row: the same RVUs, except where its file lacks the row or has others. */
function qualifyingFees(
  { missing, others, factor }: NonNullable<Pfs["qualifying"]>,
  usual: { readonly rvus: RvuColumns; readonly positions: Int32Array },
  gpcis: GpciColumns,
  check: Checker,
): Fees {
  const below = usual.positions.length;
  const positions = usual.positions.slice();
  check.whole([factor], "pfs.qualifying.factor");
  for (const row of check.integers(missing, "pfs.qualifying.missing", { below })) positions[row] = -1;
  const rows = check.integers(others.rows, "pfs.qualifying.others.rows", { below });
  if (rows.length === 0) return new Fees(usual.rvus, positions, gpcis, factor);
  const own = rvuColumns(others, "pfs.qualifying.others", check, rows.length);
  rows.forEach((row, at) => {
    positions[row] = usual.rvus.work.length + at;
  });
  return new Fees(joined(usual.rvus, own), positions, gpcis, factor);
}

function capFees(cap: Pfs["oppsCap"], count: number, gpcis: GpciColumns, factor: number, check: Checker): Fees {
  const rows = fromSteps(check.integers(cap.rows, "pfs.oppsCap.rows"));
  check.holds(
    rows.every((row) => row < count),
    "pfs.oppsCap.rows",
  );
  const rvus: RvusOut = cap;
  return new Fees(rvuColumns(rvus, "pfs.oppsCap", check, rows.length), positionsOf(rows, count), gpcis, factor);
}

/** The fee schedule of a document; undefined for a release without one. */
export function feeTables(
  pfs: Pfs | null,
  codes: readonly string[],
  gpcis: GpciColumns,
  check: Checker,
): FeeTables | undefined {
  if (pfs === null) return undefined;
  const { kinds, codeOf, byModifier } = rowsOf(pfs, codes, check);
  const states = kinds.map(({ state }) => state);
  const priced = [...states.keys()].filter((row) => states[row] === PRICED);
  const positions = positionsOf(priced, kinds.length);
  const rvus = rvuColumns(pfs.rvus, "pfs.rvus", check, priced.length);
  const [factor = 0] = check.whole([pfs.factor], "pfs.factor");
  const fees = new Fees(rvus, positions, gpcis, factor);
  const cell = (row: number): RowKind => kinds[row] as RowKind;
  return {
    rvu: {
      columns: {
        modifier: { at: (row) => cell(row).modifier },
        pctcIndicator: { at: (row) => cell(row).pctcIndicator },
        nonFacilityNa: { at: (row) => cell(row).nonFacilityNa === true },
        facilityNa: { at: (row) => cell(row).facilityNa === true },
      },
      states,
      byModifier,
    },
    national: fees.national,
    fees,
    qualifying: pfs.qualifying === null ? undefined : qualifyingFees(pfs.qualifying, { rvus, positions }, gpcis, check),
    cap: capFees(pfs.oppsCap, kinds.length, gpcis, factor, check),
    codeOf,
  };
}

/** The tables of one facility schedule, by code, from the entry of each code: 0 for none. */
function entries<Entry>(
  codes: readonly string[],
  kindOf: Int32Array,
  entryOf: (kind: number) => Entry | undefined,
): Map<string, Entry> {
  const found = new Map<string, Entry>();
  codes.forEach((code, at) => {
    const kind = kindOf[at] as number;
    const entry = kind === 0 ? undefined : entryOf(kind - 1);
    if (entry !== undefined) found.set(code, entry);
  });
  return found;
}

/** Addendum B of a document. Its rows are numbered by their kinds, which have all that is asked of a row. */
export function hospitalRates(
  opps: ReaderDocument["opps"],
  codes: readonly string[],
  check: Checker,
): SiteBooks["opps"] {
  if (opps === null) return undefined;
  const { indicators, kinds } = opps;
  const indicator = check.integers(kinds.indicator, "opps.kinds.indicator", { below: indicators.length });
  const rates = check.list(kinds.rate, "opps.kinds.rate", indicator.length);
  check.whole(
    rates.map((rate) => rate ?? 0),
    "opps.kinds.rate",
  );
  const states = Array.from(indicator, (each) => (indicators[each] as (typeof indicators)[number]).state);
  const below = indicator.length + 1;
  const kindOf = check.integers(opps.kindOf, "opps.kindOf", { length: codes.length, below });
  const rateOf = (row: number): FineDollars | null => {
    const rate = rates[row] ?? null;
    return rate === null ? null : ofUnit<FineDollars>(rate);
  };
  return { states, rates: { at: rateOf }, byCode: entries(codes, kindOf, (kind) => kind) };
}

/** The ASC addenda of a document. */
export function centreRates(asc: ReaderDocument["asc"], codes: readonly string[], check: Checker): SiteBooks["asc"] {
  if (asc === null) return undefined;
  const { kinds } = asc;
  const below = check.list(kinds, "asc.kinds").length + 1;
  const kindOf = check.integers(asc.kindOf, "asc.kindOf", { length: codes.length, below });
  const rates = check.integers(asc.rates, "asc.rates");
  let used = 0;
  const excluded = new Set<string>();
  const byCode = new Map<string, { readonly state: string; readonly rate: Cents | null }>();
  codes.forEach((code, at) => {
    const kind = kinds[(kindOf[at] as number) - 1];
    if (kind === undefined) return;
    if (kind.addendum === "EE") excluded.add(code);
    else if (paysRate(kind.state)) {
      byCode.set(code, { state: kind.state, rate: ofUnit<Cents>(rates[used] as number) });
      used += 1;
    } else byCode.set(code, { state: kind.state, rate: null });
  });
  check.holds(used === rates.length, `asc.rates has ${rates.length} entries instead of ${used}`);
  const read = (addendum: "AA" | "BB"): object | undefined => (asc.addenda.includes(addendum) ? asc : undefined);
  return { surgical: read("AA"), ancillary: read("BB"), byCode, excluded };
}
