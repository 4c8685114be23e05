import * as z from "zod";
import { VolumeSetting } from "../row/volumes.ts";
import { DollarText, HcpcsText, LocalityKey, Sha256 } from "../text.ts";
import { AmountOrReason, RowNumber } from "./common.ts";
import { ChangeRuleText, DiffDocument, DiffSide, NaMarks, SignedDollars, SignedPercent } from "./diff.ts";

const Count = z.int().nonnegative();

/** Revenue of some services on both sides, and the causes of the change. All sums are exact. */
const revenue = {
  count: Count.describe("Services"),
  before: DollarText,
  after: DollarText,
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
  na: NaMarks.optional().describe(
    "Present where CMS marks the setting NA on a side: rarely or never done there. Counted, because the file lists it",
  ),
};

/** One row of the volumes file with an amount on both sides. */
const PortfolioLine = z.strictObject({ ...which, from: DollarText, to: DollarText, ...revenue });
export type PortfolioLine = z.infer<typeof PortfolioLine>;

/** A row without an amount on a side: not in any sum. */
const NotCompared = z.strictObject({ ...which, count: Count, before: AmountOrReason, after: AmountOrReason });
export type NotCompared = z.infer<typeof NotCompared>;

/** What `ratebook diff --volumes --json` prints: what a change is worth to a practice. */
export const PortfolioDocument = z.strictObject({
  schema: z.literal("ratebook/portfolio"),
  schemaVersion: z.string().regex(/^\d+\.\d+\.\d+$/),
  from: DiffSide,
  to: DiffSide,
  volumes: z.strictObject({ file: z.string(), sha256: Sha256, rows: Count }),
  method: z.string().describe("How a change is split into effects"),
  notes: z.array(z.string()).describe("What the amounts include, and what they do not"),
  localityMoves: DiffDocument.shape.localityMoves.describe("Changes of localities in the file"),
  total: Revenue,
  bySetting: z.array(z.strictObject({ setting: VolumeSetting, ...revenue })),
  byCode: z.array(z.strictObject({ hcpcs: HcpcsText, ...revenue })).describe("Largest change first"),
  lines: z.array(PortfolioLine).describe("In the order of the file"),
  notCompared: z.array(NotCompared).describe("Not in any sum: new, ended, contractor-priced or packaged on a side"),
  rules: z.record(z.string(), ChangeRuleText),
});
export type PortfolioDocument = z.infer<typeof PortfolioDocument>;
