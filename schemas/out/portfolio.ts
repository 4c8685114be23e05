import * as z from "zod";
import { VolumeSetting } from "../row/volumes.ts";
import { DollarText, HcpcsText, LocalityKey, Sha256 } from "../text.ts";
import { AmountOrReason, RowNumber } from "./common.ts";
import { ChangeRuleText, DiffDocument, DiffSide, NaMarks, SignedDollars, SignedPercent } from "./diff.ts";

const Count = z.int().nonnegative();
/** Services; below zero where reversals outweigh the others. */
const Units = z.int();

/** What a file of volumes may have in a column. */
const VolumeField = z.enum(["code", "modifier", "setting", "pos", "locality", "zip", "units"]);

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
  unexplained: SignedDollars.describe("Effects that no rule explains, without rounding"),
};
const Revenue = z.strictObject(revenue);
export type Revenue = z.infer<typeof Revenue>;

const which = {
  row: RowNumber.describe("Row of the volumes file"),
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

/** One row of the volumes file with an amount on both sides. */
const PortfolioLine = z.strictObject({ ...which, from: DollarText, to: DollarText, ...revenue });
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

/** A row with a volume that could not be read: not in any sum. */
const NotUnderstood = z.strictObject({
  row: RowNumber,
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
