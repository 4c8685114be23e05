import type { LocalitySummary } from "../../../schemas/out/diff.ts";
import type { LocalityPair } from "./amount-inputs.ts";
import type { Explanations } from "./explain-change.ts";
import { LocalityChanges } from "./locality-changes.ts";
import { LocalityLines } from "./locality-lines.ts";
import { LocalityTotals } from "./locality-summary.ts";
import type { Side } from "./side.ts";

/** What to split, and where the lines go. */
interface Split {
  readonly wanted: (hcpcs: string) => boolean;
  readonly explanations: Explanations;
  readonly factorRule: string | undefined;
  /** Receives the lines as bytes that are valid until it returns; undefined for the summary only. */
  readonly sink: ((bytes: Uint8Array) => void) | undefined;
}

function unmatchedLocalities(before: Side, after: Side, places: readonly LocalityPair[]): LocalitySummary["unmatched"] {
  const keysOf = ({ localities = [] }: Side) => localities.map(({ locality }) => locality);
  const matched = {
    from: new Set(places.map((place) => place.before.locality)),
    to: new Set(places.map((place) => place.after.locality)),
  };
  return {
    from: keysOf(before).filter((locality) => !matched.from.has(locality)),
    to: keysOf(after).filter((locality) => !matched.to.has(locality)),
  };
}

/**
 * Goes through every amount of every locality once: for the summary, and for the lines when they are requested.
 *
 * @throws RangeError where an effect could be too large to be split exactly
 */
export function splitLocalities(
  sides: readonly [Side, Side],
  places: readonly LocalityPair[],
  { wanted, explanations, factorRule, sink }: Split,
): LocalitySummary {
  const changes = new LocalityChanges(...sides, places, wanted);
  const totals = new LocalityTotals(places, changes.counts.pricedOnBoth);
  const lines = sink && new LocalityLines(sides, places, explanations, sink);
  for (const change of changes.each(explanations, factorRule)) {
    totals.add(change);
    lines?.add(change, totals.percent);
  }
  const unmatched = unmatchedLocalities(...sides, places);
  return { rows: changes.counts, localities: totals.summary(), unmatched, lines: lines?.end() ?? null };
}
