import type { PfsRvuRow } from "../../schemas/row/pfs-rvu.ts";
import { isZero, type Rvu, scaledInteger } from "../../schemas/units.ts";
import { type LocalityAmounts, type PfsBook, rowKey } from "./amounts.ts";
import { computeAmounts, NATIONAL_GPCIS, type RvuColumns } from "./kernel.ts";
import { type GpciBook, gpciColumns } from "./localities.ts";
import { isPaidStatus } from "./price-state.ts";
import { OPPS_CAP_FIELDS } from "./unit-columns.ts";

/** A row with a capped amount: indexes into the relative value file. */
interface CappedRow {
  readonly index: number;
  /** Row whose work units go in: the row itself, or the 26 row of a global that contractors price. */
  readonly workIndex: number;
}

/** Amounts at the OPPS cap on imaging. */
export interface OppsCapBook {
  readonly capped: readonly CappedRow[];
  /** Position in `capped` by row index; rows without cap units are not in it. */
  readonly at: ReadonlyMap<number, number>;
  /** National capped amounts in cents, non-facility and facility in turn. */
  readonly national: Int32Array;
  /** Undefined without a GPCI file. */
  readonly amounts: LocalityAmounts | undefined;
}

/** Whether the fee schedule pays a row, by its units or at contractors' prices. */
function isPaid(row: PfsRvuRow): boolean {
  return isPaidStatus(row) || row.status === "C";
}

/** Whether CMS prints units for the OPPS cap in a row. */
export function hasCapUnits(row: PfsRvuRow): boolean {
  return OPPS_CAP_FIELDS.some((field) => !isZero(row[field]));
}

/**
 * CMS prints zeros for the units of a global that contractors price, its work included, but full units for its cap:
 * those of the 26 row and the capped TC row. The work that belongs to them stands in the 26 row.
 */
function workIndex({ byKey }: PfsBook, row: PfsRvuRow, index: number): number {
  if (row.status !== "C" || row.modifier !== "") return index;
  return byKey.get(rowKey(row.hcpcs, "26")) ?? index;
}

function cappedUnits(rows: readonly PfsRvuRow[], capped: readonly CappedRow[]): RvuColumns {
  const column = (part: (own: PfsRvuRow) => Rvu): Int32Array =>
    Int32Array.from(capped, ({ index }) => scaledInteger(part(rows[index] as PfsRvuRow)));
  return {
    work: Int32Array.from(capped, (each) => scaledInteger((rows[each.workIndex] as PfsRvuRow).workRvu)),
    nonFacilityPe: column((own) => own.oppsNonFacilityPeRvu),
    facilityPe: column((own) => own.oppsFacilityPeRvu),
    mp: column((own) => own.oppsMpRvu),
  };
}

/**
 * Amounts of every row that has units for the OPPS cap, nationally and in every locality, by the rule
 * `pfs.opps-capped-amount`.
 *
 * They are what the cap is, not what is paid: the cap bites only where it is the lower amount ({@link payable}).
 */
export function priceOppsCap(pfs: PfsBook, gpci: GpciBook | undefined): OppsCapBook {
  const { rows } = pfs.file.table;
  const capped = rows.flatMap((row, index) =>
    isPaid(row) && hasCapUnits(row) ? [{ index, workIndex: workIndex(pfs, row, index) }] : [],
  );
  const units = cappedUnits(rows, capped);
  const factor = scaledInteger(pfs.factor);
  const localities = gpci?.localities;
  return {
    capped,
    at: new Map(capped.map(({ index }, position) => [index, position])),
    national: computeAmounts(units, NATIONAL_GPCIS, factor),
    amounts: localities && {
      rows: Int32Array.from(capped, ({ index }) => index),
      localities,
      cents: computeAmounts(units, gpciColumns(localities), factor),
    },
  };
}

/**
 * What is payable for a row nationally: the lower of its full and its capped amount. The law compares without
 * geographic adjustment, so a service is under the cap everywhere or nowhere, as CMS lists it.
 *
 * @param offset 0 for non-facility, 1 for facility
 * @returns cents, undefined for a row without an amount
 */
export function payable(pfs: PfsBook, cap: OppsCapBook | undefined, index: number, offset: 0 | 1): number | undefined {
  const at = pfs.pricedAt[index] ?? -1;
  if (at < 0) return undefined;
  const full = pfs.national[at * 2 + offset] as number;
  const position = cap?.at.get(index);
  return position === undefined ? full : Math.min(full, cap?.national[position * 2 + offset] as number);
}
