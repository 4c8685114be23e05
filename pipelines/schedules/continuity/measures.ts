import type { Measure } from "../../../schemas/source/continuity.ts";
import { type TableChange, WHOLE } from "./compare.ts";

/** One measure between a table and that of a later publication: in ten-thousandths, `hole` and `block` in rows. */
export interface Measured {
  readonly measure: Measure;
  readonly field?: string;
  readonly value: number;
}

/** A share of fewer rows than this means nothing. */
const FEWEST_FILLED = 20;

function share(part: number, of: number): number {
  return of === 0 ? 0 : Math.floor((part * WHOLE) / of);
}

/** All measures between a table and that of a later publication. */
export function measuresOf({ earlierRows, laterRows, gone, hole, fresh, block, columns }: TableChange): Measured[] {
  const larger = Math.max(earlierRows, laterRows);
  const measured = columns.filter(({ filled }) => filled >= FEWEST_FILLED);
  const ofFigures = measured.filter(({ figures }) => figures);
  return [
    { measure: "rows", value: share(Math.abs(laterRows - earlierRows), larger) },
    { measure: "gone", value: share(gone.length, larger) },
    { measure: "fresh", value: share(fresh.length, larger) },
    { measure: "hole", value: hole.length },
    { measure: "block", value: block.length },
    ...measured.map(({ field, moved, filled }) => ({
      measure: "moved" as const,
      field,
      value: share(moved.length, filled),
    })),
    ...ofFigures.map(({ field, far, filled }) => ({
      measure: "far" as const,
      field,
      value: share(far.length, filled),
    })),
    ...ofFigures.map(({ field, drift }) => ({ measure: "drift" as const, field, value: Math.abs(drift) })),
  ];
}
