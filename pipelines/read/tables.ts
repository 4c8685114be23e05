import type { ReaderDocument } from "../../schemas/out/reader.ts";
import { PRICED } from "../rules/states.ts";
import type { FeeRows } from "../schedules/pfs/fee-rows.ts";
import type { GpciColumns, RvuColumns } from "../schedules/pfs/kernel.ts";
import type { Checker } from "./check.ts";
import { CodeList } from "./codes.ts";
import { Fees, rvuColumns } from "./fees.ts";

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
  readonly rows: Rows;
}

/** The GPCIs of all places: first those of the nation, all 1, then those of the localities. */
function gpcisOf(localities: ReaderDocument["localities"], check: Checker): GpciColumns {
  const length = localities?.keys.length ?? 0;
  const column = (name: "work" | "pe" | "mp"): Int32Array => {
    const own = localities === null ? [] : check.list(localities[name], `localities.${name}`, length);
    return check.integers([1000, ...own], `localities.${name}`);
  };
  for (const name of ["names", "states"] as const) if (localities) check.list(localities[name], name, length);
  return { work: column("work"), pe: column("pe"), mp: column("mp") };
}

/** Every row, code by code. A row is found by its code's number and its place among the rows of the code. */
class Rows {
  readonly count: number;
  /** Position of each priced row among those; -1 for every other row. */
  readonly positions: Int32Array;
  readonly priced: number;
  private readonly codes: CodeList;
  private readonly kinds: readonly (readonly RowKind[])[];
  private readonly kindOf: Int32Array;
  /** First row of each code. */
  private readonly first: Int32Array;
  /** Number of the code of each row. */
  private readonly codeOf: Int32Array;

  constructor(pfs: Pfs, codes: CodeList, check: Checker) {
    const { length } = codes.list;
    this.codes = codes;
    this.kinds = check.list(pfs.kinds, "pfs.kinds");
    this.kindOf = check.integers(pfs.kindOf, "pfs.kindOf", { length, below: pfs.kinds.length });
    this.first = new Int32Array(length);
    let count = 0;
    for (let code = 0; code < length; code += 1) {
      this.first[code] = count;
      count += this.kindAt(code).length;
    }
    this.count = count;
    this.codeOf = new Int32Array(count);
    this.positions = new Int32Array(count);
    this.priced = this.number();
  }

  /** The row of the document's kind. */
  cell(row: number): RowKind {
    const code = this.codeOf[row] as number;
    return this.kindAt(code)[row - (this.first[code] as number)] as RowKind;
  }

  codeAt(row: number): string {
    return this.codes.list[this.codeOf[row] as number] as string;
  }

  rowWith(hcpcs: string, modifier: string): number | undefined {
    const code = this.codes.indexOf(hcpcs);
    if (code < 0) return undefined;
    const at = this.kindAt(code).findIndex((kind) => kind.modifier === modifier);
    return at < 0 ? undefined : (this.first[code] as number) + at;
  }

  /** The rows of a code. */
  ofCode(hcpcs: string): number[] {
    const code = this.codes.indexOf(hcpcs);
    return code < 0 ? [] : this.kindAt(code).map((_, at) => (this.first[code] as number) + at);
  }

  private kindAt(code: number): readonly RowKind[] {
    return this.kinds[this.kindOf[code] as number] as readonly RowKind[];
  }

  /** Gives each row its code and its position; how many are priced. */
  private number(): number {
    const isPriced = this.kinds.map((kind) => kind.map(({ state }) => state === PRICED));
    let [row, priced] = [0, 0];
    for (let code = 0; code < this.first.length; code += 1)
      for (const paid of isPriced[this.kindOf[code] as number] as boolean[]) {
        this.codeOf[row] = code;
        this.positions[row] = paid ? priced : -1;
        priced += paid ? 1 : 0;
        row += 1;
      }
    return priced;
  }
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
  return new Fees(rvuColumns(cap, "pfs.oppsCap", check, rows.length), positionsOf(rows, count), gpcis, factor);
}

/** The fee schedule of a document; undefined for a release without one. */
function feeTables(pfs: Pfs | null, codes: CodeList, gpcis: GpciColumns, check: Checker): FeeTables | undefined {
  if (pfs === null) return undefined;
  const rows = new Rows(pfs, codes, check);
  const { positions } = rows;
  const rvus = rvuColumns(pfs.rvus, "pfs.rvus", check, rows.priced);
  const [factor = 0] = check.whole([pfs.factor], "pfs.factor");
  const fees = new Fees(rvus, positions, gpcis, factor);
  const byModifier = (modifier: string) => ({ get: (hcpcs: string) => rows.rowWith(hcpcs, modifier) });
  return {
    rvu: {
      columns: {
        modifier: { at: (row) => rows.cell(row).modifier },
        pctcIndicator: { at: (row) => rows.cell(row).pctcIndicator },
        nonFacilityNa: { at: (row) => rows.cell(row).nonFacilityNa === true },
        facilityNa: { at: (row) => rows.cell(row).facilityNa === true },
      },
      stateOf: (row) => rows.cell(row).state,
      byModifier: { get: byModifier },
    },
    national: fees.national,
    fees,
    qualifying: pfs.qualifying === null ? undefined : qualifyingFees(pfs.qualifying, { rvus, positions }, gpcis, check),
    cap: capFees(pfs.oppsCap, rows.count, gpcis, factor, check),
    rows,
  };
}

/** What a document is computed from: its codes, the GPCIs of its places, and its fee schedule. */
export function tablesOf({ codes: listed, localities, pfs }: ReaderDocument, check: Checker) {
  const codes = new CodeList(listed, check);
  const gpcis = gpcisOf(localities, check);
  return { codes, gpcis, pfs: feeTables(pfs, codes, gpcis, check) };
}
