import * as z from "zod";
import { cell, paddedDigits } from "./cells.ts";

/** Modifier glued to the code, as CMS printed it in 2011 and 2012: G0120TC. */
const GLUED = /^([0-9A-Z]{5})(TC|26)$/;

const printed = z.object({
  hcpcs: z.string().regex(/^[0-9A-Z]{5}(TC|26)?$/, "a HCPCS code, with or without its modifier"),
  modifier: z.enum(["", "26", "TC"]).optional(),
  status: z.string().regex(/^[A-Z]$/, "one status letter"),
  mac: paddedDigits(5),
  locality: paddedDigits(2),
  facilityPrice: cell.cents,
  nonFacilityPrice: cell.cents,
});

/** One code and modifier in one locality: the price that CMS caps at the OPPS rate (OPPSCAP). */
export const OppsCapRow = printed.transform((row) => {
  const [, hcpcs = row.hcpcs, glued = ""] = GLUED.exec(row.hcpcs) ?? [];
  return { ...row, hcpcs, modifier: row.modifier || (glued as "" | "26" | "TC") };
});
export type OppsCapRow = z.infer<typeof OppsCapRow>;
/** The row's fields as printed, for the test that keeps layout and schema equal. */
export const OPPS_CAP_FIELDS = printed;
