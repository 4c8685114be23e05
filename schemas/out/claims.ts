import * as z from "zod";
import { Sha256 } from "../text.ts";
import { header } from "./common.ts";

const Sliced = z.enum(["codes", "zips"]).describe("What the first field of the rows is: codes, or ZIP codes");
const From = z
  .string()
  .describe("First four characters of the first field of its first rows; those of the next slice are not in it");
const Fields = z.record(z.string(), z.unknown());

/** `claims.json` of a folder that `ratebook pack --claims` wrote: heads of tables, and the slices of their rows. */
export const ClaimsDocument = z.strictObject({
  ...header("claims"),
  heads: z.record(z.string(), Fields).describe("Of each table that is sliced, by its name, all fields but the rows"),
  slices: z.array(
    z.strictObject({
      of: Sliced,
      from: From,
      path: z.string().describe("Inside the folder of the release"),
      bytes: z.int().positive(),
      sha256: Sha256,
    }),
  ),
});
export type ClaimsDocument = z.infer<typeof ClaimsDocument>;

/** `claims/codes/2251.json`: rows of each table from one beginning of the first field to the next, as the whole tables have them. */
export const ClaimsSlice = z.strictObject({
  ...header("claims-slice"),
  of: Sliced,
  from: From,
  rows: z.record(z.string(), z.array(Fields)).describe("By the name of the table; none of a table without such a row"),
});
export type ClaimsSlice = z.infer<typeof ClaimsSlice>;
