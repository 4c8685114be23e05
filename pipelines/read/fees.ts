import type { ReaderDocument } from "../../schemas/out/reader.ts";
import type { Setting } from "../../schemas/setting.ts";
import type { Triple } from "../schedules/pfs/exact-amounts.ts";
import type { NationalFees } from "../schedules/pfs/fee-rows.ts";
import {
  amountsBeyondBound,
  centsBelowBound,
  type GpciColumns,
  productBound,
  type RvuColumns,
} from "../schedules/pfs/kernel.ts";
import type { Checker } from "./check.ts";

/** RVUs as a document has them. */
export type RvusOut = NonNullable<ReaderDocument["pfs"]>["rvus"];

/** RVUs of a document as arrays for the kernel. */
export function rvuColumns(rvus: RvusOut, what: string, check: Checker, length: number): RvuColumns {
  const nonFacilityPe = check.integers(rvus.nonFacilityPe, `${what}.nonFacilityPe`, { length });
  const facility = check.list(rvus.facilityPe, `${what}.facilityPe`, length);
  const facilityPe = facility.map((pe, at) => pe ?? (nonFacilityPe[at] as number));
  return {
    work: check.integers(rvus.work, `${what}.work`, { length }),
    nonFacilityPe,
    facilityPe: check.integers(facilityPe, `${what}.facilityPe`),
    mp: check.integers(rvus.mp, `${what}.mp`, { length }),
  };
}

/**
 * Amounts of some rows at one conversion factor, each computed when it is asked for, by the build's kernel. Place 0 is
 * the nation, and every other one is a locality.
 */
export class Fees {
  /** The same amounts in the nation, as the rules need them. */
  readonly national: NationalFees;
  readonly factor: number;
  private readonly rvus: RvuColumns;
  private readonly gpcis: GpciColumns;
  /** Position of each row in the arrays, -1 for a row without amounts. */
  private readonly positions: Int32Array;
  /** The largest product before the factor. */
  private largest: number | undefined;

  constructor(rvus: RvuColumns, positions: Int32Array, gpcis: GpciColumns, factor: number) {
    this.rvus = rvus;
    this.positions = positions;
    this.gpcis = gpcis;
    this.factor = factor;
    this.national = {
      has: (row) => (positions[row] as number) >= 0,
      at: (row, setting) => this.cents(row, setting, 0),
    };
  }

  /**
   * The amount of a row in a place, in cents; undefined for a row without one.
   *
   * @param factor another conversion factor, in ten-thousandths: what the row would have been at it
   */
  cents(row: number, setting: Setting, place: number, factor = this.factor): number | undefined {
    const at = this.positions[row] as number;
    if (at < 0) return undefined;
    if (!this.fitsAt(factor)) return this.beyondBound(at, setting, place, factor);
    const { work, nonFacilityPe, facilityPe, mp } = this.rvus;
    const { work: workGpci, pe: peGpci, mp: mpGpci } = this.gpcis;
    return centsBelowBound(
      work[at] as number,
      (setting === "nonFacility" ? nonFacilityPe : facilityPe)[at] as number,
      mp[at] as number,
      workGpci[place] as number,
      peGpci[place] as number,
      mpGpci[place] as number,
      factor,
    );
  }

  /** RVUs of a row that has an amount, in hundredths. */
  rvusOf(row: number, setting: Setting): Triple {
    const at = this.positions[row] as number;
    const { work, nonFacilityPe, facilityPe, mp } = this.rvus;
    const pe = setting === "nonFacility" ? nonFacilityPe : facilityPe;
    return { work: work[at] as number, pe: pe[at] as number, mp: mp[at] as number };
  }

  /** Whether doubles are exact at a factor. */
  private fitsAt(factor: number): boolean {
    this.largest ??= Number(productBound(this.rvus, this.gpcis, 1));
    return this.largest * factor <= Number.MAX_SAFE_INTEGER;
  }

  private beyondBound(at: number, setting: Setting, place: number, factor: number): number | undefined {
    const one = (column: Int32Array, index: number): Int32Array => column.subarray(index, index + 1);
    const { work, nonFacilityPe, facilityPe, mp } = this.rvus;
    const rvus = {
      work: one(work, at),
      nonFacilityPe: one(nonFacilityPe, at),
      facilityPe: one(facilityPe, at),
      mp: one(mp, at),
    };
    const { work: workGpci, pe, mp: mpGpci } = this.gpcis;
    const gpcis = { work: one(workGpci, place), pe: one(pe, place), mp: one(mpGpci, place) };
    return amountsBeyondBound(rvus, gpcis, factor)[setting][0];
  }
}
