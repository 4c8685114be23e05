import * as z from "zod";
import type { DiffTable } from "../../../schemas/out/diff.ts";
import { AscRow, OppsRow } from "../../../schemas/out/facility.ts";
import { LocalityRow } from "../../../schemas/out/localities.ts";
import { NationalRow } from "../../../schemas/out/national.ts";

/**
 * What a diff makes of a field.
 *
 * - `key`: identifies the row
 * - `apart`: reported with the row, and not compared
 * - `compared`: reported when it differs
 * - `nested`: an object of such, reported by "field.inner"
 */
export type FieldUse = "key" | "apart" | "compared" | "nested";

/** Every field of a row, in the order of its document. */
export type FieldUses = Readonly<Record<string, FieldUse>>;

/** The place of a row, what its cells' citations need, and RVUs whose amounts are compared. */
const APART: ReadonlySet<string> = new Set(["row", "originalRow", "printed", "qpp"]);

function useOf(field: string, schema: z.ZodType, keys: readonly string[]): FieldUse {
  if (keys.includes(field)) return "key";
  if (APART.has(field)) return "apart";
  const bare = schema instanceof z.ZodOptional ? schema.unwrap() : schema;
  return bare instanceof z.ZodObject ? "nested" : "compared";
}

/** Every field of a document's rows is compared, except those that identify the row. */
function usesOf(row: z.ZodObject, keys: readonly string[]): FieldUses {
  const uses = Object.entries(row.shape).map(([field, schema]) => {
    return [field, useOf(field, schema as z.ZodType, keys)] as const;
  });
  return Object.fromEntries(uses);
}

/** The fields of every table that is compared, in the order of its rows. */
export const TABLE_FIELDS: Readonly<Record<DiffTable, FieldUses>> = {
  pfs: usesOf(NationalRow, ["hcpcs", "modifier"]),
  localities: usesOf(LocalityRow, ["locality"]),
  opps: usesOf(OppsRow, ["hcpcs"]),
  asc: usesOf(AscRow, ["hcpcs"]),
};
