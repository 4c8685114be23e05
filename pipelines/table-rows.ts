import { AddendumBRow } from "../schemas/row/addendum-b.ts";
import { AscAncillaryRow, AscDeviceRow, AscExcludedRow, AscIndicatorRow, AscSurgicalRow } from "../schemas/row/asc.ts";
import { GpciRow } from "../schemas/row/gpci.ts";
import { OppsCapRow } from "../schemas/row/opps-cap.ts";
import { PfsRvuRow } from "../schemas/row/pfs-rvu.ts";
import { AnesthesiaBaseUnitsRow, AnesthesiaRow, CountiesRow, WageIndexRow, Zip5Row } from "../schemas/row/places.ts";
import type { Role } from "../schemas/source/release.ts";

/** What one row of each kind of CMS table is. A new kind of table is one line here and one layout. */
export interface RowOf {
  readonly rvu: PfsRvuRow;
  readonly "rvu-qpp": PfsRvuRow;
  readonly gpci: GpciRow;
  readonly "opps-cap": OppsCapRow;
  readonly anesthesia: AnesthesiaRow;
  readonly "anesthesia-base-units": AnesthesiaBaseUnitsRow;
  readonly counties: CountiesRow;
  readonly "addendum-b": AddendumBRow;
  readonly "asc-aa": AscSurgicalRow;
  readonly "asc-bb": AscAncillaryRow;
  readonly "asc-dd1": AscIndicatorRow;
  readonly "asc-ee": AscExcludedRow;
  readonly "asc-ff": AscDeviceRow;
  readonly "wage-index": WageIndexRow;
  readonly zip5: Zip5Row;
}

/** The schema of each: cell texts in, typed values out. */
export const ROW_SCHEMAS = {
  rvu: PfsRvuRow,
  "rvu-qpp": PfsRvuRow,
  gpci: GpciRow,
  "opps-cap": OppsCapRow,
  anesthesia: AnesthesiaRow,
  "anesthesia-base-units": AnesthesiaBaseUnitsRow,
  counties: CountiesRow,
  "addendum-b": AddendumBRow,
  "asc-aa": AscSurgicalRow,
  "asc-bb": AscAncillaryRow,
  "asc-dd1": AscIndicatorRow,
  "asc-ee": AscExcludedRow,
  "asc-ff": AscDeviceRow,
  "wage-index": WageIndexRow,
  zip5: Zip5Row,
} as const satisfies Record<Role, unknown>;
