import type { DiffDocument, FeeChange } from "../../../schemas/out/diff.ts";
import { parseScaled } from "../../../schemas/scaled.ts";
import type { Role } from "../../../schemas/source/release.ts";
import { isMarkedNa } from "../../answers/diff/na-marks.ts";
import { isRateCompared } from "../../answers/diff/rate-marks.ts";
import { AMOUNTS, type Amount } from "../../words/names.ts";

/** The amounts that a diff compares, in their order. */
export const AMOUNT_NAMES = Object.keys(AMOUNTS) as Amount[];

/** The files that have them. */
export const AMOUNT_FILES: Readonly<Record<Amount, readonly Role[]>> = {
  office: ["rvu"],
  facility: ["rvu"],
  opps: ["addendum-b"],
  asc: ["asc-aa", "asc-bb"],
};

/** An amount that differs in the second release. */
export interface Movement {
  readonly hcpcs: string;
  readonly modifier: string;
  readonly schedule: Amount;
  readonly amount: FeeChange;
  /** Tenths of a cent, so that mills of Addendum B count; null where one side has no amount. */
  readonly mills: number | null;
  /** Hundredths of a percent. */
  readonly percent: number | null;
  /** CMS marks it NA on a side: it is counted separately, and is in no figure of the page. */
  readonly isNa: boolean;
}

/** A movement between two releases whose files are known, with the row of each. */
export interface RowMovement extends Movement {
  readonly fromRow: number;
  readonly toRow: number;
}

/** A signed decimal as an integer of its scale; null for null. */
export function signedScaled(text: string | null, scale: number): number | null {
  if (text === null) return null;
  const size = parseScaled(text.replace(/^-/, ""), scale) ?? 0;
  return text.startsWith("-") ? -size : size;
}

/** An amount on both sides as a movement, whether or not it moved. */
export function movementOf(hcpcs: string, modifier: string, schedule: Amount, amount: FeeChange): Movement {
  const [mills, percent] = [signedScaled(amount.change, 3), signedScaled(amount.percent, 2)];
  return { hcpcs, modifier, schedule, amount, mills, percent, isNa: isMarkedNa(amount) };
}

type Changed = Pick<RowMovement, "hcpcs" | "fromRow" | "toRow">;

function movement(row: Changed, modifier: string, schedule: Amount, amount: FeeChange): RowMovement[] {
  if (amount.from === amount.to) return [];
  const { hcpcs, fromRow, toRow } = row;
  return [{ ...movementOf(hcpcs, modifier, schedule, amount), fromRow, toRow }];
}

/** Every amount of a diff that changed, appeared or disappeared, including those marked NA; none that a copy leaves out. */
export function movements({ pfs, opps, asc }: DiffDocument): RowMovement[] {
  return [
    ...(pfs?.changed ?? []).flatMap((row) => [
      ...movement(row, row.modifier, "office", row.nonFacility),
      ...movement(row, row.modifier, "facility", row.facility),
    ]),
    ...(opps?.changed ?? []).filter(isRateCompared).flatMap((row) => movement(row, "", "opps", row.rate)),
    ...(asc?.changed ?? []).filter(isRateCompared).flatMap((row) => movement(row, "", "asc", row.rate)),
  ];
}

/** The table that has a schedule's amounts. */
const TABLE_OF = { office: "pfs", facility: "pfs", opps: "opps", asc: "asc" } as const;

/** The schedules that were read on both sides. */
export function comparedAmounts(diff: DiffDocument): Amount[] {
  return AMOUNT_NAMES.filter((schedule) => diff[TABLE_OF[schedule]] !== null);
}

const size = (value: number | null): number => (value === null ? 0 : Math.abs(value));

/** Amounts by kind of change: each is in exactly one part. */
export interface MovementParts {
  readonly up: number;
  readonly down: number;
  readonly came: number;
  readonly went: number;
}

/** Counts amounts that changed: up or down in dollars, whatever the percent rounds to; those of one side separately. */
export function partsOf(all: readonly Movement[]): MovementParts {
  const count = (fits: (each: Movement) => boolean): number => all.filter(fits).length;
  return {
    up: count(({ mills }) => mills !== null && mills > 0),
    down: count(({ mills }) => mills !== null && mills < 0),
    came: count(({ mills, amount }) => mills === null && amount.from === null),
    went: count(({ mills, amount }) => mills === null && amount.from !== null),
  };
}

/**
 * The largest of each schedule, by dollars and by percent: as many of each as requested, the largest first.
 * Amounts that appeared or disappeared have neither, and come last: they fill the list where a schedule has fewer
 * changes.
 */
export function largest<Moved extends Movement>(all: readonly Moved[], most: number): Moved[] {
  const chosen = new Set<Moved>();
  for (const schedule of AMOUNT_NAMES) {
    const own = all.filter((each) => each.schedule === schedule);
    for (const key of ["mills", "percent"] as const) {
      const sorted = own.toSorted((left, right) => size(right[key]) - size(left[key]));
      for (const each of sorted.slice(0, most)) chosen.add(each);
    }
  }
  return [...chosen].sort((left, right) => size(right.mills) - size(left.mills));
}
