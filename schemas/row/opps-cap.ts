import * as z from "zod";
import { cell, paddedDigits } from "./cells.ts";

/**
 * One code and modifier in one locality: the price that CMS caps at the OPPS rate (OPPSCAP). In 2011 and 2012 CMS printed
 * the modifier glued to the code and no column for it: G0120TC.
 */
export const OppsCapRow = z.object({
  hcpcs: z.string().regex(/^[0-9A-Z]{5}(TC|26)?$/, "a HCPCS code, with or without its modifier"),
  modifier: z.enum(["", "26", "TC"]).optional(),
  status: z.string().regex(/^[A-Z]$/, "one status letter"),
  mac: paddedDigits(5),
  locality: paddedDigits(2),
  facilityPrice: cell.cents,
  nonFacilityPrice: cell.cents,
});
export type OppsCapRow = z.infer<typeof OppsCapRow>;
