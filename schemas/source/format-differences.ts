import * as z from "zod";

const Format = z.enum(["csv", "txt", "xlsx"]);
const publications = z.array(z.string()).min(1).describe("Labels of the publications with this difference");

/** One cell that two formats print differently, or, with the key "*", every cell of a column. */
const Cell = z.strictObject({
  publications,
  key: z.string().describe('Key of the record such as "01182 18", or "*" for every record'),
  csv: z.string().describe("What CMS's csv says"),
  txt: z.string().optional().describe("What CMS's txt says, if different"),
  xlsx: z.string().optional().describe("What CMS's workbook says, if different"),
});

/** One difference between CMS's own formats of a table, with the cells. */
const FormatDifference = z.strictObject({
  role: z.string(),
  field: z.string(),
  reason: z.string().min(20),
  cells: z.array(Cell).default([]),
  lacking: z.strictObject({ publications, format: Format }).optional().describe("The format without this column"),
});
export type FormatDifference = z.infer<typeof FormatDifference>;

/** `sources/format-differences.json`: where CMS's csv, txt and workbooks of one table differ. */
export const FormatDifferences = z.strictObject({ differences: z.array(FormatDifference) });
