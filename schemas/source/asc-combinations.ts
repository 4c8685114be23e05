import * as z from "zod";
import { Citation, HcpcsText } from "../text.ts";

/** A code with which an ASC bills two procedures together, and its parts. */
const AscCombination = z.strictObject({
  code: HcpcsText,
  primary: HcpcsText,
  secondary: HcpcsText.describe("Add-on procedure, which has no rate of its own"),
});
export type AscCombination = z.infer<typeof AscCombination>;

/** `asc-combinations.json`. */
export const AscCombinations = z.strictObject({
  title: z.string(),
  note: z.string(),
  cites: z.array(Citation),
  unknown: z.strictObject({ codes: z.array(HcpcsText), why: z.string() }),
  combinations: z.array(AscCombination).min(1),
});
export type AscCombinations = z.infer<typeof AscCombinations>;
