import * as z from "zod";
import { Sha256 } from "../text.ts";
import { header } from "./common.ts";

const Sliced = z.enum(["codes", "zips"]).describe("What the first field of the rows is: codes, or ZIP codes");
const Prefix = z.string().describe("Each row with it is in the slice; no other slice has it. Empty: all rows");
const Fields = z.record(z.string(), z.unknown());

/** `claims.json` of a folder that `ratebook pack --claims` wrote: heads of tables, and the slices of their rows. */
export const ClaimsDocument = z.strictObject({
  ...header("claims"),
  heads: z.record(z.string(), Fields).describe("Of each table that is sliced, by its name, all fields but the rows"),
  slices: z.array(
    z.strictObject({
      of: Sliced,
      prefix: Prefix,
      path: z.string().describe("Inside the folder of the release"),
      bytes: z.int().positive(),
      sha256: Sha256,
    }),
  ),
});
export type ClaimsDocument = z.infer<typeof ClaimsDocument>;

/** `claims/codes/22.json`: the rows of each table whose first field begins so, as the whole tables have them. */
export const ClaimsSlice = z.strictObject({
  ...header("claims-slice"),
  of: Sliced,
  prefix: Prefix,
  rows: z.record(z.string(), z.array(Fields)).describe("By the name of the table; none of a table without such a row"),
});
export type ClaimsSlice = z.infer<typeof ClaimsSlice>;
