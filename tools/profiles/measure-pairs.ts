import { compareLooks } from "../../pipelines/schedules/continuity/compare.ts";
import { type Measured, measuresOf } from "../../pipelines/schedules/continuity/measures.ts";
import { isBefore, neighboursOf, yearsBetween } from "../../pipelines/schedules/continuity/neighbour.ts";
import { unpackTable } from "../../pipelines/schedules/continuity/packed.ts";
import type { Bound, MeasureBound } from "../../schemas/source/continuity.ts";
import type { Profile, ProfileTable } from "../../schemas/source/profile.ts";
import { boundOf } from "./margins.ts";

/** A build compares with the nearest publication. Farther ones are measured up to this many years. */
const FURTHEST = 5;

type Regime = "sameYear" | "eachYear";
type Seen = Map<string, MeasureBound>;

function widen(before: Bound | undefined, seen: number, between: string, most: number): Bound {
  return before !== undefined && before.seen >= seen ? before : { most, seen, between };
}

function take(
  seen: Seen,
  role: ProfileTable["role"],
  { measure, field, value }: Measured,
  years: number,
  pair: string,
) {
  const key = `${role} ${measure} ${field ?? ""}`;
  const before = seen.get(key) ?? { role, measure, ...(field === undefined ? {} : { field }) };
  const regime: Regime = years === 0 ? "sameYear" : "eachYear";
  const eachYear = years === 0 ? value : Math.floor((value + years - 1) / years);
  seen.set(key, {
    ...before,
    [regime]: widen(before[regime], eachYear, pair, boundOf(role, measure, regime, eachYear)),
  });
}

function takePairs(seen: Seen, own: Profile, table: ProfileTable, profiles: readonly Profile[]): void {
  for (const { profile, table: other } of neighboursOf(own, table.role, profiles)) {
    const years = yearsBetween(own, profile);
    if (isBefore(own, profile) || years > FURTHEST) continue;
    const change = compareLooks(unpackTable(other), unpackTable(table));
    const pair = `${profile.label} and ${own.label}`;
    for (const measured of measuresOf(change)) take(seen, table.role, measured, years, pair);
  }
}

/** Bounds of every measure, from neighbouring publications. */
export function measureAll(families: readonly (readonly Profile[])[]): MeasureBound[] {
  const seen: Seen = new Map();
  for (const profiles of families) {
    for (const own of profiles) {
      for (const table of own.tables) takePairs(seen, own, table, profiles);
    }
  }
  return [...seen.values()];
}
