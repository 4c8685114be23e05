import type { PricedLine } from "../../../schemas/out/price.ts";
import { exactScaled } from "../../../schemas/scaled.ts";
import { ASC_COMBINATION } from "../../schedules/asc/rules.ts";
import { ADD_ON_ALONE, PTP_EDIT } from "../../schedules/ncci/rules.ts";
import { COMPLEXITY_ADJUSTMENT, COMPLEXITY_INFERRED } from "../../schedules/opps/rules.ts";
import type { SideAmount } from "./amounts.ts";
import type { LineEffects } from "./line-effects.ts";
import { effectMills, MILLS_PER_CENT, millsIn, NOT_SPLIT } from "./revenue.ts";

/** What changed what is paid for the line of a claim, other than its own rate or amount. */
type ClaimCause = "pair" | "edit" | "status" | "rank" | "claim" | typeof NOT_SPLIT;

/** The line of a claim in one release. */
export interface PaidLine {
  readonly line: PricedLine;
  readonly paid: string;
  /** What its payment is a share or a multiple of: its own rate or amount, or that of the pair. */
  readonly basis: SideAmount;
  /** Status or payment indicator of its code. */
  readonly status: string | undefined;
  /** Of its modifier, in tenths of a percent. */
  readonly share: number;
}

const PAIRS = new Set([COMPLEXITY_ADJUSTMENT.id, COMPLEXITY_INFERRED.id, ASC_COMBINATION.id]);
const EDITS = new Set([PTP_EDIT.id, ADD_ON_ALONE.id]);

function ruleOf({ paid }: PricedLine): string {
  return "rule" in paid ? (paid.rule ?? "") : "";
}

/** Whether a line is paid through a pair: at the APC of Addendum J, or by the combination code of an ASC. */
export function isOfPair(line: PricedLine): boolean {
  return PAIRS.has(ruleOf(line));
}

/** What is paid: a pair, nothing by an edit, nothing for another reason, or the rate or amount of the line itself. */
function kindOf({ line, paid }: PaidLine): "pair" | "edit" | "nothing" | "own" {
  if (isOfPair(line)) return "pair";
  if (EDITS.has(ruleOf(line))) return "edit";
  return millsIn(paid) === 0n ? "nothing" : "own";
}

/** The shares of a line that is not paid in full. */
const reducedTo = ({ line: { percents = [] } }: PaidLine): string =>
  percents.every((each) => each === "100.0") ? "" : percents.join();

/** Why the step of a line is another one; undefined where it is the same, whatever made it so. */
function causeOf(before: PaidLine, after: PaidLine): ClaimCause | undefined {
  const [from, to] = [kindOf(before), kindOf(after)];
  if (from === to && reducedTo(before) === reducedTo(after)) return undefined;
  if (from === "pair" || to === "pair") return "pair";
  if (from === "edit" || to === "edit") return "edit";
  if (before.status !== after.status) return "status";
  return from === to ? "rank" : "claim";
}

/** A whole amount, and a whole share of a modifier, in tenths of a percent. */
const WHOLE = 1000n;

/** Whether an amount is a multiple of its basis, but for the rounding of each unit. */
function isMultiple({ paid, basis }: PaidLine, times: bigint, units: number): boolean {
  if ("reason" in basis) return false;
  const off = millsIn(basis.amount) * times - millsIn(paid) * WHOLE * WHOLE;
  return (off < 0n ? -off : off) <= MILLS_PER_CENT * BigInt(units) * WHOLE * WHOLE;
}

/** How many times the basis is paid on both sides, in millionths; undefined where it is not the same multiple. */
function multipleOf(before: PaidLine, after: PaidLine, units: number): bigint | undefined {
  if (before.share !== after.share) return undefined;
  const tenths = before.line.percents?.map((each) => exactScaled(each, 1)) ?? [];
  const ranked = BigInt(tenths.reduce((sum, each) => sum + each, 0));
  const candidates = [...(tenths.length > 0 ? [ranked] : []), BigInt(units) * WHOLE, WHOLE];
  return candidates
    .map((each) => each * BigInt(before.share))
    .find((times) => [before, after].every((side) => isMultiple(side, times, units)));
}

/** Effects by cause in mills, which leave only the rounding of the change. */
export interface ClaimEffects {
  readonly effects: ReadonlyMap<string, bigint>;
  readonly explained: LineEffects["explained"];
}

const whole = (cause: ClaimCause, change: bigint): ClaimEffects => ({
  effects: new Map([[cause, change]]),
  explained: {},
});

/**
 * What changed what is paid for the line of a claim. Where the step is another one, the whole change is that of the
 * step: how much of it the new rates are is not known. Where it is the same, the change of its rate or amount is split as
 * that of one service, as many times as it is paid.
 *
 * @param split effects on the basis
 */
export function claimEffects(
  before: PaidLine,
  after: PaidLine,
  units: number,
  split: (before: SideAmount, after: SideAmount) => LineEffects,
): ClaimEffects {
  const change = millsIn(after.paid) - millsIn(before.paid);
  const cause = causeOf(before, after);
  if (cause !== undefined) return whole(cause, change);
  if (millsIn(before.paid) === 0n && millsIn(after.paid) === 0n) return { effects: new Map(), explained: {} };
  const times = multipleOf(before, after, units);
  if (times === undefined) return whole(before.status === after.status ? NOT_SPLIT : "status", change);
  const { effects, perCent, explained } = split(before.basis, after.basis);
  const parts = Object.entries(effects).map(
    ([each, effect]) => [each, effectMills(effect, times, BigInt(perCent) * WHOLE * WHOLE)] as const,
  );
  return { effects: new Map(parts), explained };
}
