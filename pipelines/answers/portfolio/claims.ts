import { CLAIM_BOUNDS } from "../price/claim.ts";
import type { PricedVolume } from "./known-volumes.ts";

/** A row that is paid nothing, and why: another row takes it back, or it has no units. */
export interface Cancelled {
  readonly volume: PricedVolume;
  readonly why: string;
}

/** Lines of one claim that one payee is paid for, or why they cannot be priced together. */
export interface Bill {
  readonly claim: string;
  readonly volumes: readonly PricedVolume[];
  readonly cancelled: readonly Cancelled[];
  /** Whether the whole claim is taken back. */
  readonly isReversal: boolean;
  readonly reason: string | undefined;
}

/** Values by a key, in the order in which the keys come. */
export function groupsBy<Value>(values: readonly Value[], keyOf: (value: Value) => string): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const value of values) {
    const key = keyOf(value);
    const own = groups.get(key);
    if (own === undefined) groups.set(key, [value]);
    else own.push(value);
  }
  return groups;
}

const distinct = <Value>(values: readonly Value[]): number => new Set(values).size;

/** Bills of claims: those of physicians and ASCs are of one day, a hospital's claim may have several. */
function keyOf({ claim, setting, site, day }: PricedVolume): string {
  return JSON.stringify([claim, setting, setting === "facility" ? site : null, setting === "hopd" ? null : day]);
}

const isSameService = (one: PricedVolume, other: PricedVolume): boolean =>
  one.code === other.code && one.modifiers.join() === other.modifiers.join();

/** Rows that take each other back, and rows without units. */
function cancelledOf(volumes: readonly PricedVolume[]): Cancelled[] {
  const cancelled = new Map<PricedVolume, string>();
  for (const volume of volumes) {
    if (volume.count === 0) cancelled.set(volume, "it has no units");
    if (volume.count >= 0) continue;
    const isOpposite = (other: PricedVolume): boolean =>
      other.count === -volume.count && !cancelled.has(other) && isSameService(volume, other);
    const back = volumes.find(isOpposite);
    if (back === undefined) continue;
    cancelled.set(volume, `it takes row ${back.row} back`).set(back, `row ${volume.row} takes it back`);
  }
  return [...cancelled].map(([volume, why]) => ({ volume, why }));
}

function reasonOf(volumes: readonly PricedVolume[], isIncomplete: boolean): string | undefined {
  if (isIncomplete) return "claim-incomplete";
  if (distinct(volumes.map(({ day }) => day)) > 1) return "claim-of-several-days";
  if (distinct(volumes.map(({ locality }) => locality)) > 1) return "claim-of-several-places";
  if (distinct(volumes.map(({ count }) => count < 0)) > 1) return "claim-with-reversals";
  const isBeyond = volumes.some(({ count }) => Math.abs(count) > CLAIM_BOUNDS.units);
  return isBeyond || volumes.length > CLAIM_BOUNDS.lines ? "claim-too-large" : undefined;
}

/**
 * The bills of the claims of a file.
 *
 * @param volumes rows with a claim id
 * @param incomplete ids of claims of which a row is not understood
 */
export function billsOf(volumes: readonly PricedVolume[], incomplete: ReadonlySet<string>): Bill[] {
  return [...groupsBy(volumes, keyOf).values()].map((own): Bill => {
    const claim = own[0]?.claim ?? "";
    const cancelled = cancelledOf(own);
    const isCancelled = new Set(cancelled.map(({ volume }) => volume));
    const left = own.filter((each) => !isCancelled.has(each));
    const reason = reasonOf(left, incomplete.has(claim));
    // A claim that cannot be priced has all its rows for this reason.
    if (reason !== undefined) return { claim, volumes: own, cancelled: [], isReversal: false, reason };
    return { claim, volumes: left, cancelled, isReversal: left.some(({ count }) => count < 0), reason };
  });
}
