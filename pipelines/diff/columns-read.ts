import type { DiffTable, MissingColumn } from "../../schemas/out/diff.ts";
import { ASC_FIELDS, type FieldUse, LOCALITY_FIELDS, OPPS_FIELDS, PFS_FIELDS } from "./fields.ts";
import type { Side } from "./side.ts";

const USES: Readonly<Record<DiffTable, Readonly<Record<string, FieldUse>>>> = {
  pfs: PFS_FIELDS,
  localities: LOCALITY_FIELDS,
  opps: OPPS_FIELDS,
  asc: ASC_FIELDS,
};

/**
 * Fields that CMS's file has a column for on one side alone, as older years and other formats have fewer: what it does
 * not print has neither changed nor gone.
 */
export function missingColumns(sides: readonly [Side, Side], table: DiffTable): MissingColumn[] {
  const [old, now] = sides.map(({ columns }) => columns[table]);
  if (old === undefined || now === undefined) return [];
  const compared = Object.entries(USES[table]).flatMap(([field, use]) => (use === "compared" ? [field] : []));
  return compared.flatMap((field): MissingColumn[] => {
    if (old.has(field) === now.has(field)) return [];
    return [{ field, side: old.has(field) ? "to" : "from" }];
  });
}
