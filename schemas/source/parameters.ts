import * as z from "zod";
import { Citation, Day, DecimalText, DollarText, ReleaseId } from "../text.ts";

/** Which clinicians a PFS conversion factor is for. Until 2025 there was one factor for all. */
export const Track = z.enum(["all-clinicians", "non-qualifying-apm", "qualifying-apm"]);
export type Track = z.infer<typeof Track>;

/** The input of the amounts for qualifying APM participants. */
export const QualifyingBasis = z.enum(["qpp-file", "computed-from-non-qualifying-file"]);
export type QualifyingBasis = z.infer<typeof QualifyingBasis>;

/** An expected conversion factor with its days of service. */
export const ConversionFactorEntry = z.strictObject({
  schedule: z.enum(["pfs", "opps", "asc"]),
  track: Track.optional().describe("PFS only"),
  value: DecimalText,
  from: Day,
  to: Day,
  publication: z.string().optional().describe("The only publication with this factor, where it differs from the law"),
  neverApplied: z.literal(true).optional().describe("Printed by CMS and replaced before the first day of service"),
  cites: z.array(Citation).min(1),
  note: z.string().optional(),
});
export type ConversionFactorEntry = z.infer<typeof ConversionFactorEntry>;
export const ConversionFactors = z.strictObject({ note: z.string(), factors: z.array(ConversionFactorEntry) });

/** CMS's budget neutrality adjustment from OPPS to ASC weights, with its days of service. */
const AscScalar = z.strictObject({ value: DecimalText, from: Day, to: Day, cites: z.array(Citation).min(1) });
export const AscScalars = z.strictObject({ note: z.string(), scalars: z.array(AscScalar) });

/** The inputs of ASC rates of office-based procedures, with their days of service. */
export const AscOfficeBasis = z.strictObject({
  from: Day,
  to: Day,
  practiceExpense: z
    .enum(["technical-else-global", "global", "any"])
    .describe("Row of the relative value file; `any` where CMS used older RVUs"),
  track: Track.describe("Track of the PFS conversion factor that it is multiplied by"),
  rescaledFrom: DecimalText.optional().describe(
    "Conversion factor of an earlier, rounded rate that CMS rescaled instead of computing it again",
  ),
  reason: z.string(),
  cites: z.array(Citation).min(1),
});
export type AscOfficeBasis = z.infer<typeof AscOfficeBasis>;
export const AscOfficeBases = z.strictObject({ note: z.string(), bases: z.array(AscOfficeBasis) });

/** Figures that must always be right, with their arithmetic. */
export const KnownFigure = z.strictObject({
  release: ReleaseId,
  hcpcs: z.string(),
  totalRvu: DecimalText,
  nonFacility: DollarText,
  oppsRate: DollarText.nullable(),
  ascRate: DollarText.nullable(),
  facility: DollarText,
  arithmetic: z.string(),
});
export type KnownFigure = z.infer<typeof KnownFigure>;
export const KnownFigures = z.strictObject({ note: z.string(), figures: z.array(KnownFigure) });

/** A row that is known to break a check, why, and who says so. Fails the build when it is no longer needed. */
export const Exception = z.strictObject({
  check: z.string(),
  publication: z.string().describe("Label of the publication, for example RVU25A or asc 2026Q1"),
  revision: z
    .int()
    .positive()
    .optional()
    .describe("Revision of the publication, where another one does not need the exception"),
  key: z.string(),
  reason: z.string(),
  source: z.string(),
});
export type Exception = z.infer<typeof Exception>;
export const Exceptions = z.strictObject({ note: z.string(), exceptions: z.array(Exception) });

/** Meaning of one indicator. */
const Indicator = z.strictObject({
  code: z.string(),
  state: z.string().describe("Machine-readable state; `priced` or `rated` where a payment amount can exist"),
  meaning: z.string(),
  wageAdjusted: z.boolean().optional().describe("OPPS and ASC: whether the area's wage index adjusts the rate"),
  prints: z
    .enum(["weight and rate", "rate", "nothing"])
    .optional()
    .describe("ASC only: what every row with this indicator prints; absent where rows differ"),
});

export const Indicators = z.strictObject({
  title: z.string(),
  source: z.string(),
  wageAdjustment: z.string().optional().describe("Who says which indicators are wage-adjusted"),
  indicators: z.array(Indicator),
});

/** Body region of a range of surgical codes, both ends included. */
export const RegionRange = z.strictObject({
  from: z.string().regex(/^\d{5}$/),
  to: z.string().regex(/^\d{5}$/),
  region: z.string(),
  system: z.string(),
  source: z.string(),
});
export type RegionRange = z.infer<typeof RegionRange>;
export const Regions = z.strictObject({
  title: z.string(),
  note: z.string(),
  sources: z.array(z.strictObject({ id: z.string(), title: z.string(), href: z.url(), note: z.string() })),
  ranges: z.array(RegionRange),
});
export type Regions = z.infer<typeof Regions>;

/** The labour share of one facility schedule: the part of a rate that the wage index adjusts. */
export const LabourShare = z.strictObject({
  schedule: z.enum(["opps", "asc"]),
  percent: z.int().min(1).max(99),
  cites: z.array(Citation).min(1),
});
export type LabourShare = z.infer<typeof LabourShare>;
export const WageAdjustment = z.strictObject({ note: z.string(), labourShares: z.array(LabourShare) });

/** The reduction of practice expense for the second and later therapy services of a day. */
export const TherapyReduction = z.strictObject({
  from: Day,
  to: Day,
  nonInstitutionalPercent: z.int().min(1).max(99),
  institutionalPercent: z.int().min(1).max(99),
  cites: z.array(Citation).min(1),
});
export type TherapyReduction = z.infer<typeof TherapyReduction>;
export const TherapyReductions = z.strictObject({ note: z.string(), reductions: z.array(TherapyReduction) });
