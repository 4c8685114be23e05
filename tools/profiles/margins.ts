import { WHOLE } from "../../pipelines/schedules/continuity/measures.ts";
import type { Measure } from "../../schemas/source/continuity.ts";

/** Smallest bounds, even if the available files show less: in ten-thousandths, `hole` and `block` in rows. */
interface Floor {
  readonly sameYear: number;
  readonly eachYear: number;
}

/**
 * Within a year CMS adds and removes a few rows. Between years the AMA removes families of up to thirty consecutive rows. In
 * a table of a hundred rows no figure moves far within a year.
 */
const FLOORS: Readonly<Record<Measure, Floor>> = {
  rows: { sameYear: 200, eachYear: 500 },
  gone: { sameYear: 60, eachYear: 300 },
  fresh: { sameYear: 300, eachYear: 700 },
  hole: { sameYear: 8, eachYear: 30 },
  block: { sameYear: 60, eachYear: 200 },
  moved: { sameYear: 150, eachYear: 300 },
  far: { sameYear: 60, eachYear: 100 },
};

/** Few pairs are available, so a bound is twice what they show. */
const MARGIN = 2;

/** The bound of a measure, from its largest value. */
export function boundOf(measure: Measure, regime: keyof Floor, seen: number): number {
  const most = Math.max(FLOORS[measure][regime], seen * MARGIN);
  return measure === "hole" || measure === "block" ? most : Math.min(most, WHOLE);
}
