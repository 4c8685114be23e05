import type { PfsRvuRow } from "../../schemas/row/pfs-rvu.ts";
import { isZero } from "../../schemas/units.ts";
import type { ColumnsOf } from "../shared/table.ts";

/** The columns of relative value units that make a row's amounts, and the two totals that CMS prints of them. */
export const RVU_FIELDS = [
  "workRvu",
  "nonFacilityPeRvu",
  "facilityPeRvu",
  "mpRvu",
  "nonFacilityTotal",
  "facilityTotal",
] as const;

/** The columns of units that CMS uses for the OPPS cap on imaging. */
export const OPPS_CAP_FIELDS = ["oppsNonFacilityPeRvu", "oppsFacilityPeRvu", "oppsMpRvu"] as const;

/** Every column of units. */
export const UNIT_FIELDS = [...RVU_FIELDS, ...OPPS_CAP_FIELDS] as const;

/** Whether a row has any units at all, by its components: the totals are what checks compare them with. */
export function hasUnits(
  { workRvu, nonFacilityPeRvu, facilityPeRvu, mpRvu }: ColumnsOf<PfsRvuRow>,
  row: number,
): boolean {
  return ![workRvu, nonFacilityPeRvu, facilityPeRvu, mpRvu].every((column) => isZero(column.at(row)));
}
