import type * as z from "zod";
import { AddendumBRow } from "../../schemas/row/addendum-b.ts";
import {
  AddendumJEvaluationRow,
  AddendumJExclusionRow,
  AddendumJPairRow,
  AddendumJRankRow,
} from "../../schemas/row/addendum-j.ts";
import {
  AscAncillaryRow,
  AscDeviceRow,
  AscExcludedRow,
  AscIndicatorRow,
  AscSurgicalRow,
} from "../../schemas/row/asc.ts";
import { GpciRow } from "../../schemas/row/gpci.ts";
import { NcciAddOnRow, NcciMueRow, NcciPtpRow } from "../../schemas/row/ncci.ts";
import { OppsCapRow } from "../../schemas/row/opps-cap.ts";
import {
  AddendumARow,
  AddendumD1Row,
  AddendumD2Row,
  AddendumERow,
  AddendumMRow,
  AddendumPRow,
} from "../../schemas/row/opps-rule.ts";
import { PfsRvuRow } from "../../schemas/row/pfs-rvu.ts";
import { AnesthesiaBaseUnitsRow, AnesthesiaRow, CountiesRow, WageIndexRow, Zip5Row } from "../../schemas/row/places.ts";
import type { Role } from "../../schemas/source/release.ts";
import { LAYOUT_OF } from "../inputs/roles.ts";
import { layoutOf } from "../sources/sources.ts";
import type { KeyOf, Table, TableKind } from "../tables/table.ts";
import { keyOfLocalityRow } from "./pfs/locality-key.ts";
import { keyOfOppsCapRow, withModifiers } from "./pfs/opps-cap-rows.ts";
import { keyOfRvuRow } from "./pfs/rvu-file.ts";

/** The key of a table that has one row for each value of a field. */
function keyField<Field extends string>(field: Field): KeyOf<Readonly<Record<Field, string>>> {
  return (columns) => (row) => columns[field].at(row);
}

const byCode = keyField("hcpcs");
/** "22511 22512" */
const byPair: KeyOf<{ readonly primary: string; readonly secondary: string }> = (columns) => (row) =>
  `${columns.primary.at(row)} ${columns.secondary.at(row)}`;

/** "22512 22511 2015-01-01" */
const byEdit: KeyOf<Pick<NcciAddOnRow, "addOn" | "primary" | "effective">> = (columns) => (row) =>
  `${columns.addOn.at(row)} ${columns.primary.at(row)} ${columns.effective.at(row)}`;

/** "22511 77012 2015-01-01" */
const byColumns: KeyOf<Pick<NcciPtpRow, "column1" | "column2" | "effective">> = (columns) => (row) =>
  `${columns.column1.at(row)} ${columns.column2.at(row)} ${columns.effective.at(row)}`;

/** A kind of table: the schema of its cells, the key of its rows, and how to convert older forms. */
function kind<Schema extends z.ZodObject>(
  schema: Schema,
  keyOf: KeyOf<z.output<Schema>>,
  modernise: (table: Table<z.output<Schema>>) => Table<z.output<Schema>> = (table) => table,
) {
  return { schema, keyOf, modernise };
}

/** Every kind of CMS table. A new one is one line here and one layout. */
const KINDS = {
  rvu: kind(PfsRvuRow, keyOfRvuRow),
  "rvu-qpp": kind(PfsRvuRow, keyOfRvuRow),
  gpci: kind(GpciRow, keyOfLocalityRow),
  "opps-cap": kind(OppsCapRow, keyOfOppsCapRow, withModifiers),
  anesthesia: kind(AnesthesiaRow, keyOfLocalityRow),
  "anesthesia-base-units": kind(AnesthesiaBaseUnitsRow, byCode),
  counties: kind(CountiesRow, keyOfLocalityRow),
  "addendum-b": kind(AddendumBRow, byCode),
  "asc-aa": kind(AscSurgicalRow, byCode),
  "asc-bb": kind(AscAncillaryRow, byCode),
  "asc-dd1": kind(AscIndicatorRow, keyField("indicator")),
  "asc-ee": kind(AscExcludedRow, byCode),
  "asc-ff": kind(AscDeviceRow, byCode),
  "addendum-a": kind(AddendumARow, keyField("apc")),
  "addendum-d1": kind(AddendumD1Row, keyField("indicator")),
  "addendum-d2": kind(AddendumD2Row, keyField("indicator")),
  "addendum-e": kind(AddendumERow, byCode),
  "addendum-j-pairs": kind(AddendumJPairRow, byPair),
  "addendum-j-evaluation": kind(AddendumJEvaluationRow, byPair),
  "addendum-j-ranks": kind(AddendumJRankRow, byCode),
  "addendum-j-exclusions": kind(AddendumJExclusionRow, keyField("service")),
  "addendum-m": kind(AddendumMRow, byCode),
  "addendum-p": kind(AddendumPRow, byCode),
  "ncci-addon": kind(NcciAddOnRow, byEdit),
  "ncci-mue-practitioner": kind(NcciMueRow, byCode),
  "ncci-mue-hospital": kind(NcciMueRow, byCode),
  "ncci-mue-dme": kind(NcciMueRow, byCode),
  "ncci-ptp-practitioner": kind(NcciPtpRow, byColumns),
  "ncci-ptp-hospital": kind(NcciPtpRow, byColumns),
  "wage-index": kind(WageIndexRow, keyField("cbsa")),
  zip5: kind(Zip5Row, keyField("zip")),
} as const satisfies Record<Role, unknown>;

/** One row of each kind of table. */
export type RowOf = { readonly [R in Role]: z.output<(typeof KINDS)[R]["schema"]> };

/** Every kind of table. */
export const ROLES = Object.keys(KINDS) as Role[];

/** How the tables of a role are read. */
export function tableKind<R extends Role>(role: R): TableKind<RowOf[R]> {
  return { ...(KINDS[role] as unknown as TableKind<RowOf[R]>), layout: layoutOf(LAYOUT_OF[role]) };
}
