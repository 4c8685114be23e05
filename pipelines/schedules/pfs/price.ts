import type { Track } from "../../../schemas/source/parameters.ts";
import { type ConversionFactor, equal, scaledInteger } from "../../../schemas/units.ts";
import { expectedFactors } from "../../sources/factors.ts";
import { Amounts } from "./amounts.ts";
import { computeAmounts, type GpciColumns, NATIONAL_GPCIS, type RvuColumns } from "./kernel.ts";
import { type GpciBook, gpciColumns } from "./localities.ts";
import { kernelUnits, type RvuFile } from "./rvu-file.ts";

/** A relative value file priced nationally: at which factor, and for whom. */
export interface PfsBook {
  readonly rvu: RvuFile;
  /** What the file prints, or what the law sets for clinicians of another track. */
  readonly factor: ConversionFactor;
  /** Whom the factor is for, undefined when it is none of the expected ones. */
  readonly track: Track | undefined;
  readonly national: Amounts;
}

function unitsOfPriced({ columns, priced }: RvuFile): RvuColumns {
  const { workRvu, nonFacilityPeRvu, facilityPeRvu, mpRvu } = columns;
  return kernelUnits({ work: workRvu, nonFacilityPe: nonFacilityPeRvu, facilityPe: facilityPeRvu, mp: mpRvu }, priced);
}

/** Amounts of rows with these units in these places. */
export function amountsOf(rows: Int32Array, units: RvuColumns, gpcis: GpciColumns, factor: ConversionFactor): Amounts {
  return new Amounts(rows, gpcis.work.length, computeAmounts(units, gpcis, scaledInteger(factor)));
}

/** The rows of a relative value file at a conversion factor. */
export function priceAt(rvu: RvuFile, factor: ConversionFactor, track: Track | undefined): PfsBook {
  return { rvu, factor, track, national: amountsOf(rvu.priced, unitsOfPriced(rvu), NATIONAL_GPCIS, factor) };
}

/** Prices a relative value file nationally, at the factor that it prints. */
export function priceNationally(rvu: RvuFile): PfsBook {
  const expected = expectedFactors("pfs", rvu.file.publication);
  const track = expected.find((each) => equal(each.value, rvu.printedFactor))?.entry.track;
  return priceAt(rvu, rvu.printedFactor, track);
}

/** Prices the same rows in every locality. */
export function priceLocalities({ rvu, factor }: PfsBook, { localities }: GpciBook): Amounts {
  return amountsOf(rvu.priced, unitsOfPriced(rvu), gpciColumns(localities), factor);
}
