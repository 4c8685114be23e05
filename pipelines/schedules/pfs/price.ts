import type { Track } from "../../../schemas/source/parameters.ts";
import { type ConversionFactor, equal, scaledInteger } from "../../../schemas/units.ts";
import { expectedFactors } from "../../sources/factors.ts";
import { Amounts } from "./amounts.ts";
import { computeAmounts, type GpciColumns, NATIONAL_GPCIS, type RvuColumns } from "./kernel.ts";
import { type GpciBook, gpciColumns } from "./localities.ts";
import { kernelRvus, type RvuFile } from "./rvu-file.ts";

/** A relative value file with national amounts, its factor and its track. */
export interface PfsBook {
  readonly rvu: RvuFile;
  /** The factor of the file, or the one that the law sets for the other track. */
  readonly factor: ConversionFactor;
  /** Who the factor is for; undefined when it is not an expected one. */
  readonly track: Track | undefined;
  readonly national: Amounts;
}

function rvusOfPriced({ columns, priced }: RvuFile): RvuColumns {
  const { workRvu, nonFacilityPeRvu, facilityPeRvu, mpRvu } = columns;
  return kernelRvus({ work: workRvu, nonFacilityPe: nonFacilityPeRvu, facilityPe: facilityPeRvu, mp: mpRvu }, priced);
}

/** Amounts of rows with these RVUs in these places. */
export function amountsOf(rows: Int32Array, rvus: RvuColumns, gpcis: GpciColumns, factor: ConversionFactor): Amounts {
  return new Amounts(rows, gpcis.work.length, computeAmounts(rvus, gpcis, scaledInteger(factor)));
}

/** Prices a relative value file nationally, at a given factor. */
export function priceAt(rvu: RvuFile, factor: ConversionFactor, track: Track | undefined): PfsBook {
  return { rvu, factor, track, national: amountsOf(rvu.priced, rvusOfPriced(rvu), NATIONAL_GPCIS, factor) };
}

/** Prices a relative value file nationally, at its own factor. */
export function priceNationally(rvu: RvuFile): PfsBook {
  const expected = expectedFactors("pfs", rvu.file.publication);
  const track = expected.find((each) => equal(each.value, rvu.printedFactor))?.entry.track;
  return priceAt(rvu, rvu.printedFactor, track);
}

/** Prices the same rows in every locality. */
export function priceLocalities({ rvu, factor }: PfsBook, { localities }: GpciBook): Amounts {
  return amountsOf(rvu.priced, rvusOfPriced(rvu), gpciColumns(localities), factor);
}
