import type { AscRow, OppsRow } from "../../../schemas/out/facility.ts";
import type { NationalRow } from "../../../schemas/out/national.ts";
import type { BuiltDocuments } from "../../documents/built-documents.ts";
import type { Side } from "../diff/side.ts";

/** A row of the fee schedule, as far as it is paid by; its other indicators, such as `bilateralSurgery`, are beside. */
export type VolumeFeeRow = Pick<NationalRow, PaidBy>;

type PaidBy =
  | "hcpcs"
  | "modifier"
  | "pctcIndicator"
  | "priceState"
  | "nonFacility"
  | "nonFacilityNa"
  | "facility"
  | "facilityNa"
  | "workRvu"
  | "nonFacilityPeRvu"
  | "facilityPeRvu"
  | "mpRvu";

/** Rows of Addendum B and of the ASC addenda, as far as they are paid by. */
export type VolumeOppsRow = Pick<
  OppsRow,
  "hcpcs" | "row" | "statusIndicator" | "state" | "relativeWeight" | "oppsRate"
>;
export type VolumeAscRow = Pick<AscRow, "hcpcs" | "row" | "paymentIndicator" | "state" | "paymentWeight" | "ascRate">;

/**
 * One of two releases that volumes are priced by. A folder has every row (`Side`); a page has those of the codes that a
 * file names. A table is undefined where the release was built without it.
 */
export interface PortfolioSide
  extends Pick<Side, "manifest" | "manifestSha256" | "conversionFactor" | "localities" | "counties"> {
  readonly pfs: readonly VolumeFeeRow[] | undefined;
  readonly opps: readonly VolumeOppsRow[] | undefined;
  readonly asc: readonly VolumeAscRow[] | undefined;
  /** What claims are priced from; undefined where each line is priced alone. */
  readonly documents: BuiltDocuments | undefined;
}
