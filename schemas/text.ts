import * as z from "zod";
import { HCPCS_CODE, LOCALITY_KEY } from "./names.ts";

/** Exact decimal text, never a float: "1773.92". */
export const DecimalText = z.string().regex(/^\d+(\.\d+)?$/);
/** Dollars as exact decimal text with two decimals or more. */
export const DollarText = z.string().regex(/^\d+\.\d{2,4}$/);
/** ISO calendar day. */
export const Day = z.iso.date();
/** Days of service, both ends included. */
export const Window = z.strictObject({ from: Day, to: Day });
export type Window = z.infer<typeof Window>;
/** SHA-256 in lower-case hexadecimal. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** Five characters, digits and capitals: CPT, HCPCS level II, and placeholders such as GXXX1. */
export const HcpcsText = z.string().regex(HCPCS_CODE);
/**
 * Release name with CMS's letters: 2026A is RVU26A; 2022D-opps1 is 2022D with the first revision of Addendum B;
 * 2027A-proposed has the addenda of the proposed rule for 2027.
 */
export const ReleaseId = z.string().regex(/^\d{4}[A-Z][A-Z0-9]*((-(pfs|opps|asc)\d+)*|-(proposed|final))$/);
/** MAC and locality number as seven digits of text, leading zeros kept: 0111205. */
export const LocalityKey = z.string().regex(LOCALITY_KEY);

/** Where a rule or figure comes from. */
export const Citation = z.strictObject({
  title: z.string(),
  href: z.url().optional(),
});
export type Citation = z.infer<typeof Citation>;
