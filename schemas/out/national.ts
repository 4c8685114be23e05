import * as z from "zod";
import { publishedShape } from "../row/catalogue.ts";
import { PFS_RVU } from "../row/pfs-rvu.ts";
import { DecimalText, DollarText } from "../text.ts";
import { CellRef, FactorInForce, FileRefs, header, QUOTABLE, QualifyingTrack, RuleTexts } from "./common.ts";

/** National amounts of one row for qualifying APM participants, since 2026; null where CMS's QPP file lacks the row. */
const QualifyingApm = z.strictObject({
  nonFacility: DollarText.nullable(),
  facility: DollarText.nullable(),
  row: z.int().positive().optional().describe("Row of CMS's QPP file, if the amounts were computed from it"),
});

/** National amounts of one row at the OPPS cap, with the RVUs that they come from. */
const OppsCap = z.strictObject({
  nonFacility: DollarText,
  facility: DollarText,
  workRvu: DecimalText.describe("Of this row, or of the 26 row"),
  nonFacilityPeRvu: DecimalText,
  facilityPeRvu: DecimalText,
  mpRvu: DecimalText,
});

const { hcpcs, modifier, status, ...columns } = publishedShape(PFS_RVU);

/** One row of the relative value file with its national amounts. */
export const NationalRow = z.strictObject({
  hcpcs,
  modifier,
  status,
  priceState: z.string().describe("`priced`, or the machine-readable reason why there is no amount"),
  condition: z.enum(["restricted-coverage", "only-if-nothing-else-is-billed"]).optional(),
  nonFacility: DollarText.nullable().describe("Dollars, all GPCIs 1; null unless priced"),
  facility: DollarText.nullable().describe("Dollars, all GPCIs 1; null unless priced"),
  qualifyingApm: QualifyingApm.optional(),
  oppsCap: OppsCap.optional().describe(
    "Amounts at the OPPS cap on imaging, all GPCIs 1. The amounts above are without the cap, as CMS publishes them; the lower of the two is payable. A contractor's price cannot exceed the cap",
  ),
  ...columns,
  row: z.int().positive().describe("Row of the relative value file; the columns are in `files`"),
  ...QUOTABLE,
  qpp: z.strictObject(QUOTABLE).optional().describe("The same for the row of CMS's QPP file, which has the same RVUs"),
});
export type NationalRow = z.infer<typeof NationalRow>;

/** `national.json`: every row of the relative value file. */
export const NationalDocument = z.strictObject({
  ...header("national"),
  files: FileRefs,
  rules: RuleTexts,
  conversionFactor: FactorInForce,
  qualifyingApm: QualifyingTrack.optional(),
  qualifyingCell: CellRef.optional().describe("First cell of the conversion factor in CMS's QPP file"),
  rows: z.array(NationalRow),
});
