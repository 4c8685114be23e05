import * as z from "zod";
import { ADDENDUM_B } from "../row/addendum-b.ts";
import { ASC_AA, ASC_MARK } from "../row/asc.ts";
import { publishedShape } from "../row/catalogue.ts";
import { DollarText, HcpcsText } from "../text.ts";
import { AmountOrReason, FileRefs, header, noAmount, QUOTABLE, RowNumber, RuleTexts, tableDocument } from "./common.ts";

const { hcpcs, statusIndicator, ...addendumB } = publishedShape(ADDENDUM_B);

/** One row of OPPS Addendum B. */
export const OppsRow = z.strictObject({
  hcpcs,
  statusIndicator,
  state: z.string().describe("`rated`, `rated-unless-packaged`, or the machine-readable reason why there is no rate"),
  ...addendumB,
  row: RowNumber,
  ...QUOTABLE,
});
export type OppsRow = z.infer<typeof OppsRow>;

/** `opps.json`. */
export const OppsDocument = tableDocument("opps", OppsRow);

const { hcpcs: _, paymentIndicator, multipleProcedureDiscount, ...addendaAaBb } = publishedShape(ASC_AA);

/** One row of ASC Addendum AA or BB. */
export const AscRow = z.strictObject({
  hcpcs,
  addendum: z.enum(["AA", "BB"]),
  paymentIndicator,
  state: z.string().describe("`rated`, or the machine-readable reason why there is no rate"),
  multipleProcedureDiscount: multipleProcedureDiscount.describe(
    "Null in Addendum BB, which does not have it, and where the cell is blank",
  ),
  ...addendaAaBb,
  mark: ASC_MARK,
  row: RowNumber,
  ...QUOTABLE,
});
export type AscRow = z.infer<typeof AscRow>;

/** `asc.json`. */
export const AscDocument = tableDocument("asc", AscRow);

/** The physician's row, and CMS's NA mark on it. */
const physicianRow = {
  modifier: z.literal("26").optional().describe("The physician is paid the professional component there"),
  na: z.literal(true).optional().describe("CMS: rarely or never done at this kind of site"),
};
/** A physician's amount, or the reason why there is none. */
const Physician = z.union([
  z.strictObject({ value: DollarText, ...physicianRow }),
  z.strictObject({ ...noAmount, ...physicianRow }),
]);
export type SitePhysician = z.infer<typeof Physician>;

const beside = {
  conditional: z.literal(true).optional().describe("Paid only when no other service on the claim packages it"),
  facility: Physician.describe("Fee schedule amount at the facility rate, also paid to the physician"),
  total: AmountOrReason.describe("The facility's rate and the physician's amount"),
};

/** National payment for one code at each site. */
export const SiteOfServiceRow = z.strictObject({
  hcpcs: HcpcsText,
  office: z.strictObject({ nonFacility: Physician.describe("Fee schedule amount at the non-facility rate") }),
  hopd: z.strictObject({ oppsRate: AmountOrReason, ...beside }),
  asc: z.strictObject({ ascRate: AmountOrReason, ...beside }),
});
export type SiteOfServiceRow = z.infer<typeof SiteOfServiceRow>;

/** `site-of-service.json`. */
export const SiteOfServiceDocument = z.strictObject({
  ...header("site-of-service"),
  files: FileRefs.describe(
    "Files of the amounts, and their origin: physician and office from `rvu`, hopd from `addendum-b`, asc from `asc-aa` and `asc-bb`",
  ),
  rules: RuleTexts,
  rows: z.array(SiteOfServiceRow),
});
