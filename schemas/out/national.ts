import * as z from "zod";
import { DecimalText, DollarText, HcpcsText } from "../text.ts";
import { FactorInForce, FileRefs, header, QualifyingTrack, RuleTexts } from "./common.ts";

/** National amounts of one priced row for qualifying APM participants, since 2026; null where CMS's QPP file lacks it. */
const QualifyingApm = z.strictObject({
  nonFacilityAmount: DollarText.nullable(),
  facilityAmount: DollarText.nullable(),
  row: z.int().positive().optional().describe("Row of CMS's QPP file, where the amounts were computed from it"),
});

/** National amounts of one row at the OPPS cap. */
const OppsCap = z.strictObject({ nonFacilityAmount: DollarText, facilityAmount: DollarText });

/** One row of the relative value file with its national amounts. */
export const NationalRow = z.strictObject({
  hcpcs: HcpcsText,
  modifier: z.enum(["", "26", "TC", "53"]),
  status: z.string(),
  priceState: z.string().describe("`priced`, or the machine-readable reason why there is no amount"),
  condition: z.enum(["restricted-coverage", "only-if-nothing-else-is-billed"]).optional(),
  nonFacilityAmount: DollarText.nullable().describe("Dollars, all GPCIs 1; null unless priced"),
  facilityAmount: DollarText.nullable().describe("Dollars, all GPCIs 1; null unless priced"),
  qualifyingApm: QualifyingApm.optional(),
  oppsCap: OppsCap.optional().describe(
    "Amounts at the OPPS cap on imaging, all GPCIs 1. The amounts above are uncapped, as CMS publishes them; the lower of the two is payable. For contractor-priced rows the contractor's price cannot exceed it",
  ),
  nonFacilityNa: z.boolean().describe("CMS: rarely or never done outside a facility. The amount stands all the same"),
  facilityNa: z.boolean().describe("CMS: rarely or never done in a facility. The amount stands all the same"),
  notUsedForMedicare: z
    .boolean()
    .nullable()
    .describe(
      "CMS prints relative value units that Medicare does not use; null when read from txt, which does not say",
    ),
  workRvu: DecimalText,
  nonFacilityPeRvu: DecimalText,
  facilityPeRvu: DecimalText,
  mpRvu: DecimalText,
  nonFacilityTotal: DecimalText,
  facilityTotal: DecimalText,
  pctcIndicator: z.string(),
  globalDays: z.string(),
  preOp: DecimalText.describe(
    "Share of the global period's payment before, in and after surgery; 0.00 where it has none",
  ),
  intraOp: DecimalText,
  postOp: DecimalText,
  multipleProcedure: z.string(),
  bilateralSurgery: z.string(),
  assistantAtSurgery: z.string(),
  coSurgeons: z.string(),
  teamSurgery: z.string(),
  pricingIndicator: z.string().nullable().describe("null in years whose file has no such column"),
  endoscopicBase: z.string(),
  physicianSupervision: z.string(),
  imagingFamily: z.string(),
  row: z.int().positive().describe("Row of the relative value file; the columns are in `files`"),
});
export type NationalRow = z.infer<typeof NationalRow>;

/** `national.json`: every row of the relative value file. */
export const NationalDocument = z.strictObject({
  ...header("national"),
  files: FileRefs,
  rules: RuleTexts,
  conversionFactor: FactorInForce,
  qualifyingApm: QualifyingTrack.optional(),
  rows: z.array(NationalRow),
});
