import type { DiffTable } from "../../schemas/out/diff.ts";
import type { AscRow, OppsRow } from "../../schemas/out/facility.ts";
import type { LocalityRow } from "../../schemas/out/localities.ts";
import type { NationalRow } from "../../schemas/out/national.ts";

/**
 * What a diff makes of a field.
 *
 * - `key`: tells which row it is
 * - `position`: where the row stands in CMS's file, told and not compared
 * - `compared`: told when it differs
 * - `nested`: an object of such, told by "field.inner"
 */
export type FieldUse = "key" | "position" | "compared" | "nested";

/** Every field of a row. A field that is new in a document does not compile before it is said here what becomes of it. */
export type FieldUses<Row> = Readonly<Record<keyof Required<Row>, FieldUse>>;

export const PFS_FIELDS: FieldUses<NationalRow> = {
  hcpcs: "key",
  modifier: "key",
  row: "position",
  status: "compared",
  priceState: "compared",
  condition: "compared",
  nonFacilityAmount: "compared",
  facilityAmount: "compared",
  qualifyingApm: "nested",
  oppsCap: "nested",
  nonFacilityNa: "compared",
  facilityNa: "compared",
  notUsedForMedicare: "compared",
  workRvu: "compared",
  nonFacilityPeRvu: "compared",
  facilityPeRvu: "compared",
  mpRvu: "compared",
  nonFacilityTotal: "compared",
  facilityTotal: "compared",
  pctcIndicator: "compared",
  globalDays: "compared",
  preOp: "compared",
  intraOp: "compared",
  postOp: "compared",
  multipleProcedure: "compared",
  bilateralSurgery: "compared",
  assistantAtSurgery: "compared",
  coSurgeons: "compared",
  teamSurgery: "compared",
  pricingIndicator: "compared",
  endoscopicBase: "compared",
  physicianSupervision: "compared",
  imagingFamily: "compared",
};

export const LOCALITY_FIELDS: FieldUses<LocalityRow> = {
  locality: "key",
  mac: "compared",
  number: "compared",
  row: "position",
  state: "compared",
  name: "compared",
  workGpci: "compared",
  workGpciColumn: "compared",
  workGpciWithoutFloor: "compared",
  peGpci: "compared",
  mpGpci: "compared",
};

export const OPPS_FIELDS: FieldUses<OppsRow> = {
  hcpcs: "key",
  row: "position",
  statusIndicator: "compared",
  state: "compared",
  apc: "compared",
  relativeWeight: "compared",
  paymentRate: "compared",
  nationalCopayment: "compared",
  minimumCopayment: "compared",
  adjustedCopayment: "compared",
};

export const ASC_FIELDS: FieldUses<AscRow> = {
  hcpcs: "key",
  row: "position",
  addendum: "compared",
  paymentIndicator: "compared",
  state: "compared",
  multipleProcedureDiscount: "compared",
  paymentWeight: "compared",
  paymentRate: "compared",
};

/** The fields of every table that is compared, in the order of its rows. */
export const TABLE_FIELDS: Readonly<Record<DiffTable, Readonly<Record<string, FieldUse>>>> = {
  pfs: PFS_FIELDS,
  localities: LOCALITY_FIELDS,
  opps: OPPS_FIELDS,
  asc: ASC_FIELDS,
};
