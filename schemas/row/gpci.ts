import * as z from "zod";
import { cell, optional, paddedDigits } from "./cells.ts";

/** One locality of the GPCI file (Addendum E). Leading zeros that a spreadsheet ate are put back. */
export const GpciRow = z.object({
  mac: paddedDigits(5),
  state: z.string().optional(),
  locality: paddedDigits(2),
  localityName: z.string().min(1, "a locality name"),
  workGpciWithFloor: optional.gpci.optional(),
  workGpciWithoutFloor: optional.gpci.optional(),
  workGpciUnstated: optional.gpci.optional(),
  peGpci: cell.gpci,
  mpGpci: cell.gpci,
});
export type GpciRow = z.infer<typeof GpciRow>;
