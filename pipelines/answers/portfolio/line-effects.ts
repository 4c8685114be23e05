import { exactScaled } from "../../../schemas/scaled.ts";
import { CAUSES, exactEffects, SIXTHS_PER_CENT } from "../diff/effects.ts";
import type { Explanations } from "../diff/explain-change.ts";
import { exactRateEffects, HALVES_PER_MILL, type Schedule } from "../diff/rate-effects.ts";
import type { SideAmount } from "./amounts.ts";

/** Why one service's amount changed: exact effects by cause in parts of a cent, and the rules that explain them. */
export interface LineEffects {
  readonly effects: Readonly<Record<string, number>>;
  /** How many of these make a cent. */
  readonly perCent: number;
  readonly explained: Readonly<Record<string, string>>;
}

type Fee = Extract<SideAmount, { fee: unknown }>;
type Rate = Extract<SideAmount, { rate: unknown }>;

/** Effects on a fee schedule amount, in sixths of 10^-9 dollars. */
export function feeEffects(
  before: Fee,
  after: Fee,
  explanations: Explanations,
  factorRule: string | undefined,
): LineEffects {
  const effects = exactEffects(before.fee, after.fee);
  if (!CAUSES.every((cause) => Number.isSafeInteger(effects[cause])))
    throw new RangeError("an effect is too large to be split exactly");
  const place =
    before.locality && after.locality ? explanations.ofFloor({ before: before.locality, after: after.locality }) : {};
  const explained = { ...explanations.ofAmount(before.fee, after.fee, factorRule), ...place };
  return { effects, perCent: SIXTHS_PER_CENT, explained };
}

function mills(rate: string | null): number {
  return exactScaled(rate ?? "0", 3);
}

/** Effects on a facility's rate, in halves of 10^-8 dollars; without a weight on both sides the rate is its own cause. */
export function rateEffectsOf(before: Rate, after: Rate, schedule: Schedule, explanations: Explanations): LineEffects {
  const effects = exactRateEffects(before.rate, after.rate);
  if (effects === undefined)
    return { effects: { price: mills(after.rate.rate) - mills(before.rate.rate) }, perCent: 10, explained: {} };
  const rule =
    effects.factor === 0 ? undefined : explanations.ofFactor(schedule, before.rate.factor, after.rate.factor);
  return { effects, perCent: HALVES_PER_MILL * 10, explained: rule === undefined ? {} : { factor: rule } };
}
