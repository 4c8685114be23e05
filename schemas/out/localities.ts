import { z } from "zod";
import { DecimalText, DollarText, HcpcsText, LocalityKey, Sha256 } from "../text.ts";
import { FactorInForce, FileRefs, header, RuleTexts } from "./common.ts";

/** One payment locality with its indices. */
export const LocalityRow = z.strictObject({
  locality: LocalityKey,
  mac: z.string().regex(/^\d{5}$/),
  number: z.string().regex(/^\d{2}$/),
  state: z.string().nullable(),
  name: z.string(),
  workGpci: DecimalText.describe("The index used: with the 1.0 floor where CMS prints both"),
  workGpciColumn: z.enum(["workGpciWithFloor", "workGpciUnstated"]).describe("Column of `files` that it was read from"),
  workGpciWithoutFloor: DecimalText.nullable(),
  peGpci: DecimalText,
  mpGpci: DecimalText,
  row: z.int().positive().describe("Row of the GPCI file; the columns are in `files`"),
});
export type LocalityRow = z.infer<typeof LocalityRow>;

/** `localities.json`: every locality. */
export const LocalitiesDocument = z.strictObject({
  ...header("localities"),
  files: FileRefs,
  rows: z.array(LocalityRow),
});

/** One line of `locality-amounts.ndjson`. */
export const LocalityAmountsLine = z.strictObject({
  hcpcs: HcpcsText,
  modifier: z.enum(["", "26", "TC", "53"]),
  row: z.int().positive(),
  nonFacility: z.array(DollarText).describe("One amount a locality, in the order of the index"),
  facility: z.array(DollarText).describe("One amount a locality, in the order of the index"),
});

/** `locality-amounts.index.json`: where each line of the bulk file stands, and what its arrays mean. */
export const LocalityAmountsIndex = z.strictObject({
  ...header("locality-amounts-index"),
  bulkFile: z.strictObject({ path: z.string(), bytes: z.int(), sha256: Sha256 }),
  files: FileRefs,
  rules: RuleTexts,
  conversionFactor: FactorInForce,
  localities: z.array(LocalityKey).describe("Order of the amounts in every line"),
  lines: z.array(
    z.strictObject({ hcpcs: HcpcsText, modifier: z.string(), offset: z.int(), bytes: z.int().positive() }),
  ),
});
