import type { DiffTable, MissingColumn } from "../../../schemas/out/diff.ts";
import { TABLE_FIELDS } from "./fields.ts";
import type { Side } from "./side.ts";

/**
 * Fields that CMS's file has a column for on one side only, since older years and other formats have fewer: what it
 * does not print has not changed and is not gone.
 */
export function missingColumns(sides: readonly [Side, Side], table: DiffTable): MissingColumn[] {
  const [old, now] = sides.map(({ columns }) => columns[table]);
  if (old === undefined || now === undefined) return [];
  const compared = Object.entries(TABLE_FIELDS[table]).flatMap(([field, use]) => (use === "compared" ? [field] : []));
  return compared.flatMap((field): MissingColumn[] => {
    if (old.has(field) === now.has(field)) return [];
    return [{ field, side: old.has(field) ? "to" : "from" }];
  });
}
