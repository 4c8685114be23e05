import { WHOLE } from "../../pipelines/schedules/continuity/compare.ts";
import type { Measure } from "../../schemas/source/continuity.ts";
import type { Role } from "../../schemas/source/release.ts";

/** Smallest bounds, even if the available files show less: in ten-thousandths, `drift` of a doubling, `hole` and `block` in rows. */
interface Floor {
  readonly sameYear: number;
  readonly eachYear: number;
}

/**
 * Within a year CMS adds and removes a few rows. Between years the AMA removes families of up to thirty consecutive rows. In
 * a table of a hundred rows no figure moves far, within a year or from one to the next. All figures of a column together
 * move by a few percent a year, and within a year hardly.
 */
const FLOORS: Readonly<Record<Measure, Floor>> = {
  rows: { sameYear: 200, eachYear: 500 },
  gone: { sameYear: 60, eachYear: 300 },
  fresh: { sameYear: 300, eachYear: 700 },
  hole: { sameYear: 8, eachYear: 30 },
  block: { sameYear: 60, eachYear: 200 },
  moved: { sameYear: 150, eachYear: 300 },
  far: { sameYear: 60, eachYear: 90 },
  drift: { sameYear: 100, eachYear: 300 },
};

/** Tables that CMS prints once a year: within it a row in a hundred that moved is one too many. */
const ONCE_A_YEAR: ReadonlySet<Role> = new Set(["gpci", "anesthesia", "wage-index"]);
const MOVED_ONCE_A_YEAR = 90;
/** Of 42,956 ZIP codes none changed its locality from October 2025 to January 2026. */
const MOVED_ZIPS = 10;

function floorOf(role: Role, measure: Measure, regime: keyof Floor): number {
  if (measure !== "moved") return FLOORS[measure][regime];
  if (role === "zip5") return MOVED_ZIPS;
  return regime === "sameYear" && ONCE_A_YEAR.has(role) ? MOVED_ONCE_A_YEAR : FLOORS.moved[regime];
}

/** Few pairs are available, so a bound is twice what they show. */
const MARGIN = 2;

/** The bound of a measure, from its largest value. */
export function boundOf(role: Role, measure: Measure, regime: keyof Floor, seen: number): number {
  const most = Math.max(floorOf(role, measure, regime), seen * MARGIN);
  return measure === "hole" || measure === "block" ? most : Math.min(most, WHOLE);
}
