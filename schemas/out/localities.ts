import * as z from "zod";
import { publishedShape } from "../row/catalogue.ts";
import { GPCI } from "../row/gpci.ts";
import { QualifyingBasis } from "../source/parameters.ts";
import { DecimalText, DollarText, HcpcsText, LocalityKey, Sha256 } from "../text.ts";
import { FactorInForce, FileRefs, header, QUOTABLE, RowNumber, RuleTexts, tableDocument } from "./common.ts";

const { mac, state, ...indices } = publishedShape(GPCI);

/** One payment locality with its GPCIs. */
export const LocalityRow = z.strictObject({
  locality: LocalityKey,
  mac,
  number: z.string().regex(/^\d{2}$/),
  state,
  name: z.string(),
  workGpci: DecimalText.describe("The index that amounts use: with the 1.0 floor where CMS prints both"),
  workGpciColumn: z.enum(["workGpciWithFloor", "workGpciUnstated"]).describe("Column of `files` that it was read from"),
  ...indices,
  row: RowNumber.describe("Row of the GPCI file; the columns are in `files`"),
  ...QUOTABLE,
});
export type LocalityRow = z.infer<typeof LocalityRow>;

/** `localities.json`: every locality. */
export const LocalitiesDocument = tableDocument("localities", LocalityRow);

/** One line of a bulk file: `locality-amounts.ndjson`, `opps-cap.ndjson`, `locality-amounts.qualifying-apm.ndjson`. */
export const LocalityAmountsLine = z.strictObject({
  hcpcs: HcpcsText,
  modifier: z.enum(["", "26", "TC", "53"]),
  row: RowNumber,
  nonFacility: z.array(DollarText).describe("One amount for each locality, in the order of the index"),
  facility: z.array(DollarText).describe("One amount for each locality, in the order of the index"),
});

export type LocalityAmountsLine = z.infer<typeof LocalityAmountsLine>;

/** The index of each bulk file: where each line is, and what the arrays mean. */
export const LocalityAmountsIndex = z.strictObject({
  ...header("locality-amounts-index"),
  kind: z
    .enum(["fee-schedule", "opps-capped", "qualifying-apm"])
    .describe(
      "`fee-schedule` amounts are without the OPPS cap, as CMS publishes them; `opps-capped` amounts are at the cap",
    ),
  basis: QualifyingBasis.optional().describe("Input of the amounts for qualifying APM participants"),
  bulkFile: z.strictObject({
    path: z.string(),
    bytes: z.int(),
    sha256: Sha256,
    blocks: z
      .strictObject({ blockBytes: z.int().positive(), sha256: z.array(Sha256) })
      .optional()
      .describe(
        "Hash of each block of `blockBytes` bytes; the last one is shorter. The blocks of a line verify it. Since 2.4.0",
      ),
  }),
  files: FileRefs,
  rules: RuleTexts,
  conversionFactor: FactorInForce,
  localities: z.array(LocalityKey).describe("Order of the amounts in every line"),
  lines: z.array(
    z.strictObject({ hcpcs: HcpcsText, modifier: z.string(), offset: z.int(), bytes: z.int().positive() }),
  ),
});
export type LocalityAmountsIndex = z.infer<typeof LocalityAmountsIndex>;
