import * as z from "zod";
import { MODIFIERS } from "../names.ts";
import { formatScaled, parseScaled } from "../scaled.ts";
import { SCALE } from "../units.ts";
import { hcpcsCell, paddedDigits } from "./cells.ts";

type TextCell = z.ZodType<string, string>;

/** A number as text with all decimals of its unit: "1" is "1.000" as a GPCI. */
function number(scale: number): TextCell {
  return z.string().transform((text, ctx) => {
    const value = parseScaled(text, scale);
    if (value !== undefined) return formatScaled(value, scale);
    ctx.addIssue({ code: "custom", message: `a number with at most ${scale} decimals` });
    return z.NEVER;
  });
}

/** Dollars such as "$1,234.56", without sign and commas; NA where CMS marks the setting NA. */
const dollars: TextCell = z
  .string()
  .regex(/^(NA|\$?(\d{1,3}(,\d{3})+|\d+)\.\d{2})$/, "dollars such as $1,234.56, or NA")
  .transform((text) => text.replace(/[$,]/g, ""));
const mark: TextCell = z.enum(["NA", ""], "NA or blank");
const indicator: TextCell = z.string().regex(/^[0-9A-Z+]{0,5}$/, "an indicator of at most five characters, or blank");
/** A descriptor, which belongs to the AMA: never read. */
const unread: TextCell = z.string().transform(() => "");

/** The columns of an export of CMS's Physician Fee Schedule Look-Up Tool: heading, and how a cell is read. */
export const LOOK_UP = {
  hcpcs: ["HCPCS Code", hcpcsCell],
  modifier: ["Modifier", z.enum(MODIFIERS, "26, TC, 53 or blank")],
  descriptor: ["Short Description", unread],
  locality: ["Mac Locality", paddedDigits(7)],
  nonFacilityPrice: ["Non-Facility Price", dollars],
  facilityPrice: ["Facility Price", dollars],
  nonFacilityLimit: ["Non-Facility Limiting Charge", dollars],
  facilityLimit: ["Facility Limiting Charge", dollars],
  workGpci: ["GPCI Work", number(SCALE.gpci)],
  peGpci: ["GPCI PE", number(SCALE.gpci)],
  mpGpci: ["GPCI MP", number(SCALE.gpci)],
  status: ["Proc Stat", z.string().regex(/^[A-Z]$/, "one letter, such as A")],
  workRvu: ["Work RVU", number(SCALE.rvu)],
  nonFacilityNa: ["NA Flag for Trans Non-FAC PE RVU", mark],
  nonFacilityPeRvu: ["Transitioned Non-FAC PE RVU", number(SCALE.rvu)],
  fullNonFacilityNa: ["NA Flag for Fully IMP Non-FAC PE RVU", mark],
  fullNonFacilityPeRvu: ["Fully Implemented Non-FAC PE RVU", number(SCALE.rvu)],
  facilityNa: ["NA Flag for Trans facility PE RVU", mark],
  facilityPeRvu: ["Transitioned Facility PE RVU", number(SCALE.rvu)],
  fullFacilityNa: ["NA Flag for Fully IMP FAC PE RVU", mark],
  fullFacilityPeRvu: ["Fully Implemented Facility PE RVU", number(SCALE.rvu)],
  mpRvu: ["MP RVU", number(SCALE.rvu)],
  nonFacilityTotal: ["Transitioned Non-FAC Total", number(SCALE.rvu)],
  facilityTotal: ["Transitioned Facility Total", number(SCALE.rvu)],
  fullNonFacilityTotal: ["Fully Implemented Non-Fac Total", number(SCALE.rvu)],
  fullFacilityTotal: ["Fully Implemented Facility Total", number(SCALE.rvu)],
  pctcIndicator: ["PCTC", indicator],
  globalDays: ["Global", indicator],
  preOp: ["Pre Op", number(SCALE.rvu)],
  intraOp: ["Intra Op", number(SCALE.rvu)],
  postOp: ["Post Op", number(SCALE.rvu)],
  multipleProcedure: ["Mult Surg", indicator],
  bilateralSurgery: ["Bilt Surg", indicator],
  assistantAtSurgery: ["Asst Surg", indicator],
  coSurgeons: ["Co Surg", indicator],
  teamSurgery: ["Team Surg", indicator],
  physicianSupervision: ["Phys Supv", indicator],
  endoscopicBase: ["Endobase", indicator],
  conversionFactor: ["Conv Fact", number(SCALE.factor)],
  notUsedForMedicare: ["Not Used for Medicare", indicator],
  imagingFamily: ["Diag Imaging Family Ind", indicator],
  oppsNonFacility: ["Opps Non-Facility Payment Amount", dollars],
  oppsFacility: ["Opps Facility Payment Amount", dollars],
  oppsNonFacilityPeRvu: ["Non-Fac PE Used For Opps PMT AMT", number(SCALE.rvu)],
  oppsFacilityPeRvu: ["Facility PE Used For Opps PMT AMT", number(SCALE.rvu)],
  oppsMpRvu: ["Malpractice Used For Opps PMT AMT", number(SCALE.rvu)],
} as const satisfies Readonly<Record<string, readonly [heading: string, cell: TextCell]>>;

export type LookUpField = keyof typeof LOOK_UP;
/** All columns, in the tool's order. */
export const LOOK_UP_FIELDS = Object.keys(LOOK_UP) as LookUpField[];

/** One code and modifier in one locality. Two cells mean the same exactly when their texts are equal. */
export type LookUpRow = Readonly<Record<LookUpField, string>>;
const cells: Record<string, TextCell> = Object.fromEntries(LOOK_UP_FIELDS.map((field) => [field, LOOK_UP[field][1]]));
export const LookUpRow = z.object(cells) as unknown as z.ZodType<LookUpRow, Readonly<Record<LookUpField, string>>>;
