import { z } from "zod";

/** One column: our field, and every heading CMS has printed over it. */
export const LayoutColumn = z.strictObject({
  field: z.string(),
  headings: z.array(z.string()).min(1).describe("Joined heading text. Tokens: {year} {month} {amount} {note}"),
  optional: z.literal(true).optional(),
  rightOf: z.string().optional().describe("For a column without heading: the field directly to its left"),
  decimals: z.int().min(0).max(6).optional().describe("Published scale, used to read workbook floats back"),
  lossy: z.literal("allowed").optional().describe("Workbook cells with more digits than published may be rounded"),
  descriptor: z.literal(true).optional().describe("AMA, ADA or CMS wording: read past, never published"),
});
export type LayoutColumn = z.infer<typeof LayoutColumn>;

/** A table's layout as data: columns by joined heading, never by position. */
export const Layout = z.strictObject({
  id: z.string(),
  title: z.string(),
  member: z.string().describe("Pattern of the file's name inside CMS's archive, any case"),
  key: z.string().describe("Field of the first column; the heading row is the row that starts with its heading"),
  keyPattern: z.string().describe("What the key cell of a data row looks like"),
  columns: z.array(LayoutColumn).min(2),
  oneOf: z.array(z.array(z.string())).optional().describe("Groups of optional fields of which at least one must exist"),
  banner: z.string().optional().describe("Pattern with named groups year and month, searched above the headings"),
});
export type Layout = z.infer<typeof Layout>;
