import * as z from "zod";
import { Coverage } from "../source/release.ts";
import { DecimalText, DollarText, HcpcsText, LocalityKey, ReleaseId, Window } from "../text.ts";
import { ColumnName, FactorInForce, FileRef, RowNumber, RuleTexts } from "./common.ts";
import { AmountChange, ChangeRuleText } from "./diff.ts";
import { RateCells, RateDocument, RatePhysician } from "./rate.ts";

/** A change against the last release in force that had the source. */
const ChangeSince = z.strictObject({ since: ReleaseId, ...AmountChange.shape });

const figure = {
  amount: DollarText.nullable(),
  reason: z.string().nullable().describe("Machine-readable reason why there is no amount; null where there is one"),
  rule: z
    .string()
    .nullable()
    .describe("Explained in `amountRules`; null where CMS prints the amount, or there is none"),
  cells: z.array(RateCells).describe("What the amount was read from or computed from; empty where there is none"),
  change: ChangeSince.nullable().describe("Null for the first release, and where a side lacks the source"),
};

/** An amount of one release, with what moved it since the release before. */
const Figure = z.strictObject(figure);
const HospitalFigure = z.strictObject({
  ...figure,
  conditional: z.literal(true).optional().describe("Paid only while no other service on the claim packages it"),
});
const { na, oppsCap, payable, qualifyingApm } = RatePhysician.shape;
const PhysicianFigure = z.strictObject({
  ...figure,
  modifier: z.string().describe("Modifier of the fee schedule's row: 26 where a facility splits the service"),
  ...{ na, oppsCap, payable, qualifyingApm },
});
export type TimelineFigure = z.infer<typeof Figure>;
export type PhysicianFigure = z.infer<typeof PhysicianFigure>;

/** A row of a file, and the columns that the fields beside it were read from. */
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
    .describe("CMS prints relative value units that Medicare does not use; null where its file does not say"),
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
    .describe("Changes are told against releases in force alone; `other-revision` is another posting of one"),
  replacedBy: z.string().nullable().describe("Release of the same days that CMS replaced it by, the last of them"),
  files: z
    .record(z.string(), FileRef.omit({ columns: true }))
    .describe("What the figures, and the reasons for having none, stand on, by short name"),
  notes: z
    .array(z.string())
    .describe("What is particular to the files that this release was built from, and to the locality in it"),
  locality: LocalityKey.nullable().describe(
    "The one that was asked for, by its number in this release; null for national amounts, and where the release has none, or its counties in several",
  ),
  conversionFactor: FactorInForce.nullable().describe("Factor and track of the physician's amounts"),
  qualifyingApm: RateDocument.shape.qualifyingApm,
  gpci: z.strictObject({ work: DecimalText, pe: DecimalText, mp: DecimalText }).nullable(),
  rvus: z.array(Rvus).describe("The rows that the physician's two amounts come from; one where it is the same"),
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
  office: PhysicianFigure,
  facility: PhysicianFigure.describe("The physician's amount in a hospital outpatient department"),
  hopd: HospitalFigure.describe("The hospital's national rate"),
  ascRate: Figure.describe("The ASC's national rate"),
});
export type TimelinePoint = z.infer<typeof TimelinePoint>;

/** What `ratebook timeline --json` prints: one code over every release of an output folder. */
export const TimelineDocument = z.strictObject({
  schema: z.literal("ratebook/timeline"),
  schemaVersion: z.string().regex(/^\d+\.\d+\.\d+$/),
  hcpcs: HcpcsText,
  modifier: z.string().nullable().describe("The one that was asked for; null for the row usually paid at each setting"),
  locality: z
    .strictObject({ locality: LocalityKey, name: z.string() })
    .nullable()
    .describe("Null for national amounts"),
  method: z.string(),
  points: z.array(TimelinePoint).describe("By first day of service"),
  notBuilt: z
    .array(ReleaseId)
    .describe("Releases that were in force between the first and the last, and are not built"),
  amountRules: RuleTexts.describe("Rules that amounts were computed by"),
  rules: z.record(z.string(), ChangeRuleText).describe("Rules that explain changes"),
});
export type TimelineDocument = z.infer<typeof TimelineDocument>;
