import * as z from "zod";
import { Coverage, Origin, Role } from "../source/release.ts";
import { Citation, DecimalText, DollarText, HcpcsText, LocalityKey, ReleaseId, Sha256, Window } from "../text.ts";
import { FactorInForce, RowNumber } from "./common.ts";

const Count = z.int().nonnegative();
/** Dollars that may be owed either way: "-5.92". */
export const SignedDollars = z.string().regex(/^-?\d+\.\d{2,3}$/);
/** Percent of the amount before: "-0.46"; null where that was zero. */
export const SignedPercent = z
  .string()
  .regex(/^-?\d+\.\d{2}$/)
  .nullable();

/** A field's value on one side; null where it is blank or not there. */
const FieldValue = z.union([z.string(), z.boolean()]).nullable();
const FieldChange = z.strictObject({ from: FieldValue, to: FieldValue });
export type FieldChange = z.infer<typeof FieldChange>;
const FieldChanges = z.record(z.string(), FieldChange);

/** Which of two amounts CMS marks NA: rarely or never done at that setting. */
export const NaMarks = z.strictObject({ from: z.boolean(), to: z.boolean() });
export type NaMarks = z.infer<typeof NaMarks>;

/** What moved an amount, in dollars: all effects and the rounding are the change, to the cent. */
const Effects = z
  .record(z.string(), SignedDollars)
  .describe("A cause that is not named had no effect, or one that rounds to nothing");

/** One amount on both sides. */
export const AmountChange = z.strictObject({
  from: DollarText.nullable(),
  to: DollarText.nullable(),
  change: SignedDollars.nullable().describe("Null where one side has no amount"),
  percent: SignedPercent,
  effects: Effects.nullable().describe("By cause, `rounding` among them; null where one side has no amount"),
  explained: z.record(z.string(), z.string()).describe("Cause to the id of the rule that explains it"),
  unexplained: SignedDollars.nullable().describe("What no rule explains of the change, rounding apart"),
});
export type AmountChange = z.infer<typeof AmountChange>;

/** A physician's amount on both sides. */
const FeeChange = AmountChange.extend({
  na: NaMarks.optional().describe(
    "Where CMS marks an amount NA on a side: the file repeats the other setting's practice expense there, so that a change of it is in no sum and no ranking",
  ),
});
export type FeeChange = z.infer<typeof FeeChange>;

/** Rows of a table on both sides: added, changed and unchanged are all there are after, and so on. */
export const TableTally = z.strictObject({
  before: Count,
  after: Count,
  added: Count,
  removed: Count,
  changed: Count,
  unchanged: Count,
});
export type TableTally = z.infer<typeof TableTally>;

/** A row that stands on one side only, with what it says there. */
const OneSided = z.strictObject({ key: z.string(), row: RowNumber, values: z.record(z.string(), FieldValue) });
export type OneSided = z.infer<typeof OneSided>;

const rows = { fromRow: RowNumber, toRow: RowNumber };

/** A locality's amounts for one code. */
const LocalityChange = z.strictObject({
  locality: LocalityKey,
  from: LocalityKey.describe("The locality before, where it went by another number"),
  nonFacility: FeeChange,
  facility: FeeChange,
});

/** A row of the relative value file that changed. */
export const PfsChange = z.strictObject({
  hcpcs: HcpcsText,
  modifier: z.string(),
  ...rows,
  fields: FieldChanges,
  nonFacility: FeeChange,
  facility: FeeChange,
  localities: z.array(LocalityChange).optional().describe("When they were asked for"),
});
export type PfsChange = z.infer<typeof PfsChange>;

/** A row of Addendum B, or of an ASC addendum, that changed. */
export const RateChange = z.strictObject({
  hcpcs: HcpcsText,
  ...rows,
  fields: FieldChanges,
  notInCopy: z.array(z.string()).optional().describe("Fields that were not compared: see the table's `notInCopy`"),
  rate: AmountChange,
});
export type RateChange = z.infer<typeof RateChange>;

/** A locality that changed. */
const LocalityRowChange = z.strictObject({ locality: LocalityKey, ...rows, fields: FieldChanges });

/** A conversion factor on both sides. */
const FactorChange = z.strictObject({
  schedule: z.enum(["pfs", "opps", "asc"]),
  track: z.string().nullable(),
  from: DecimalText.nullable(),
  to: DecimalText.nullable(),
});
export type FactorChange = z.infer<typeof FactorChange>;

/** Counties that moved together from localities to others. */
const LocalityMove = z.strictObject({
  kind: z.enum(["renumbered", "split", "merged", "redrawn"]),
  from: z.array(LocalityKey),
  to: z.array(LocalityKey),
  counties: Count.describe("Counties by which that is known"),
  parts: z
    .array(z.strictObject({ from: LocalityKey, to: LocalityKey, counties: z.array(z.string()).min(1) }))
    .describe("Which counties went where: `Orange, CA`, by the Census Bureau's names"),
});

/** Percents of all rows at one setting, each row counted once; rows that were $0.00 before have none. */
const Percents = z.strictObject({
  rows: Count,
  meanPercent: SignedPercent.describe("Mean of the percents as published, half away from zero"),
  medianPercent: SignedPercent,
});

/** The amount of a locality that moved most. */
const Mover = z.strictObject({
  hcpcs: HcpcsText,
  modifier: z.string(),
  setting: z.enum(["nonFacility", "facility"]),
  change: SignedDollars,
  percent: SignedPercent,
});

/** What the rows that are priced on both sides did in every locality. */
export const LocalitySummary = z.strictObject({
  rows: z
    .strictObject({
      pricedOnBoth: Count,
      pricedBeforeAlone: Count,
      pricedAfterAlone: Count,
      markedNa: z
        .strictObject({ nonFacility: Count, facility: Count })
        .describe("Of those priced on both sides: marked NA on a side, so in no percent and no largest change"),
    })
    .describe("Rows of the codes that were compared; those priced on one side alone are in no percent"),
  localities: z.array(
    z.strictObject({
      locality: LocalityKey,
      from: LocalityKey.describe("The locality before, where it went by another number"),
      name: z.string(),
      nonFacility: Percents,
      facility: Percents,
      largestRise: Mover.nullable().describe("In dollars"),
      largestFall: Mover.nullable().describe("In dollars"),
    }),
  ),
  unmatched: z
    .strictObject({ from: z.array(LocalityKey), to: z.array(LocalityKey) })
    .describe("Localities of one side that no locality of the other continues"),
  lines: Count.nullable().describe("Lines of the file that was asked for, the head apart; null when none was"),
});
export type LocalitySummary = z.infer<typeof LocalitySummary>;

/** A file that a side was built from. */
const SideFile = z.strictObject({
  id: Role,
  name: z.string(),
  sha256: Sha256,
  origin: Origin,
  note: z.string().nullable().describe("What was done to it, or how it was made, where it is not CMS's own"),
  excerptOf: z.string().optional().describe("For embedded excerpts: the original that the rows were taken from"),
});
export type SideFile = z.infer<typeof SideFile>;

/** The tables that are compared. */
export const DiffTable = z.enum(["pfs", "localities", "opps", "asc"]);
export type DiffTable = z.infer<typeof DiffTable>;

const Rows = Count.nullable();
/** Rows that a side has of each table, null where it was not read. */
const SideRows = z.strictObject({ pfs: Rows, localities: Rows, opps: Rows, asc: Rows });

/** One of the two releases. */
export const DiffSide = z.strictObject({
  release: ReleaseId,
  title: z.string(),
  window: Window,
  coverage: Coverage,
  manifestSha256: Sha256,
  conversionFactor: FactorInForce.nullable(),
  files: z.array(SideFile),
  notes: z
    .array(z.string())
    .describe("What is particular to its files, such as a posting that CMS replaced, with what it corrected"),
  notRead: z
    .array(z.strictObject({ table: DiffTable, reason: z.string() }))
    .describe("Tables that the release was built without: nothing is known of them, and they are not compared"),
  rows: SideRows.describe("Rows of each table, of the codes that were asked for; null where it was not read"),
  excepted: Count.describe("Rows in which CMS breaks a rule, by the manifest"),
});
export type DiffSide = z.infer<typeof DiffSide>;

/** A rule that explains a change, and who says so. */
export const ChangeRuleText = z.strictObject({ title: z.string(), cites: z.array(Citation).min(1) });

/** A field that one side's file of CMS has no column for. */
const MissingColumn = z.strictObject({ field: z.string(), side: z.enum(["from", "to"]) });
export type MissingColumn = z.infer<typeof MissingColumn>;

function table<Row extends z.ZodType>(row: Row) {
  return z.strictObject({
    tally: TableTally,
    missingColumns: z
      .array(MissingColumn)
      .describe("Fields that were not compared, by the side that has no such column"),
    added: z.array(OneSided),
    removed: z.array(OneSided),
    changed: z.array(row),
  });
}

/** Cells that a side's copy of CMS's file leaves blank and the other side has, counted and never told as changes. */
export const NotInCopy = z.strictObject({
  fields: z.record(z.string(), z.strictObject({ from: Count, to: Count })).describe("Cells by the side without them"),
  rows: z
    .strictObject({ changed: Count, unchanged: Count })
    .describe("Rows of the tally with such a cell: of those unchanged no more is known than the cells that are there"),
});
export type NotInCopy = z.infer<typeof NotInCopy>;

const rateTable = table(RateChange).extend({ notInCopy: NotInCopy });

/** What `ratebook diff --json` prints: two releases, table by table. */
export const DiffDocument = z.strictObject({
  schema: z.literal("ratebook/diff"),
  schemaVersion: z.string().regex(/^\d+\.\d+\.\d+$/),
  from: DiffSide,
  to: DiffSide,
  method: z.string().describe("How a change is split into effects"),
  rules: z
    .record(z.string(), ChangeRuleText)
    .describe(
      "Rules that explain changes of amounts: of this document, or of the lines by locality that were asked for",
    ),
  codes: z.array(z.string()).nullable().describe("Codes that were asked for; null for all"),
  factors: z.array(FactorChange),
  pfs: table(PfsChange)
    .nullable()
    .describe("What no rule explains first, largest first, by amounts not marked NA; null where a side lacks the file"),
  localities: table(LocalityRowChange).nullable(),
  localityMoves: z
    .array(LocalityMove)
    .describe("Localities that were renumbered, split, merged or redrawn, by the counties that exist"),
  localitySummary: LocalitySummary.optional().describe("When amounts by locality were asked for"),
  opps: rateTable.nullable(),
  asc: rateTable.nullable(),
});
export type DiffDocument = z.infer<typeof DiffDocument>;
