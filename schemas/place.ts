import * as z from "zod";

/** A place in a CMS file, in the terms of a spreadsheet. */
export const Place = z.strictObject({
  file: z.string().describe("Archive and member as published, for example RVU25A.zip > PPRRVU25_JAN.csv"),
  sheet: z.string().optional().describe("Worksheet, for workbooks"),
  row: z.int().positive().optional().describe("Row as a spreadsheet numbers it, from 1"),
  column: z.string().optional().describe("Column letter, or two joined by a colon"),
  heading: z.string().optional().describe("Joined heading of the column"),
  key: z.string().optional().describe("HCPCS and modifier, or locality, of the row"),
});
export type Place = z.infer<typeof Place>;

/** One problem of the input: what, where, and what to do. Collected, never thrown. */
export const Problem = z.strictObject({
  code: z.string().describe("Kind of problem, for example heading.missing or check.pfs.non-facility-total"),
  place: Place,
  message: z.string().describe("What is wrong: the value that was read, and what was expected"),
  cure: z.string().describe("What to do about it"),
});
export type Problem = z.infer<typeof Problem>;
