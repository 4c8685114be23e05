import * as z from "zod";

/** One column: our field, and every heading that CMS has printed for it. */
export const LayoutColumn = z.strictObject({
  field: z.string(),
  headings: z
    .array(z.string())
    .min(1)
    .describe("Joined heading text. Tokens: {year} {month} {amount} {note} {anyYear} {year2}"),
  optional: z.literal(true).optional(),
  rightOf: z.string().optional().describe("For a column without heading: the field directly to its left"),
  decimals: z.int().min(0).max(6).optional().describe("Published decimals, used to read floats of workbooks"),
  lossy: z.literal("allowed").optional().describe("Workbook cells with more digits than published may be rounded"),
  pad: z
    .int()
    .min(2)
    .max(5)
    .optional()
    .describe("Width of a code of digits: spreadsheets drop leading zeros; the reader restores and counts the zeros"),
  percent: z.literal(true).optional().describe("Printed as 12.34%; workbooks store the fraction 0.1234"),
  notInText: z.literal(true).optional().describe("CMS's txt of the same table does not have this column"),
  descriptor: z.literal(true).optional().describe("Text of the AMA, the ADA or CMS: skipped, never published"),
});
export type LayoutColumn = z.infer<typeof LayoutColumn>;

/** One way in which CMS prints a row of the table as text without headings. */
const TextRecord = z.strictObject({
  title: z.string().describe("Its files, and the document that describes them"),
  pattern: z.array(z.string()).min(1).describe("Pieces of one regular expression; each named group is a field"),
});
export type TextRecord = z.infer<typeof TextRecord>;

/** How the table looks as `.txt` or `.prn`. */
const TextLayout = z.strictObject({
  line: z.string().describe("Distinguishes a row of the table from banners, headings and notes"),
  records: z.array(TextRecord).min(1).describe("Exactly one record must fit every row of a file"),
});

/** The first year from which CMS's files of a kind name their year, and their quarter; absent where none does. */
const Stated = z.strictObject({ year: z.string().optional(), quarter: z.string().optional() });

/** What banner and headings of the table say of its period, as CMS's own files do. */
const StatedPeriod = z.strictObject({
  grid: Stated.describe("In csv, tab text and worksheets"),
  text: Stated.describe("In printed text"),
  yearIsJanuary: z.literal(true).optional().describe("Addenda of a final rule name the year alone and are January's"),
  note: z.string().optional(),
});

/** A table's layout as data: columns by joined heading, never by position. */
export const Layout = z.strictObject({
  id: z.string(),
  title: z.string(),
  member: z.string().describe("Pattern of the file's name without its ending, in any case"),
  key: z.string().describe("Field of the first column; the heading row starts with its heading"),
  keyPattern: z.string().describe("Pattern of the key cell of a data row"),
  columns: z.array(LayoutColumn).min(1),
  oneOf: z.array(z.array(z.string())).optional().describe("Groups of optional fields of which at least one must exist"),
  banner: z.string().optional().describe("Pattern with named groups year and month, searched above the headings"),
  bannerRequired: z.literal(true).optional().describe("For tables with the same headings as another table"),
  headerless: z
    .array(z.string())
    .optional()
    .describe("Fields in order, for files without headings; only where no other table has the same shape"),
  continued: z
    .literal(true)
    .optional()
    .describe("A row without a key goes on with the cells of the row above; one that begins with * is a note"),
  text: TextLayout.optional(),
  period: StatedPeriod,
});
export type Layout = z.infer<typeof Layout>;
