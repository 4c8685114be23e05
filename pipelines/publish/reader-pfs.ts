import { MODIFIERS } from "../../schemas/names.ts";
import type { ReaderDocument } from "../../schemas/out/reader.ts";
import { type Rvu, scaledInteger } from "../../schemas/units.ts";
import { PRICED } from "../rules/states.ts";
import type { ReleaseBook } from "../schedules/book.ts";
import type { GpciBook } from "../schedules/pfs/localities.ts";
import { workRow } from "../schedules/pfs/opps-cap.ts";
import type { PfsBook } from "../schedules/pfs/price.ts";
import { type QualifyingBook, qualifyingRow } from "../schedules/pfs/qualifying-apm.ts";
import type { RvuFile } from "../schedules/pfs/rvu-file.ts";
import { rowWith } from "../schedules/pfs/rvu-file.ts";
import type { Column } from "../tables/column.ts";
import { Distinct, steps } from "./reader-codes.ts";

type Pfs = NonNullable<ReaderDocument["pfs"]>;
type Rvus = Pfs["rvus"];
type RowKind = Pfs["kinds"][number][number];

interface UnitColumns {
  readonly work: Column<Rvu>;
  readonly nonFacilityPe: Column<Rvu>;
  readonly facilityPe: Column<Rvu>;
  readonly mp: Column<Rvu>;
}

/** What the kind of a row depends on, as one text. */
function kindKey({ columns, states }: RvuFile, row: number): string {
  const { modifier, status, pctcIndicator, nonFacilityNa, facilityNa } = columns;
  const marks = `${nonFacilityNa.at(row)} ${facilityNa.at(row)}`;
  return `${modifier.at(row)} ${states[row]} ${status.at(row)} ${pctcIndicator.at(row)} ${marks}`;
}

function kindOfRow({ columns, states }: RvuFile, row: number): RowKind {
  return {
    modifier: columns.modifier.at(row),
    state: states[row] ?? "unknown",
    status: columns.status.at(row),
    pctcIndicator: columns.pctcIndicator.at(row),
    ...(columns.nonFacilityNa.at(row) && { nonFacilityNa: true as const }),
    ...(columns.facilityNa.at(row) && { facilityNa: true as const }),
  };
}

/** @param workRows rows with the work RVUs, when they are others */
function rvusOf(columns: UnitColumns, rows: readonly number[], workRows = rows): Rvus {
  const units = (column: Column<Rvu>, of: readonly number[]): number[] =>
    of.map((row) => scaledInteger(column.at(row)));
  const nonFacilityPe = units(columns.nonFacilityPe, rows);
  const facilityPe = units(columns.facilityPe, rows).map((pe, at) => (pe === nonFacilityPe[at] ? null : pe));
  return { work: units(columns.work, workRows), nonFacilityPe, facilityPe, mp: units(columns.mp, rows) };
}

function full({ columns }: RvuFile): UnitColumns {
  const { workRvu, nonFacilityPeRvu, facilityPeRvu, mpRvu } = columns;
  return { work: workRvu, nonFacilityPe: nonFacilityPeRvu, facilityPe: facilityPeRvu, mp: mpRvu };
}

function capped({ columns }: RvuFile): UnitColumns {
  const { workRvu, oppsNonFacilityPeRvu, oppsFacilityPeRvu, oppsMpRvu } = columns;
  return { work: workRvu, nonFacilityPe: oppsNonFacilityPeRvu, facilityPe: oppsFacilityPeRvu, mp: oppsMpRvu };
}

/** Numbers of the rows that a test holds for, and the rows themselves. */
function numbered(rows: readonly number[], holds: (row: number) => boolean): { numbers: number[]; rows: number[] } {
  const numbers = [...rows.keys()].filter((at) => holds(rows[at] as number));
  return { numbers, rows: numbers.map((at) => rows[at] as number) };
}

/** Whether a row of one file has the RVUs of a row of the other one. */
function sameUnits(one: RvuFile, two: RvuFile): (row: number, other: number) => boolean {
  const [left, right] = [full(one), full(two)];
  const pairs = (Object.keys(left) as (keyof UnitColumns)[]).map((name) => [left[name], right[name]] as const);
  return (row, other) => pairs.every(([mine, its]) => scaledInteger(mine.at(row)) === scaledInteger(its.at(other)));
}

function qualifyingPart(
  pfs: PfsBook,
  qualifying: QualifyingBook | undefined,
  rows: readonly number[],
): Pfs["qualifying"] {
  if (qualifying === undefined) return null;
  const { basis, pfs: own } = qualifying;
  const ownRow = (row: number): number => qualifyingRow(qualifying, pfs, row);
  const isSame = sameUnits(pfs.rvu, own.rvu);
  const missing = numbered(rows, (row) => pfs.national.has(row) && !own.national.has(ownRow(row)));
  const others = numbered(rows, (row) => {
    if (!own.national.has(ownRow(row))) return false;
    return !pfs.national.has(row) || !isSame(row, ownRow(row));
  });
  return {
    factor: scaledInteger(own.factor),
    track: own.track ?? null,
    basis,
    missing: missing.numbers,
    others: { rows: others.numbers, ...rvusOf(full(own.rvu), others.rows.map(ownRow)) },
  };
}

/** The reader's inputs and their cells both need the rows of each code. */
const known = new WeakMap<PfsBook, readonly (readonly number[])[]>();

/** The rows of each code of a release, in the order of its kind. */
export function rowsByCode(codes: readonly string[], pfs: PfsBook): readonly (readonly number[])[] {
  const seen = known.get(pfs);
  if (seen !== undefined) return seen;
  const rows = codes.map((code) => MODIFIERS.flatMap((modifier) => rowWith(pfs.rvu, code, modifier) ?? []));
  known.set(pfs, rows);
  return rows;
}

/** The physicians' fee schedule: what rows each code has, their RVUs, and the factors. */
export function readerPfs({ codes, pfs, oppsCap, qualifying }: ReleaseBook): ReaderDocument["pfs"] {
  if (pfs === undefined) return null;
  const { rvu } = pfs;
  const rowsOfCode = rowsByCode(codes, pfs);
  const kinds = new Distinct<RowKind[]>();
  const kindOf = rowsOfCode.map((rows) => {
    const key = rows.map((row) => kindKey(rvu, row)).join("|");
    return kinds.number(key, () => rows.map((row) => kindOfRow(rvu, row)));
  });
  const rows = rowsOfCode.flat();
  const cap = numbered(rows, (row) => oppsCap?.national.has(row) === true);
  return {
    factor: scaledInteger(pfs.factor),
    track: pfs.track ?? null,
    kinds: kinds.things,
    kindOf,
    rvus: rvusOf(full(rvu), numbered(rows, (row) => rvu.states[row] === PRICED).rows),
    oppsCap: {
      rows: steps(cap.numbers),
      ...rvusOf(
        capped(rvu),
        cap.rows,
        cap.rows.map((row) => workRow(rvu, row)),
      ),
    },
    qualifying: qualifyingPart(pfs, qualifying, rows),
  };
}

/** Localities with their GPCIs, in the order of CMS's file. */
export function readerLocalities(gpci: GpciBook | undefined): ReaderDocument["localities"] {
  if (gpci === undefined) return null;
  const { localities } = gpci;
  return {
    keys: localities.map(({ key }) => key),
    names: localities.map(({ name }) => name),
    states: localities.map(({ row }) => row.state ?? null),
    work: localities.map(({ workGpci }) => scaledInteger(workGpci)),
    pe: localities.map(({ row }) => scaledInteger(row.peGpci)),
    mp: localities.map(({ row }) => scaledInteger(row.mpGpci)),
  };
}
