import type { CentsBySetting } from "./amounts.ts";

/**
 * The amounts of many rows in many localities, on scaled integers.
 *
 * RVUs in hundredths, GPCIs in thousandths, the factor in ten-thousandths: their products are in 10^-9 dollars, so
 * cents = floor((x + 5,000,000) / 10,000,000), which is half up. Exact while every x stays below 2^53; that bound is
 * computed from the loaded maxima on every run, and BigInt takes over when it fails.
 */

const CENT = 10_000_000;
const HALF_CENT = 5_000_000;
const LARGEST_CENTS = 0x7fffffff;

/** RVUs of many rows, one array for each component, in hundredths. */
export interface RvuColumns {
  readonly work: Int32Array;
  readonly nonFacilityPe: Int32Array;
  readonly facilityPe: Int32Array;
  readonly mp: Int32Array;
}

/** GPCIs of many localities, one array for each index, in thousandths. */
export interface GpciColumns {
  readonly work: Int32Array;
  readonly pe: Int32Array;
  readonly mp: Int32Array;
}

function largest(values: Int32Array): number {
  let most = 0;
  for (const value of values) if (value > most) most = value;
  return most;
}

/**
 * The largest possible product of these rows and localities, plus half a cent.
 *
 * @param factor conversion factor in ten-thousandths
 * @returns in 10^-9 dollars, exact whatever its size
 */
export function productBound(rvus: RvuColumns, gpcis: GpciColumns, factor: number): bigint {
  const pe = BigInt(Math.max(largest(rvus.nonFacilityPe), largest(rvus.facilityPe)));
  const work = BigInt(largest(rvus.work)) * BigInt(largest(gpcis.work));
  const mp = BigInt(largest(rvus.mp)) * BigInt(largest(gpcis.mp));
  return (work + pe * BigInt(largest(gpcis.pe)) + mp) * BigInt(factor) + BigInt(HALF_CENT);
}

/**
 * One amount by doubles, exact below the bound.
 *
 * @param work RVU in hundredths
 * @param workGpci GPCI in thousandths
 * @param factor conversion factor in ten-thousandths
 * @returns cents
 */
export function centsBelowBound(
  work: number,
  pe: number,
  mp: number,
  workGpci: number,
  peGpci: number,
  mpGpci: number,
  factor: number,
): number {
  return Math.floor(((work * workGpci + mp * mpGpci + pe * peGpci) * factor + HALF_CENT) / CENT);
}

/** Amounts by doubles, exact below the bound. */
export function amountsBelowBound(rvus: RvuColumns, gpcis: GpciColumns, factor: number): CentsBySetting {
  const rows = rvus.work.length;
  const places = gpcis.work.length;
  const nonFacility = new Int32Array(rows * places);
  const facility = new Int32Array(rows * places);
  let at = 0;
  for (let row = 0; row < rows; row += 1) {
    const work = rvus.work[row] as number;
    const nonFacilityPe = rvus.nonFacilityPe[row] as number;
    const facilityPe = rvus.facilityPe[row] as number;
    const mp = rvus.mp[row] as number;
    for (let place = 0; place < places; place += 1) {
      const workGpci = gpcis.work[place] as number;
      const peGpci = gpcis.pe[place] as number;
      const mpGpci = gpcis.mp[place] as number;
      nonFacility[at] = centsBelowBound(work, nonFacilityPe, mp, workGpci, peGpci, mpGpci, factor);
      facility[at] = centsBelowBound(work, facilityPe, mp, workGpci, peGpci, mpGpci, factor);
      at += 1;
    }
  }
  return { nonFacility, facility };
}

/** The same amounts by BigInt, for inputs beyond the bound. RangeError for an impossible amount. */
export function amountsBeyondBound(rvus: RvuColumns, gpcis: GpciColumns, factor: number): CentsBySetting {
  const places = gpcis.work.length;
  const product = (row: number, place: number, practiceExpense: Int32Array): number => {
    const work = BigInt(rvus.work[row] ?? 0) * BigInt(gpcis.work[place] ?? 0);
    const pe = BigInt(practiceExpense[row] ?? 0) * BigInt(gpcis.pe[place] ?? 0);
    const mp = BigInt(rvus.mp[row] ?? 0) * BigInt(gpcis.mp[place] ?? 0);
    const cents = ((work + pe + mp) * BigInt(factor) + BigInt(HALF_CENT)) / BigInt(CENT);
    if (cents > BigInt(LARGEST_CENTS)) throw new RangeError(`an amount of ${cents} cents is not possible`);
    return Number(cents);
  };
  const amounts = (practiceExpense: Int32Array): Int32Array =>
    Int32Array.from({ length: rvus.work.length * places }, (_, at) =>
      product(Math.floor(at / places), at % places, practiceExpense),
    );
  return { nonFacility: amounts(rvus.nonFacilityPe), facility: amounts(rvus.facilityPe) };
}

/** Whether every amount of these rows and localities is exact by doubles. */
function isBelowBound(rvus: RvuColumns, gpcis: GpciColumns, factor: number): boolean {
  const bound = productBound(rvus, gpcis, factor);
  return bound <= BigInt(Number.MAX_SAFE_INTEGER) && bound / BigInt(CENT) <= BigInt(LARGEST_CENTS);
}

/**
 * Amounts of every row in every place, in cents: row by row, and place by place within a row.
 *
 * @param factor conversion factor in ten-thousandths
 */
export function computeAmounts(rvus: RvuColumns, gpcis: GpciColumns, factor: number): CentsBySetting {
  return isBelowBound(rvus, gpcis, factor)
    ? amountsBelowBound(rvus, gpcis, factor)
    : amountsBeyondBound(rvus, gpcis, factor);
}

/** One locality whose indices are all 1: the nation. */
export const NATIONAL_GPCIS: GpciColumns = {
  work: Int32Array.of(1000),
  pe: Int32Array.of(1000),
  mp: Int32Array.of(1000),
};
