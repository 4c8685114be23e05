import * as z from "zod";
import { cell, hcpcsCell, paddedDigits } from "./cells.ts";

/** One letter or digit, or blank: indicators are names, not numbers. */
const indicator = z.string().regex(/^[0-9A-Z]?$/, "one digit or letter, or blank");

/**
 * One code and modifier in one locality of CMS's payment amount file (record layout PF25PC.pdf). Files from before 2011
 * do not have the optional fields.
 */
export const PaymentAmountRow = z.object({
  year: z.string().regex(/^(19|20)\d{2}$/, "a calendar year such as 2025"),
  mac: paddedDigits(5),
  locality: paddedDigits(2),
  hcpcs: hcpcsCell,
  modifier: z.enum(["", "26", "TC", "53"], "26, TC, 53 or blank"),
  nonFacility: cell.cents,
  facility: cell.cents,
  filler: z.literal("", "blank: the record layout calls the field a filler"),
  pctcIndicator: indicator,
  status: z.string().regex(/^[A-Z]$/, "one letter, such as A"),
  multipleSurgery: indicator.optional(),
  therapyNonInstitutional: cell.cents.optional(),
  therapyInstitutional: cell.cents.optional(),
  oppsIndicator: z.enum(["1", "9"], "1 (with OPPS amounts) or 9 (without)").optional(),
  oppsNonFacility: cell.cents.optional(),
  oppsFacility: cell.cents.optional(),
});
export type PaymentAmountRow = z.infer<typeof PaymentAmountRow>;
