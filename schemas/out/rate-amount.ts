import * as z from "zod";
import { Origin } from "../source/release.ts";
import { DollarText } from "../text.ts";
import { ColumnName, noAmount } from "./common.ts";

/** Cells of one row of one CMS file. */
export const RateCells = z.strictObject({
  file: z.string().describe("CMS's name: archive and member"),
  sheet: z.string().optional().describe("Worksheet, for workbooks"),
  origin: Origin,
  excerptOf: z.string().optional().describe("For embedded excerpts: CMS's whole file. `row` is that of the excerpt"),
  row: z.int().positive().describe("Row as a spreadsheet numbers it, from 1"),
  columns: z.array(ColumnName),
});
export type RateCells = z.infer<typeof RateCells>;

/** An amount: printed by CMS in one cell, or computed by a rule from several cells. */
export const RateAmount = z.strictObject({
  value: DollarText,
  rule: z.string().optional().describe("Explained in `rules`; absent where CMS prints the amount itself"),
  cells: z.array(RateCells).min(1),
});
export type RateAmount = z.infer<typeof RateAmount>;

export const RateOrReason = z.union([RateAmount, z.strictObject(noAmount)]);
export type RateOrReason = z.infer<typeof RateOrReason>;
