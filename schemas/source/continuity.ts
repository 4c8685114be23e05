import * as z from "zod";
import { Role } from "./release.ts";

/**
 * What is measured from a table to the same one of a later publication: `rows` that it grew or shrank by, keys `gone` and `fresh`,
 * the longest run of either (`hole`, `block`), figures and letters `moved`, and figures moved `far`.
 */
export const Measure = z.enum(["rows", "gone", "fresh", "hole", "block", "moved", "far"]);
export type Measure = z.infer<typeof Measure>;

/** How far a measure may go, and how far it went in CMS's own files. */
const Bound = z.strictObject({
  most: z.int().nonnegative(),
  seen: z.int().nonnegative().describe("The largest that CMS's own neighbouring tables have"),
  between: z.string().describe("Which two have it"),
});
export type Bound = z.infer<typeof Bound>;

/**
 * Bounds of one measure: in ten-thousandths, `hole` and `block` in rows. Written by `npm run profiles` from CMS's files; the margin is
 * in `tools/profiles/margins.ts`.
 */
const MeasureBound = z.strictObject({
  role: Role,
  measure: Measure,
  field: z.string().optional().describe("For `moved` and `far`"),
  sameYear: Bound.optional().describe("Between two of one year; absent where no such pair is at hand"),
  eachYear: Bound.optional().describe("Between two of different years, for each year between them"),
});
export type MeasureBound = z.infer<typeof MeasureBound>;

/** `sources/parameters/continuity.json`. */
export const ContinuityBounds = z.strictObject({ note: z.string(), bounds: z.array(MeasureBound) });
export type ContinuityBounds = z.infer<typeof ContinuityBounds>;
