import * as z from "zod";
import { Coverage } from "../source/release.ts";
import { DecimalText, DollarText, HcpcsText, LocalityKey, ReleaseId, Window } from "../text.ts";
import { ColumnName, FactorInForce, FileRef, RowNumber, RuleTexts } from "./common.ts";
import { AmountChange, ChangeRuleText } from "./diff.ts";
import { CodeLife } from "./life.ts";
import { RateDocument } from "./rate.ts";
import { RateAmount, RateCells, RateOrReason } from "./rate-amount.ts";

/** A change since the last release in force with the source. */
const ChangeSince = z.strictObject({ since: ReleaseId, ...AmountChange.shape });

const figure = {
  value: DollarText.nullable(),
  reason: z.string().nullable().describe("Machine-readable reason why there is no amount; null where there is one"),
  rule: z
    .string()
    .nullable()
    .describe("Explained in `amountRules`; null where CMS prints the amount, or there is none"),
  cells: z.array(RateCells).describe("Cells that the amount was read or computed from; empty where there is none"),
  change: ChangeSince.nullable().describe("Null for the first release, and where a side lacks the source"),
};

/** An amount of one release, with its change since the release before. */
const Figure = z.strictObject(figure);
const HospitalFigure = z.strictObject({
  ...figure,
  conditional: z.literal(true).optional().describe("Paid only when no other service on the claim packages it"),
});
const PhysicianFigure = z.strictObject({
  ...figure,
  modifier: z.string().describe("Modifier of the row in the fee schedule: 26 where a facility splits the service"),
  na: z.literal(true).optional().describe("CMS: rarely or never done at this kind of site"),
  oppsCap: RateAmount.optional().describe("The amount at the OPPS cap; imaging only, by locality"),
  payable: RateAmount.optional().describe("The lower of the two; only where there is a cap"),
  qualifyingApm: RateOrReason.optional().describe("The fee for qualifying participants of advanced APMs, from 2026"),
});
export type TimelineFigure = z.infer<typeof Figure>;
export type PhysicianFigure = z.infer<typeof PhysicianFigure>;

/** A row of a file, and the columns of the fields. */
const RowSource = z.strictObject({
  file: z.string().describe("Short name of the file, explained in the release's `files`"),
  row: RowNumber,
  columns: z.record(z.string(), ColumnName),
});
export type RowSource = z.infer<typeof RowSource>;

/** A code's row of the relative value file. */
const Rvus = z.strictObject({
  modifier: z.string(),
  status: z.string(),
  workRvu: DecimalText,
  nonFacilityPeRvu: DecimalText,
  facilityPeRvu: DecimalText,
  mpRvu: DecimalText,
  nonFacilityTotal: DecimalText,
  facilityTotal: DecimalText,
  pctcIndicator: z.string(),
  globalDays: z.string(),
  notUsedForMedicare: z
    .boolean()
    .nullable()
    .describe("CMS prints RVUs that Medicare does not use; null where its file does not have the mark"),
  source: RowSource,
});
export type TimelineRvus = z.infer<typeof Rvus>;

/** One built release. */
const TimelinePoint = z.strictObject({
  release: ReleaseId,
  title: z.string(),
  window: Window.describe("Days of service"),
  coverage: Coverage,
  standing: z
    .enum(["in-force", "superseded", "never-in-force", "other-revision"])
    .describe("Changes are between releases in force only; `other-revision` is another revision of a release"),
  replacedBy: z.string().nullable().describe("Last release that CMS replaced it with for the same days"),
  files: z
    .record(z.string(), FileRef.omit({ columns: true }))
    .describe("Files of the figures and reasons, by short name"),
  notes: z.array(z.string()).describe("Notes on the files that this release was built from, and on its locality"),
  locality: LocalityKey.nullable().describe(
    "The locality, by its number in this release; null for national amounts, and where its counties are in no locality or in several",
  ),
  conversionFactor: FactorInForce.nullable().describe("Conversion factor and track of the physician's amounts"),
  qualifyingApm: RateDocument.shape.qualifyingApm,
  gpci: z.strictObject({ work: DecimalText, pe: DecimalText, mp: DecimalText }).nullable(),
  rvus: z.array(Rvus).describe("The rows of the physician's two amounts; one if it is the same"),
  opps: z
    .strictObject({
      statusIndicator: z.string(),
      apc: z.string().nullable(),
      relativeWeight: DecimalText.nullable(),
      source: RowSource,
    })
    .nullable(),
  asc: z
    .strictObject({
      addendum: z.string(),
      paymentIndicator: z.string(),
      paymentWeight: DecimalText.nullable(),
      source: RowSource,
    })
    .nullable(),
  nonFacility: PhysicianFigure.describe("The physician's amount in an office"),
  facility: PhysicianFigure.describe("The physician's amount in a hospital outpatient department"),
  oppsRate: HospitalFigure.describe("The hospital's national rate"),
  ascRate: Figure.describe("The ASC's national rate"),
});
export type TimelinePoint = z.infer<typeof TimelinePoint>;

/** What `ratebook timeline --json` prints: one code over every release of an output folder. */
export const TimelineDocument = z.strictObject({
  schema: z.literal("ratebook/timeline"),
  schemaVersion: z.string().regex(/^\d+\.\d+\.\d+$/),
  hcpcs: HcpcsText,
  modifier: z.string().nullable().describe("Value of --modifier; null for the row usually paid at each setting"),
  locality: z
    .strictObject({ locality: LocalityKey, name: z.string() })
    .nullable()
    .describe("Null for national amounts"),
  life: CodeLife,
  method: z.string(),
  points: z.array(TimelinePoint).describe("By first day of service"),
  notBuilt: z
    .array(ReleaseId)
    .describe("Releases that were in force between the first and the last, and are not built"),
  amountRules: RuleTexts.describe("Rules that computed the amounts"),
  rules: z.record(z.string(), ChangeRuleText).describe("Rules that explain changes"),
});
export type TimelineDocument = z.infer<typeof TimelineDocument>;
