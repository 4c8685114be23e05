import type { CountiesOut } from "../../../schemas/out/places.ts";
import { didYouMean } from "../../problems/nearest.ts";
import { fault } from "../../problems/problems.ts";
import { countyCatalogue } from "../../sources/counties.ts";
import { countyAreas } from "../../sources/county-areas.ts";
import { CountyDoubt, type FoundCounty, findCounty, type LookUpZip } from "../../sources/find-county.ts";

/**
 * The row of the county file (LOCCO) that a county belongs to, as {@link findCounty} finds it.
 *
 * @param text county and state, "Marin, CA" or "Marin County, California"
 * @param zipRow proves a hint by a ZIP code
 * @throws InputFault when the county does not exist, no row has it, or several could
 */
export function rowOfCounty(file: readonly CountiesOut[], text: string, zipRow: LookUpZip): FoundCounty {
  try {
    const known = countyCatalogue();
    return findCounty({ known, areas: countyAreas(known, file), zipRow, didYouMean }, text);
  } catch (error) {
    if (!(error instanceof CountyDoubt)) throw error;
    throw fault(error.code, { file: "--county" }, error.message, error.cure);
  }
}
