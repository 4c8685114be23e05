import * as z from "zod";

/** Where in a CMS file something stands, in the words a spreadsheet would use. */
export const Place = z.strictObject({
  file: z.string().describe("Archive and member as published, for example RVU25A.zip > PPRRVU25_JAN.csv"),
  sheet: z.string().optional().describe("Worksheet, for workbooks"),
  row: z.int().positive().optional().describe("Row as a spreadsheet numbers it, from 1"),
  column: z.string().optional().describe("Column letter, or two joined by a colon"),
  heading: z.string().optional().describe("Joined heading of the column"),
  key: z.string().optional().describe("HCPCS and modifier, or locality, of the row"),
});
export type Place = z.infer<typeof Place>;

/** One thing wrong with the input: what, where, and what to do. Collected, never thrown. */
export const Problem = z.strictObject({
  code: z.string().describe("Kind of problem, for example heading.missing or check.pfs.non-facility-total"),
  place: Place,
  message: z.string().describe("What is wrong, with the value seen and what was expected"),
  cure: z.string().describe("What the reader can do about it"),
});
export type Problem = z.infer<typeof Problem>;
