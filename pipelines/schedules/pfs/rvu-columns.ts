import { OPPS_CAP_FIELDS, type PfsRvuRow, RVU_FIELDS } from "../../../schemas/row/pfs-rvu.ts";
import { isZero } from "../../../schemas/units.ts";
import type { ColumnsOf } from "../../tables/table.ts";

/** Every RVU column. */
export const ALL_RVU_FIELDS = [...RVU_FIELDS, ...OPPS_CAP_FIELDS] as const;

/** Whether a row has any RVUs, by its components: checks compare those with the totals. */
export function hasRvus(
  { workRvu, nonFacilityPeRvu, facilityPeRvu, mpRvu }: ColumnsOf<PfsRvuRow>,
  row: number,
): boolean {
  return ![workRvu, nonFacilityPeRvu, facilityPeRvu, mpRvu].every((column) => isZero(column.at(row)));
}
