import type { DiffTable } from "../../schemas/out/diff.ts";

/** The tables in the words of a review. */
export const TABLE_NAMES: Readonly<Record<DiffTable, string>> = {
  pfs: "Relative value rows",
  localities: "Localities",
  opps: "Addendum B codes",
  asc: "ASC codes",
};
