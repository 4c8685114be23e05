import * as z from "zod";
import { Role } from "./release.ts";

/**
 * Measures between a table and the same one of a later publication: change in `rows`, keys `gone` and `fresh`, the longest
 * run of either (`hole`, `block`), figures and indicators `moved`, figures moved `far`, and the `drift` of all figures of
 * a column together.
 */
export const Measure = z.enum(["rows", "gone", "fresh", "hole", "block", "moved", "far", "drift"]);
export type Measure = z.infer<typeof Measure>;

/** Limit of a measure, and its largest value in CMS's own files. */
const Bound = z.strictObject({
  most: z.int().nonnegative(),
  seen: z.int().nonnegative().describe("Largest value between neighbouring tables of CMS"),
  between: z.string().describe("The two publications with that value"),
});
export type Bound = z.infer<typeof Bound>;

/**
 * Bounds of one measure, in ten-thousandths, `drift` of a doubling; `hole` and `block` in rows. `npm run profiles` writes them from CMS's files,
 * with the margin in `tools/profiles/margins.ts`.
 */
const MeasureBound = z.strictObject({
  role: Role,
  measure: Measure,
  field: z.string().optional().describe("For `moved`, `far` and `drift`"),
  sameYear: Bound.optional().describe("Between two of one year; absent where there is no such pair"),
  eachYear: Bound.optional().describe("Between two of different years, for each year in between"),
});
export type MeasureBound = z.infer<typeof MeasureBound>;

/** `sources/parameters/continuity.json`. */
export const ContinuityBounds = z.strictObject({ note: z.string(), bounds: z.array(MeasureBound) });
export type ContinuityBounds = z.infer<typeof ContinuityBounds>;
