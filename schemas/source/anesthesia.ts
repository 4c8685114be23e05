import * as z from "zod";
import { Citation, HcpcsText } from "../text.ts";

/** `anesthesia.json`. */
export const AnesthesiaTime = z.strictObject({
  note: z.string(),
  withoutTime: z.array(HcpcsText),
  cites: z.array(Citation).min(1),
});
export type AnesthesiaTime = z.infer<typeof AnesthesiaTime>;
