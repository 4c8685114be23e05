import * as z from "zod";
import { DIFF_TABLES } from "../names.ts";
import { SETTINGS } from "../setting.ts";
import { Coverage, Origin, Role } from "../source/release.ts";
import { Citation, DecimalText, DollarText, HcpcsText, LocalityKey, ReleaseId, Sha256, Window } from "../text.ts";
import { FactorInForce, RowNumber } from "./common.ts";
import { CodeSuccessions } from "./life.ts";
import { NcciTable } from "./ncci.ts";

const Count = z.int().nonnegative();
/** Dollars with a sign: "-5.92". */
export const SignedDollars = z.string().regex(/^-?\d+\.\d{2,3}$/);
/** Percent of the amount before: "-0.46"; null where that was zero. */
export const SignedPercent = z
  .string()
  .regex(/^-?\d+\.\d{2}$/)
  .nullable();

/** A field's value on one side; null where it is blank or missing. */
const FieldValue = z.union([z.string(), z.boolean()]).nullable();
const FieldChange = z.strictObject({ from: FieldValue, to: FieldValue });
export type FieldChange = z.infer<typeof FieldChange>;
const FieldChanges = z.record(z.string(), FieldChange);

/** Which of two amounts CMS marks NA: rarely or never done at that setting. */
export const NaMarks = z.strictObject({ from: z.boolean(), to: z.boolean() });
export type NaMarks = z.infer<typeof NaMarks>;

/** The causes of a change, in dollars. They add up to the change, to the cent. */
const Effects = z
  .record(z.string(), SignedDollars)
  .describe("A cause that is not listed had no effect, or one that rounds to 0");

/** One amount on both sides. */
export const AmountChange = z.strictObject({
  from: DollarText.nullable(),
  to: DollarText.nullable(),
  change: SignedDollars.nullable().describe("Null where one side has no amount"),
  percent: SignedPercent,
  effects: Effects.nullable().describe("By cause, including `rounding`; null where one side has no amount"),
  explained: z.record(z.string(), z.string()).describe("Cause to the id of the rule that explains it"),
  unexplained: SignedDollars.nullable().describe("The part of the change that no rule explains, without rounding"),
});
export type AmountChange = z.infer<typeof AmountChange>;

/** A physician's amount on both sides. */
const FeeChange = AmountChange.extend({
  na: NaMarks.optional().describe(
    "Present where CMS marks an amount NA on a side: the file repeats the other setting's practice expense there, so no sum and no ranking includes the change",
  ),
});
export type FeeChange = z.infer<typeof FeeChange>;

/** Rows of a table on both sides: added, changed and unchanged add up to `after`, and so on. */
export const TableTally = z.strictObject({
  before: Count,
  after: Count,
  added: Count,
  removed: Count,
  changed: Count,
  unchanged: Count,
});
export type TableTally = z.infer<typeof TableTally>;

/** A row that is on one side only, with its values. */
const OneSided = z.strictObject({ key: z.string(), row: RowNumber, values: z.record(z.string(), FieldValue) });
export type OneSided = z.infer<typeof OneSided>;

const rows = { fromRow: RowNumber, toRow: RowNumber };

/** A locality's amounts for one code. */
const LocalityChange = z.strictObject({
  locality: LocalityKey,
  from: LocalityKey.describe("The locality before; may have another number"),
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
  localities: z.array(LocalityChange).optional().describe("With --localities"),
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

/** Counties that moved together from some localities to others. */
const LocalityMove = z.strictObject({
  kind: z.enum(["renumbered", "split", "merged", "redrawn"]),
  from: z.array(LocalityKey),
  to: z.array(LocalityKey),
  counties: Count.describe("Counties that show the move"),
  parts: z
    .array(z.strictObject({ from: LocalityKey, to: LocalityKey, counties: z.array(z.string()).min(1) }))
    .describe("Which counties went where: `Orange, CA`, by the Census Bureau's names"),
});

/** Percents of all rows at one setting, each row counted once. Rows that were $0.00 before have no percent. */
const Percents = z.strictObject({
  rows: Count,
  meanPercent: SignedPercent.describe("Mean of the published percents, rounded half away from zero"),
  medianPercent: SignedPercent,
});

/** The largest change in a locality. */
const Mover = z.strictObject({
  hcpcs: HcpcsText,
  modifier: z.string(),
  setting: z.enum(SETTINGS),
  change: SignedDollars,
  percent: SignedPercent,
});

/** Changes in every locality of the rows that are priced on both sides. */
export const LocalitySummary = z.strictObject({
  rows: z
    .strictObject({
      pricedOnBoth: Count,
      pricedBeforeAlone: Count,
      pricedAfterAlone: Count,
      markedNa: z
        .strictObject({ nonFacility: Count, facility: Count })
        .describe("Priced on both sides and marked NA on one: not in percents and largest changes"),
    })
    .describe("Rows of the compared codes; rows priced on one side only are not in percents"),
  localities: z.array(
    z.strictObject({
      locality: LocalityKey,
      from: LocalityKey.describe("The locality before; may have another number"),
      name: z.string(),
      nonFacility: Percents,
      facility: Percents,
      largestRise: Mover.nullable().describe("In dollars"),
      largestFall: Mover.nullable().describe("In dollars"),
    }),
  ),
  unmatched: z
    .strictObject({ from: z.array(LocalityKey), to: z.array(LocalityKey) })
    .describe("Localities of one side without a successor or predecessor on the other"),
  lines: Count.nullable().describe("Lines of the file of --localities-to, without its head; null without that option"),
});
export type LocalitySummary = z.infer<typeof LocalitySummary>;

/** A file that a side was built from. */
const SideFile = z.strictObject({
  id: Role,
  name: z.string(),
  sha256: Sha256,
  origin: Origin,
  note: z.string().nullable().describe("How it was changed or made, if it is not CMS's own"),
  excerptOf: z.string().optional().describe("For embedded excerpts: the original of the rows"),
});
export type SideFile = z.infer<typeof SideFile>;

/** The tables that are compared. */
export const DiffTable = z.enum(DIFF_TABLES);
export type DiffTable = z.infer<typeof DiffTable>;

const Rows = Count.nullable();
/** Rows of each table on one side; null where it was not read. */
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
    .describe("Notes on its files, such as a revision that CMS replaced, and what CMS corrected"),
  notRead: z
    .array(z.strictObject({ table: DiffTable, reason: z.string() }))
    .describe("Tables that the release was built without: they are not compared"),
  rows: SideRows.describe("Rows of each table with the compared codes; null where it was not read"),
  excepted: Count.describe("Rows that break a check and are known exceptions, from the manifest"),
});
export type DiffSide = z.infer<typeof DiffSide>;

/** A rule that explains a change, and who says so. */
export const ChangeRuleText = z.strictObject({ title: z.string(), cites: z.array(Citation).min(1) });

/** A field whose column one side's file does not have. */
const MissingColumn = z.strictObject({ field: z.string(), side: z.enum(["from", "to"]) });
export type MissingColumn = z.infer<typeof MissingColumn>;

function table<Row extends z.ZodType>(row: Row) {
  return z.strictObject({
    tally: TableTally,
    missingColumns: z
      .array(MissingColumn)
      .describe("Fields that were not compared, with the side that does not have the column"),
    added: z.array(OneSided),
    removed: z.array(OneSided),
    changed: z.array(row),
  });
}

/** Cells that are blank in one side's copy of CMS's file only: counted, and not reported as changes. */
export const NotInCopy = z.strictObject({
  fields: z
    .record(z.string(), z.strictObject({ from: Count, to: Count }))
    .describe("Number of cells, by the side without them"),
  rows: z
    .strictObject({ changed: Count, unchanged: Count })
    .describe("Rows with such a cell. An unchanged row is unchanged only in its other cells"),
});
export type NotInCopy = z.infer<typeof NotInCopy>;

const Part = z.int().positive().optional().describe("CMS's file of several, for procedure-to-procedure edits");
const NcciOneSided = OneSided.extend({ part: Part });
/** An edit on both sides that is not the same. */
const NcciChange = z.strictObject({ key: z.string(), ...rows, fromPart: Part, toPart: Part, fields: FieldChanges });
export type NcciChange = z.infer<typeof NcciChange>;

/** One NCCI table on both sides. */
export const NcciChanges = z.strictObject({
  table: NcciTable,
  codes: z
    .array(HcpcsText)
    .nullable()
    .describe("Codes with a slice in both releases: the edits of no other code were compared. Null where all were"),
  tally: TableTally,
  added: z.array(NcciOneSided),
  removed: z.array(NcciOneSided),
  changed: z.array(NcciChange),
});
export type NcciChanges = z.infer<typeof NcciChanges>;

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
    .describe("Rules that explain changes of amounts, in this document or in the file of --localities-to"),
  codes: z.array(z.string()).nullable().describe("Codes of --codes; null for all"),
  unknownCodes: z
    .array(z.string())
    .optional()
    .describe("Codes of --codes that neither release has; absent where there are none"),
  factors: z.array(FactorChange),
  pfs: table(PfsChange)
    .nullable()
    .describe("Largest unexplained change first, of amounts not marked NA; null where a side lacks the file"),
  localities: table(LocalityRowChange).nullable(),
  localityMoves: z
    .array(LocalityMove)
    .describe("Localities that were renumbered, split, merged or redrawn, found by their counties"),
  localitySummary: LocalitySummary.optional().describe("With --localities or --localities-to"),
  opps: rateTable.nullable(),
  asc: rateTable.nullable(),
  ncci: z
    .array(NcciChanges)
    .optional()
    .describe("NCCI edits that both releases were built with; absent where there are none"),
  successions: CodeSuccessions.optional().describe(
    "Of compared codes that only one release has; absent where none is on record",
  ),
});
export type DiffDocument = z.infer<typeof DiffDocument>;
