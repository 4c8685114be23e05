import * as z from "zod";
import { hcpcsCell, optional, paddedDigitsOrBlank } from "./cells.ts";

/** One row of OPPS Addendum B. Blank and "." both mean none. */
export const AddendumBRow = z.object({
  hcpcs: hcpcsCell,
  statusIndicator: z.string().regex(/^[A-Z][0-9]?$/, "an OPPS status indicator such as J1 or N"),
  apc: paddedDigitsOrBlank(4),
  relativeWeight: optional.weight,
  paymentRate: optional.fine,
  nationalCopayment: optional.fine,
  minimumCopayment: optional.fine,
  iraCoinsurance: z.string().optional(),
  adjustedCopayment: optional.fine.optional(),
  passThroughExpiration: z.string().optional(),
  note: z.string().optional(),
  changeMark: z.string().optional(),
});
export type AddendumBRow = z.infer<typeof AddendumBRow>;
