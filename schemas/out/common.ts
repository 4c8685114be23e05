import * as z from "zod";
import { QualifyingBasis, Track } from "../source/parameters.ts";
import { Coverage, Origin } from "../source/release.ts";
import { Citation, DecimalText, DollarText, ReleaseId, Sha256 } from "../text.ts";

/** The first fields of every document. */
export function header<Name extends string>(schema: Name) {
  return {
    schema: z.literal(`ratebook/${schema}` as const),
    schemaVersion: z.string().regex(/^\d+\.\d+\.\d+$/),
    release: ReleaseId,
    coverage: Coverage.describe(
      "`whole`: every registered table was read; `partial`: some were not; `excerpt`: the embedded excerpt was read",
    ),
  };
}

/** A column of a CMS file. */
export const ColumnName = z.strictObject({
  column: z.string().describe("Column letter in the file"),
  heading: z.string().describe("Joined heading as CMS prints it"),
});

/** A CMS file that numbers of this document were read from. */
export const FileRef = z.strictObject({
  name: z.string().describe("CMS's name: archive and member"),
  sheet: z.string().optional().describe("Worksheet that was read, for workbooks"),
  sha256: Sha256,
  origin: Origin.describe("`cms` for CMS's own figures; other values for copies and unregistered files"),
  excerptOf: z.string().optional().describe("For embedded excerpts: the original of the rows"),
  columns: z.record(z.string(), ColumnName).describe("Our field, and its column"),
});
export type FileRef = z.infer<typeof FileRef>;

/** Files by short name: rvu, gpci, addendum-b, asc-aa, asc-bb. */
export const FileRefs = z.record(z.string(), FileRef);

/** Row as a spreadsheet numbers it, from 1. */
export const RowNumber = z.int().positive();

/** What is needed to quote a row's cells. */
export const QUOTABLE = {
  originalRow: RowNumber.optional().describe("For excerpts: the row in CMS's whole file"),
  printed: z
    .record(z.string(), z.string())
    .optional()
    .describe("Texts of the cells that differ from the usual way, which the manifest has in `printed` of the file"),
};

/** A document with only the rows of CMS's files. */
export function tableDocument<Name extends string, Row extends z.ZodType>(schema: Name, row: Row) {
  return z.strictObject({ ...header(schema), files: FileRefs, rows: z.array(row) });
}

/** A rule that computed numbers of this document. */
const RuleText = z.strictObject({ title: z.string(), formula: z.string(), cites: z.array(Citation) });
export const RuleTexts = z.record(z.string(), RuleText);

/** One cell of a CMS file. */
export const CellRef = z.strictObject({
  file: z.string().describe("Short name of the file, explained in `files`"),
  row: z.int().positive().describe("Row as a spreadsheet numbers it, from 1"),
  column: z.string(),
  printed: z
    .string()
    .describe(
      "The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number",
    ),
  originalRow: z.int().positive().optional().describe("For excerpts: the row in CMS's whole file"),
});
export type CellRef = z.infer<typeof CellRef>;

/** Pointer (RFC 6901) to another value of the same document. */
const Pointer = z.string().regex(/^\/[^ ]+$/);
/** Name of each input of the rule, and where its value is. */
export const RuleInputs = z.record(z.string(), Pointer);

/** A value with the cell it was read from. */
export const CellFigure = z.strictObject({ value: z.string(), cell: CellRef });
export type CellFigure = z.infer<typeof CellFigure>;
/** A value with the rule and the inputs that it was computed from. */
export const RuleFigure = z.strictObject({
  value: DecimalText,
  rule: z.string(),
  inputs: RuleInputs,
  unrounded: DecimalText.optional().describe("The exact result of the rule before rounding; for limiting charges"),
});
export type RuleFigure = z.infer<typeof RuleFigure>;
/** A value that is elsewhere in the document. */
export const RefFigure = z.strictObject({ value: DecimalText, ref: Pointer });
export type RefFigure = z.infer<typeof RefFigure>;
/** The reason why there is no value, and the figure that decides it. */
export const NoFigure = z.strictObject({
  value: z.null(),
  reason: z.string().describe("Machine-readable"),
  because: Pointer.optional().describe("Figure of the same document that decides this, such as a status indicator"),
  cell: CellRef.optional().describe("The cell itself, where it is blank or has a 0 that is not a rate"),
});
export type NoFigure = z.infer<typeof NoFigure>;

/** The conversion factor in force. */
export const FactorInForce = z.strictObject({
  value: DecimalText,
  track: Track.nullable().describe(
    "The clinicians that it is for: one factor for all until 2025, two tracks since 2026",
  ),
});

/** The second track of 2026: its conversion factor, and the input of its amounts. */
export const QualifyingTrack = z.strictObject({ conversionFactor: FactorInForce, basis: QualifyingBasis });

/** The reason why there is no amount. */
export const noAmount = { value: z.null(), reason: z.string().describe("Machine-readable") };
/** An amount, or the reason why there is none. */
export const AmountOrReason = z.union([z.strictObject({ value: DollarText }), z.strictObject(noAmount)]);
export type AmountOrReason = z.infer<typeof AmountOrReason>;
