import * as z from "zod";
import { VolumeSetting } from "../row/volumes.ts";
import { DollarText, HcpcsText, LocalityKey, ReleaseId, Sha256 } from "../text.ts";
import { AmountOrReason, RowNumber } from "./common.ts";
import { ChangeRuleText, DiffDocument, DiffSide, NaMarks, SignedDollars, SignedPercent } from "./diff.ts";
import { PriceLineDoubt } from "./price.ts";

const Count = z.int().nonnegative();
/** Services; below zero where reversals outweigh the others. */
const Units = z.int();

/** What a file of volumes may have in a column. */
const VolumeField = z.enum(["code", "modifier", "setting", "pos", "locality", "zip", "units", "claim", "day"]);

/** Revenue of some services on both sides, and the causes of the change. All sums are exact. */
const revenue = {
  count: Units.describe("Services, reversals subtracted"),
  before: SignedDollars,
  after: SignedDollars,
  change: SignedDollars,
  percent: SignedPercent,
  effects: z
    .record(z.string(), SignedDollars)
    .describe("By cause: effect times count, rounded to the cent in each row of the file. `rounding` is the rest"),
  explained: z.record(z.string(), SignedDollars).describe("By rule: the effects that it explains"),
  unexplained: SignedDollars.describe("Effects that no rule explains, without `rounding` and `notSplit`"),
};
const Revenue = z.strictObject(revenue);
export type Revenue = z.infer<typeof Revenue>;

const ClaimId = z.string().describe("As the file has it; present where the row is priced with the others of its claim");

const which = {
  row: RowNumber.describe("Row of the volumes file"),
  claim: ClaimId.optional(),
  hcpcs: HcpcsText,
  modifier: z.string(),
  setting: VolumeSetting,
  locality: LocalityKey.nullable().describe("Null for national amounts"),
  localities: z
    .strictObject({ from: LocalityKey, to: LocalityKey })
    .optional()
    .describe("The locality on each side, found by its counties, if its number changed"),
  modifiers: z
    .array(z.string())
    .optional()
    .describe("Other modifiers of the row: those that do not change the amount, and in `apart` those that do"),
  na: NaMarks.optional().describe(
    "Present where CMS marks the setting NA on a side: rarely or never done there. Counted, because the file lists it",
  ),
};

/** How the line of a claim is paid in one release, as `price` answers it. */
const ClaimStep = z.strictObject({
  rule: z.string().nullable().describe("The step that was taken; null where CMS prints the amount itself"),
  percents: z.array(z.string()).optional().describe("Of each unit, where several procedures are ranked"),
  why: z.string().nullable().describe("What the other lines do to it; null where nothing"),
  doubt: PriceLineDoubt.optional(),
});
export type ClaimStep = z.infer<typeof ClaimStep>;

/** One row of the volumes file with an amount on both sides. */
const PortfolioLine = z.strictObject({
  ...which,
  from: DollarText.describe("Of one service; of all units of the line, where it is priced with its claim"),
  to: DollarText,
  steps: z.strictObject({ from: ClaimStep, to: ClaimStep }).optional().describe("Of the line of a claim"),
  ...revenue,
});
export type PortfolioLine = z.infer<typeof PortfolioLine>;

/** What is paid with the modifier of a row, where its share is recorded. */
const AdjustedLine = z.strictObject({
  row: RowNumber,
  modifier: z.string(),
  percents: z
    .strictObject({ from: z.string(), to: z.string() })
    .describe("Of the amount without the modifier, by the indicator of the code's row in each release"),
  count: Units,
  before: SignedDollars.describe("Each service rounded half up to the cent"),
  after: SignedDollars,
  change: SignedDollars,
});
export type AdjustedLine = z.infer<typeof AdjustedLine>;

/** A row without an amount on a side: not in any sum. */
const NotCompared = z.strictObject({ ...which, count: Units, before: AmountOrReason, after: AmountOrReason });
export type NotCompared = z.infer<typeof NotCompared>;

/** The lines of one claim that one payee is paid for, priced together. */
const ClaimSum = z.strictObject({
  claim: ClaimId,
  setting: VolumeSetting,
  hcpcs: z.array(HcpcsText).describe("Of the lines with an amount on both sides"),
  lines: Count,
  notCompared: Count.describe("Lines of it without an amount on a side: in no sum"),
  doubtful: z.boolean().describe("An amount is in doubt: `steps` of its lines say why"),
  ...revenue,
});
export type ClaimSum = z.infer<typeof ClaimSum>;

/** Two codes of the file that are paid as one on a claim with both. */
const PairAlone = z.strictObject({
  setting: z.enum(["hopd", "asc"]),
  primary: HcpcsText,
  secondary: HcpcsText,
  release: ReleaseId,
  together: DollarText.describe("What the facility is paid for one of each on one claim"),
  text: z.string(),
});
export type PairAlone = z.infer<typeof PairAlone>;

/** A row with a volume that could not be read: not in any sum. */
const NotUnderstood = z.strictObject({
  row: RowNumber,
  claim: ClaimId.optional(),
  text: z.string().describe("The row as it stands in the file, shortened"),
  count: Units,
  why: z.string(),
});
export type NotUnderstood = z.infer<typeof NotUnderstood>;

/** A row without a volume of its own. */
const SkippedRow = z.strictObject({
  row: RowNumber,
  text: z.string(),
  kind: z.enum(["total", "headings", "text"]),
  units: Units.optional().describe("Of a total"),
  above: Units.optional().describe("The sum of the rows above a total, all or since the last total"),
});
export type SkippedRow = z.infer<typeof SkippedRow>;

/** A column of the file of volumes; its field is null where it is not read. */
const VolumeColumn = z.strictObject({ column: z.string(), heading: z.string(), field: VolumeField.nullable() });
export type VolumeColumn = z.infer<typeof VolumeColumn>;

const ModifierUnits = z.strictObject({ modifier: z.string(), count: Units, what: z.string() });

/** What `ratebook diff --volumes --json` prints: what a change is worth to a practice. */
export const PortfolioDocument = z.strictObject({
  schema: z.literal("ratebook/portfolio"),
  schemaVersion: z.string().regex(/^\d+\.\d+\.\d+$/),
  from: DiffSide,
  to: DiffSide,
  volumes: z.strictObject({
    file: z.string(),
    sha256: Sha256,
    rows: Count.describe("Rows with a volume"),
    columns: z.array(VolumeColumn),
    skipped: z.array(SkippedRow),
  }),
  units: z
    .strictObject({ read: Units, inTotal: Units, apart: Units, notCompared: Units, notUnderstood: Units })
    .describe("`read` is the sum of the others"),
  modifiers: z.strictObject({
    passed: z.array(ModifierUnits).describe("They do not change the amount; their services are counted as the others"),
    apart: z.array(ModifierUnits).describe("They change it, or may"),
    rules: z
      .array(
        z.strictObject({
          ...{ hcpcs: HcpcsText, modifier: z.string(), indicator: z.string() },
          ...{ value: z.string().describe("As CMS prints it in the later release"), meaning: z.string() },
        }),
      )
      .describe("What the indicator of a code's row says about a modifier that changes the amount"),
  }),
  method: z.string().describe("How a change is split into effects"),
  notes: z.array(z.string()).describe("What the amounts include, and what they do not"),
  localityMoves: DiffDocument.shape.localityMoves.describe("Changes of localities in the file"),
  total: Revenue,
  bySetting: z.array(z.strictObject({ setting: VolumeSetting, ...revenue })),
  byCode: z.array(z.strictObject({ hcpcs: HcpcsText, ...revenue })).describe("Largest change first"),
  claims: z
    .strictObject({
      rows: Count.describe("Rows of claims"),
      withoutId: Count.describe("Rows without a claim id: each is counted alone"),
      sums: z.array(ClaimSum).describe("Largest change first"),
    })
    .nullable()
    .describe("What is priced claim by claim; null for a file without claim ids"),
  pairsAlone: z.array(PairAlone).describe("Pairs of which both codes are in rows without a claim id"),
  lines: z.array(PortfolioLine).describe("In the order of the file"),
  apart: z
    .strictObject({
      total: Revenue,
      lines: z.array(PortfolioLine),
      adjusted: z.strictObject({
        lines: z.array(AdjustedLine).describe("Rows with one such modifier whose share of the amount is recorded"),
        ...{ count: Units, before: SignedDollars, after: SignedDollars, change: SignedDollars },
        rules: z.array(z.string()).describe("Sources of the shares"),
      }),
    })
    .describe("Rows with a modifier that changes the amount, priced without it: not in `total`"),
  notCompared: z.array(NotCompared).describe("Not in any sum: new, ended, contractor-priced or packaged on a side"),
  notUnderstood: z.array(NotUnderstood),
  rules: z.record(z.string(), ChangeRuleText),
});
export type PortfolioDocument = z.infer<typeof PortfolioDocument>;
