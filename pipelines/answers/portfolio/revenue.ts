import type { Revenue } from "../../../schemas/out/portfolio.ts";
import { exactScaled } from "../../../schemas/scaled.ts";
import { ROUNDING } from "../diff/amount-change.ts";

/** Mills in a cent: Addendum B prints drugs to the mill. */
export const MILLS_PER_CENT = 10n;

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}

/** Half away from zero. */
export function divided(value: bigint, by: bigint): bigint {
  const rounded = (absolute(value) * 2n + by) / (by * 2n);
  return value < 0n ? -rounded : rounded;
}

/** An amount of a document in mills. */
export function millsIn(amount: string): bigint {
  return BigInt(exactScaled(amount, 3));
}

/** Dollars with two decimals, or three where mills are left: "-5.92", "0.125". */
export function millsText(mills: bigint): string {
  const digits = absolute(mills).toString().padStart(4, "0");
  const text = `${digits.slice(0, -3)}.${digits.slice(-3).replace(/0$/, "")}`;
  return mills < 0n ? `-${text}` : text;
}

function percentText(change: bigint, before: bigint): string | null {
  if (before === 0n) return null;
  const digits = divided(absolute(change) * 10_000n, absolute(before))
    .toString()
    .padStart(3, "0");
  const text = `${digits.slice(0, -2)}.${digits.slice(-2)}`;
  return change < 0n !== before < 0n && text !== "0.00" ? `-${text}` : text;
}

/** The cause of a change that could not be split: no rule explains it, and no new figure of CMS's is known to. */
export const NOT_SPLIT = "notSplit";

/** What one row of volumes is worth, in mills, exactly. */
export interface LineRevenue {
  readonly count: bigint;
  readonly before: bigint;
  readonly after: bigint;
  /** By cause, without the rounding. */
  readonly effects: ReadonlyMap<string, bigint>;
  readonly explained: Readonly<Record<string, string>>;
}

function added(sums: Map<string, bigint>, key: string, mills: bigint): void {
  sums.set(key, (sums.get(key) ?? 0n) + mills);
}

function causeTexts(sums: ReadonlyMap<string, bigint>): Record<string, string> {
  return Object.fromEntries([...sums].map(([key, mills]) => [key, millsText(mills)]));
}

/** Sums of revenue. Integers of any length: nothing is rounded here, so that every sum is that of its parts. */
export class RevenueSum {
  private count = 0n;
  private before = 0n;
  private after = 0n;
  private unexplained = 0n;
  private readonly effects = new Map<string, bigint>();
  private readonly explained = new Map<string, bigint>();

  /** Change in mills so far. */
  get change(): bigint {
    return this.after - this.before;
  }

  add({ count, before, after, effects, explained }: LineRevenue): this {
    this.count += count;
    this.before += before;
    this.after += after;
    for (const [cause, mills] of effects) {
      if (mills === 0n) continue;
      added(this.effects, cause, mills);
      if (cause === NOT_SPLIT) continue;
      const rule = explained[cause];
      if (rule === undefined) this.unexplained += mills;
      else added(this.explained, rule, mills);
    }
    return this;
  }

  /** As it is published; the rounding is what the effects leave of the change. */
  published(): Revenue {
    const split = [...this.effects.values()].reduce((sum, mills) => sum + mills, 0n);
    return {
      count: Number(this.count),
      before: millsText(this.before),
      after: millsText(this.after),
      change: millsText(this.change),
      percent: percentText(this.change, this.before),
      effects: { ...causeTexts(this.effects), [ROUNDING]: millsText(this.change - split) },
      explained: causeTexts(this.explained),
      unexplained: millsText(this.unexplained),
    };
  }
}

/**
 * An effect on one service times the count, to the cent, half away from zero.
 *
 * @param effect in parts of a cent
 * @param perCent how many parts make one
 * @returns mills
 */
export function effectMills(effect: number, count: bigint, perCent: number | bigint): bigint {
  return divided(BigInt(effect) * count, BigInt(perCent)) * MILLS_PER_CENT;
}
