import type { LookUpGroup } from "../../../schemas/out/conformance.ts";
import type { LookUpField } from "../../../schemas/row/look-up.ts";
import { PFS_RVU, type PfsRvuRow } from "../../../schemas/row/pfs-rvu.ts";
import { plainText } from "../../../schemas/row/printed.ts";
import type { RvuFile } from "../../schedules/pfs/rvu-file.ts";

/** Fields of an export that say which row it is, or nothing that we may read. */
type Key = "hcpcs" | "modifier" | "descriptor" | "locality";
/** Fields that are compared. */
export type ComparedField = Exclude<LookUpField, Key>;

/** Which field of the relative value file a column repeats; "computed" for what it does not have, or may be explained. */
type From = keyof PfsRvuRow | "computed";

/**
 * What is compared with what. The tool has the practice expense twice, transitioned and fully implemented, from when
 * CMS phased new ones in; both are compared with the one that the relative value file has now.
 */
export const LOOK_UP_COLUMNS: Readonly<Record<ComparedField, readonly [group: LookUpGroup, from: From]>> = {
  nonFacilityPrice: ["prices", "computed"],
  facilityPrice: ["prices", "computed"],
  nonFacilityLimit: ["limitingCharges", "computed"],
  facilityLimit: ["limitingCharges", "computed"],
  workGpci: ["gpcis", "computed"],
  peGpci: ["gpcis", "computed"],
  mpGpci: ["gpcis", "computed"],
  status: ["indicators", "status"],
  workRvu: ["rvus", "workRvu"],
  nonFacilityNa: ["naMarks", "computed"],
  nonFacilityPeRvu: ["rvus", "nonFacilityPeRvu"],
  fullNonFacilityNa: ["naMarks", "computed"],
  fullNonFacilityPeRvu: ["rvus", "nonFacilityPeRvu"],
  facilityNa: ["naMarks", "computed"],
  facilityPeRvu: ["rvus", "facilityPeRvu"],
  fullFacilityNa: ["naMarks", "computed"],
  fullFacilityPeRvu: ["rvus", "facilityPeRvu"],
  mpRvu: ["rvus", "mpRvu"],
  nonFacilityTotal: ["rvus", "nonFacilityTotal"],
  facilityTotal: ["rvus", "facilityTotal"],
  fullNonFacilityTotal: ["rvus", "nonFacilityTotal"],
  fullFacilityTotal: ["rvus", "facilityTotal"],
  pctcIndicator: ["indicators", "pctcIndicator"],
  globalDays: ["indicators", "globalDays"],
  preOp: ["indicators", "preOp"],
  intraOp: ["indicators", "intraOp"],
  postOp: ["indicators", "postOp"],
  multipleProcedure: ["indicators", "multipleProcedure"],
  bilateralSurgery: ["indicators", "bilateralSurgery"],
  assistantAtSurgery: ["indicators", "assistantAtSurgery"],
  coSurgeons: ["indicators", "coSurgeons"],
  teamSurgery: ["indicators", "teamSurgery"],
  physicianSupervision: ["indicators", "physicianSupervision"],
  endoscopicBase: ["indicators", "endoscopicBase"],
  conversionFactor: ["conversionFactor", "computed"],
  notUsedForMedicare: ["indicators", "notUsedForMedicare"],
  imagingFamily: ["indicators", "imagingFamily"],
  oppsNonFacility: ["oppsCap", "computed"],
  oppsFacility: ["oppsCap", "computed"],
  oppsNonFacilityPeRvu: ["oppsCap", "oppsNonFacilityPeRvu"],
  oppsFacilityPeRvu: ["oppsCap", "oppsFacilityPeRvu"],
  oppsMpRvu: ["oppsCap", "oppsMpRvu"],
};

/** The compared fields in the tool's order. */
export const COMPARED_FIELDS = Object.keys(LOOK_UP_COLUMNS) as ComparedField[];

/** A field of a row of the relative value file, as the tool's cell has it; undefined without such a column. */
export function repeatedText({ columns }: RvuFile, row: number, field: keyof PfsRvuRow): string | undefined {
  const column = columns[field];
  return column.ref === undefined ? undefined : plainText(PFS_RVU[field].kind, column.at(row));
}
