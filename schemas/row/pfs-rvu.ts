import * as z from "zod";
import { cell, hcpcsCell, markCell } from "./cells.ts";

/** No modifier, professional component, technical component, discontinued procedure: all that CMS lists a code with. */
export const MODIFIERS = ["", "26", "TC", "53"] as const;

/**
 * One row of the PPRRVU file (CMS record layout RVU26B.pdf), cell text in, units out.
 * Indicators stay text as printed: they are names, not numbers.
 */
export const PfsRvuRow = z.object({
  hcpcs: hcpcsCell,
  /** One of `MODIFIERS`, which a check sees to. */
  modifier: z.string().regex(/^([0-9A-Z]{2})?$/, "blank or a modifier of two characters"),
  status: z.string().regex(/^[A-Z]$/, "one status letter"),
  /** CMS's txt leaves this column out. */
  notUsedForMedicare: markCell("+").optional(),
  workRvu: cell.rvu,
  nonFacilityPeRvu: cell.rvu,
  nonFacilityNa: markCell("NA"),
  facilityPeRvu: cell.rvu,
  facilityNa: markCell("NA"),
  mpRvu: cell.rvu,
  nonFacilityTotal: cell.rvu,
  facilityTotal: cell.rvu,
  pctcIndicator: z.string(),
  globalDays: z.string(),
  preOp: cell.rvu,
  intraOp: cell.rvu,
  postOp: cell.rvu,
  multipleProcedure: z.string(),
  bilateralSurgery: z.string(),
  assistantAtSurgery: z.string(),
  coSurgeons: z.string(),
  teamSurgery: z.string(),
  pricingIndicator: z.string().optional(),
  endoscopicBase: z.string(),
  conversionFactor: cell.factor,
  physicianSupervision: z.string(),
  calculationFlag: z.string(),
  imagingFamily: z.string(),
  oppsNonFacilityPeRvu: cell.rvu,
  oppsFacilityPeRvu: cell.rvu,
  oppsMpRvu: cell.rvu,
});
export type PfsRvuRow = z.infer<typeof PfsRvuRow>;
