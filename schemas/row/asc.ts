import * as z from "zod";
import { hcpcsCell, optional, optionalPercent, paddedDigitsOrBlank } from "./cells.ts";

/** Payment indicator such as G2 or N1. CMS printed one `k5` in 2026: the case is mended, the meaning is the same. */
const paymentIndicator = z.codec(z.string(), z.string(), {
  decode: (text, ctx) => {
    if (/^[A-Za-z][0-9]$/.test(text)) return text.toUpperCase();
    ctx.issues.push({ code: "custom", input: text, message: "an ASC payment indicator such as G2 or N1" });
    return z.NEVER;
  },
  encode: (text) => text,
});

/** One row of ASC Addendum AA (surgical procedures). */
export const AscSurgicalRow = z.object({
  hcpcs: hcpcsCell,
  mark: z.string().optional(),
  multipleProcedureDiscount: z.enum(["Y", "N"]),
  paymentIndicator,
  paymentWeight: optional.weight,
  paymentRate: optional.cents,
  commentIndicator: z.string().optional(),
});
export type AscSurgicalRow = z.infer<typeof AscSurgicalRow>;

/** One row of ASC Addendum BB (ancillary services). */
export const AscAncillaryRow = z.object({
  hcpcs: hcpcsCell,
  mark: z.string().optional(),
  passThroughExpiration: z.string().optional(),
  paymentIndicator,
  paymentWeight: optional.weight,
  paymentRate: optional.cents,
  adjustedCopayment: optional.cents.optional(),
  commentIndicator: z.string().optional(),
});
export type AscAncillaryRow = z.infer<typeof AscAncillaryRow>;

/** One row of ASC Addendum FF (device offsets). Its OPPS rate is not Addendum B's: comprehensive packaging is taken out. */
export const AscDeviceRow = z.object({
  hcpcs: hcpcsCell,
  mark: z.string().optional(),
  paymentIndicator,
  apc: paddedDigitsOrBlank(4),
  apcDeviceOffset: optionalPercent.optional(),
  oppsRate: optional.cents,
  deviceOffset: optionalPercent,
  devicePortion: optional.cents,
});
export type AscDeviceRow = z.infer<typeof AscDeviceRow>;

/** One code of ASC Addendum EE: excluded from payment in ASCs. */
export const AscExcludedRow = z.object({ hcpcs: hcpcsCell });
export type AscExcludedRow = z.infer<typeof AscExcludedRow>;

/** One payment indicator with CMS's own words for it (ASC Addendum DD1). */
export const AscIndicatorRow = z.object({ indicator: paymentIndicator, definition: z.string().min(1, "a definition") });
export type AscIndicatorRow = z.infer<typeof AscIndicatorRow>;
