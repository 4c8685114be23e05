import type { DiffDocument, FactorChange } from "../../../schemas/out/diff.ts";
import { SCHEMA_VERSION } from "../../../schemas/version.ts";
import { METHOD, sideOf } from "./document-parts.ts";
import { Explanations } from "./explain-change.ts";
import { localityTable, neededPairs } from "./localities.ts";
import { LocalityHistory } from "./locality-history.ts";
import { ncciChanges } from "./ncci-changes.ts";
import { PfsChanges } from "./pfs-changes.ts";
import { ASC, OPPS, rateTable } from "./rate-changes.ts";
import type { Side } from "./side.ts";
import { splitLocalities } from "./split-localities.ts";
import { successionsBetween } from "./successions.ts";

/** The codes to compare, and those that were wanted and are in neither release. */
export interface ChosenCodes {
  readonly codes: readonly string[];
  readonly unknown: readonly string[];
}

/** What to compare. */
export interface DiffOptions {
  /** Chooses from the codes of both releases, which it gets sorted; all of them when undefined. */
  readonly chooseCodes?: ((known: readonly string[]) => ChosenCodes) | undefined;
  /** Also splits amounts in every locality, inside the document: for a few codes. */
  readonly localities: boolean;
  /** Receives the same for all codes as NDJSON, in pieces; each piece is valid until the call returns. */
  readonly localityLines?: ((bytes: Uint8Array) => void) | undefined;
}

function factorChanges(before: Side, after: Side): FactorChange[] {
  const keyed = ({ manifest }: Side) =>
    new Map(manifest.conversionFactors.map((each) => [`${each.schedule} ${each.track}`, each]));
  const [old, now] = [keyed(before), keyed(after)];
  return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((key) => {
    const [earlier, later] = [old.get(key), now.get(key)];
    const either = later ?? earlier;
    if (either === undefined) return [];
    const { schedule, track } = either;
    return [{ schedule, track, from: earlier?.value ?? null, to: later?.value ?? null }];
  });
}

/** Every code in a table of a side. */
function codesOf({ pfs = [], opps = [], asc = [] }: Side): Set<string> {
  return new Set([...pfs, ...opps, ...asc].map(({ hcpcs }) => hcpcs));
}

/**
 * Compares two built releases, table by table, and splits the changes into causes.
 *
 * @param before one release, usually the earlier
 * @param after the other
 */
export function diff(before: Side, after: Side, options: DiffOptions): DiffDocument {
  const { chooseCodes, localities, localityLines: sink } = options;
  const explanations = new Explanations(before, after);
  const known = [codesOf(before), codesOf(after)] as const;
  const { codes, unknown = [] } = chooseCodes?.([...new Set([...known[0], ...known[1]])].sort()) ?? {};
  const chosen = codes && new Set(codes);
  const wanted = (hcpcs: string): boolean => chosen?.has(hcpcs) ?? true;
  const history = new LocalityHistory(before, after);
  const places = localities || sink ? neededPairs(before, after, history) : [];
  const sides = [before, after] as const;
  const changes = new PfsChanges(before, after, explanations);
  const pfs = changes.table(wanted, localities ? places : []);
  const { factorRule } = changes;
  const localitySummary =
    places.length === 0
      ? {}
      : { localitySummary: splitLocalities(sides, places, { wanted, explanations, factorRule, sink }) };
  const ncci = ncciChanges(before.ncci, after.ncci, wanted);
  const successions = successionsBetween(...known, wanted);
  return {
    schema: "ratebook/diff",
    schemaVersion: SCHEMA_VERSION,
    from: sideOf(before, wanted),
    to: sideOf(after, wanted),
    method: METHOD,
    codes: codes === undefined ? null : [...codes],
    ...(unknown.length === 0 ? {} : { unknownCodes: [...unknown] }),
    factors: factorChanges(before, after),
    pfs,
    localities: localityTable(before, after),
    localityMoves: [...history.moves],
    ...localitySummary,
    opps: rateTable(sides, OPPS, wanted, explanations),
    asc: rateTable(sides, ASC, wanted, explanations),
    ...(ncci.length === 0 ? {} : { ncci }),
    ...(successions === null ? {} : { successions }),
    rules: explanations.rules(),
  };
}
