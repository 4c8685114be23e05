import type { PfsRvuRow } from "../../schemas/row/pfs-rvu.ts";
import type { Track } from "../../schemas/source/parameters.ts";
import { type ConversionFactor, equal, scaledInteger } from "../../schemas/units.ts";
import { expectedFactors } from "../shared/factors.ts";
import type { SourceFile } from "../shared/source-file.ts";
import { computeAmounts, NATIONAL_GPCIS, type RvuColumns } from "./kernel.ts";
import { type GpciBook, gpciColumns } from "./localities.ts";
import { type PriceState, priceStateReader } from "./price-state.ts";

/** The relative value file with everything computed from it nationally. */
export interface PfsBook {
  readonly file: SourceFile<PfsRvuRow>;
  /** The file's conversion factor, read from its first row; the checks prove that every row repeats it. */
  readonly factor: ConversionFactor;
  /** Whom the factor is for, undefined when it is none of the expected ones. */
  readonly track: Track | undefined;
  readonly states: readonly PriceState[];
  /** Indexes of the priced rows, in file order. */
  readonly priced: Int32Array;
  /** Position of each row among the priced ones, -1 for rows without amounts. */
  readonly pricedAt: Int32Array;
  /** National amounts of the priced rows in cents, non-facility and facility in turn. */
  readonly national: Int32Array;
  /** Row index by `rowKey`. */
  readonly byKey: ReadonlyMap<string, number>;
}

/** Amounts of some rows of a relative value file in every locality. */
export interface LocalityAmounts {
  /** Indexes of the rows that have amounts, in file order. */
  readonly rows: Int32Array;
  readonly localities: GpciBook["localities"];
  /** Cents at `(position in rows * localities + locality) * 2`, facility one further. */
  readonly cents: Int32Array;
}

/** HCPCS and modifier as one text: "77002", "77002 26". */
export function rowKey(hcpcs: string, modifier: string): string {
  return modifier === "" ? hcpcs : `${hcpcs} ${modifier}`;
}

/** The same of a row that has both. */
export function keyOfRow({ hcpcs, modifier }: { readonly hcpcs: string; readonly modifier: string }): string {
  return rowKey(hcpcs, modifier);
}

/** A code's row with a modifier; undefined when the file has none. */
export function rowWith({ file, byKey }: PfsBook, hcpcs: string, modifier: string): PfsRvuRow | undefined {
  return file.table.rows[byKey.get(rowKey(hcpcs, modifier)) ?? -1];
}

/** RVUs of the chosen rows as arrays for the kernel. */
function rvuColumns(rows: readonly PfsRvuRow[], chosen: Int32Array): RvuColumns {
  const column = (field: "workRvu" | "nonFacilityPeRvu" | "facilityPeRvu" | "mpRvu"): Int32Array =>
    chosen.map((index) => scaledInteger((rows[index] as PfsRvuRow)[field]));
  return {
    work: column("workRvu"),
    nonFacilityPe: column("nonFacilityPeRvu"),
    facilityPe: column("facilityPeRvu"),
    mp: column("mpRvu"),
  };
}

/**
 * Prices the rows of a relative value file nationally.
 *
 * @param file the file, with at least one row; one without any gives no book
 */
export function priceNationally(file: SourceFile<PfsRvuRow>): PfsBook | undefined {
  const { rows } = file.table;
  const factor = rows[0]?.conversionFactor;
  if (factor === undefined) return undefined;
  const states = rows.map(priceStateReader());
  const priced = Int32Array.from(rows.keys()).filter((index) => states[index] === "priced");
  const pricedAt = new Int32Array(rows.length).fill(-1);
  priced.forEach((index, at) => {
    pricedAt[index] = at;
  });
  const national = computeAmounts(rvuColumns(rows, priced), NATIONAL_GPCIS, scaledInteger(factor));
  const expected = expectedFactors("pfs", file.publication);
  const track = expected.find((each) => equal(each.value, factor))?.entry.track;
  const byKey = new Map(rows.map((row, index) => [keyOfRow(row), index]));
  return { file, factor, track, states, priced, pricedAt, national, byKey };
}

/** The same rows at another conversion factor, for clinicians of another track. */
export function atFactor(pfs: PfsBook, factor: ConversionFactor, track: Track): PfsBook {
  const rvus = rvuColumns(pfs.file.table.rows, pfs.priced);
  return { ...pfs, factor, track, national: computeAmounts(rvus, NATIONAL_GPCIS, scaledInteger(factor)) };
}

/** Prices the priced rows of a relative value file in every locality. */
export function priceLocalities(pfs: PfsBook, gpci: GpciBook): LocalityAmounts {
  const { localities } = gpci;
  const rvus = rvuColumns(pfs.file.table.rows, pfs.priced);
  const cents = computeAmounts(rvus, gpciColumns(localities), scaledInteger(pfs.factor));
  return { rows: pfs.priced, localities, cents };
}
