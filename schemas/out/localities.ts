import * as z from "zod";
import { publishedShape } from "../row/catalogue.ts";
import { GPCI } from "../row/gpci.ts";
import { DecimalText, LocalityKey } from "../text.ts";
import { QUOTABLE, RowNumber, tableDocument } from "./common.ts";

const { mac, state, ...indices } = publishedShape(GPCI);

/** One payment locality with its GPCIs. */
export const LocalityRow = z.strictObject({
  locality: LocalityKey,
  mac,
  number: z.string().regex(/^\d{2}$/),
  state,
  name: z.string(),
  workGpci: DecimalText.describe("The index that amounts use: with the 1.0 floor where CMS prints both"),
  workGpciColumn: z.enum(["workGpciWithFloor", "workGpciUnstated"]).describe("Column of `files` that it was read from"),
  ...indices,
  row: RowNumber.describe("Row of the GPCI file; the columns are in `files`"),
  ...QUOTABLE,
});
export type LocalityRow = z.infer<typeof LocalityRow>;

/** `localities.json`: every locality. */
export const LocalitiesDocument = tableDocument("localities", LocalityRow);
