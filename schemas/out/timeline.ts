import { z } from "zod";
import { Window } from "../source/release.ts";
import { DecimalText, DollarText, HcpcsText, LocalityKey, ReleaseId } from "../text.ts";
import { FactorInForce, RowNumber } from "./common.ts";
import { AmountChange, ChangeRuleText } from "./diff.ts";

/** A change against the last release in force that had the source. */
const ChangeSince = z.strictObject({ since: ReleaseId, ...AmountChange.shape });

const figure = {
  amount: DollarText.nullable(),
  reason: z.string().nullable().describe("Machine-readable reason why there is no amount; null where there is one"),
  change: ChangeSince.nullable().describe("Null for the first release, and where a side lacks the source"),
};

/** An amount of one release, with what moved it since the release before. */
const Figure = z.strictObject(figure);
const PhysicianFigure = z.strictObject({
  ...figure,
  modifier: z.string().describe("Modifier of the fee schedule's row: 26 where a facility splits the service"),
});
export type TimelineFigure = z.infer<typeof Figure>;

/** A code's row of the relative value file. */
const Rvus = z.strictObject({
  modifier: z.string(),
  row: RowNumber,
  status: z.string(),
  workRvu: DecimalText,
  nonFacilityPeRvu: DecimalText,
  facilityPeRvu: DecimalText,
  mpRvu: DecimalText,
  nonFacilityTotal: DecimalText,
  facilityTotal: DecimalText,
  pctcIndicator: z.string(),
  globalDays: z.string(),
});

/** One built release. */
const TimelinePoint = z.strictObject({
  release: ReleaseId,
  title: z.string(),
  window: Window.describe("Days of service"),
  coverage: z.enum(["whole", "excerpt"]),
  standing: z
    .enum(["in-force", "superseded", "never-in-force", "other-revision"])
    .describe("Changes are told against releases in force alone; `other-revision` is another posting of one"),
  replacedBy: z.string().nullable().describe("Release of the same days that CMS replaced it by"),
  conversionFactor: FactorInForce.nullable(),
  gpci: z.strictObject({ work: DecimalText, pe: DecimalText, mp: DecimalText }).nullable(),
  rvus: z.array(Rvus).describe("The rows that the physician's two amounts come from; one where it is the same"),
  opps: z
    .strictObject({ statusIndicator: z.string(), apc: z.string().nullable(), relativeWeight: DecimalText.nullable() })
    .nullable(),
  asc: z
    .strictObject({ addendum: z.string(), paymentIndicator: z.string(), paymentWeight: DecimalText.nullable() })
    .nullable(),
  office: PhysicianFigure,
  facility: PhysicianFigure.describe("The physician's amount in a hospital outpatient department"),
  hopd: Figure.describe("The hospital's national rate"),
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
  rules: z.record(z.string(), ChangeRuleText),
});
export type TimelineDocument = z.infer<typeof TimelineDocument>;
