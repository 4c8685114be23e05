import type { AmountChange } from "../../../schemas/out/diff.ts";
import { parseScaled } from "../../../schemas/scaled.ts";
import { signedDollars, signedPercent } from "./signed.ts";

/** Decimals of the smallest money that a table prints: cents in the fee schedules, mills in Addendum B. */
export type Scale = 2 | 3;

/** One amount on both sides as text, with its effects as integers of the scale. */
export interface Moved {
  readonly from: string | null;
  readonly to: string | null;
  /** Effects by cause; with the rounding they are the change. Undefined where one side has no amount. */
  readonly effects: Readonly<Record<string, number>> | undefined;
  readonly explained: Readonly<Record<string, string>>;
  readonly scale: Scale;
}

/** The cause for what rounding leaves. */
export const ROUNDING = "rounding";

function integer(text: string | null, scale: Scale): number | undefined {
  return text === null ? undefined : parseScaled(text, scale);
}

/** Effects that are not zero, in the order of the causes, and the rounding always. */
function causeTexts(effects: Readonly<Record<string, number>>, scale: Scale): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [cause, effect] of Object.entries(effects)) {
    if (effect !== 0 || cause === ROUNDING) texts[cause] = signedDollars(effect, scale);
  }
  return texts;
}

function unexplained(effects: Readonly<Record<string, number>>, explained: Moved["explained"]): number {
  let open = 0;
  for (const [cause, effect] of Object.entries(effects)) {
    if (cause !== ROUNDING && !(cause in explained)) open += effect;
  }
  return open;
}

/** An amount's change as it is published. */
export function amountChange({ from, to, effects, explained, scale }: Moved): AmountChange {
  const [before, after] = [integer(from, scale), integer(to, scale)];
  if (before === undefined || after === undefined || effects === undefined)
    return { from, to, change: null, percent: null, effects: null, explained: {}, unexplained: null };
  const change = after - before;
  return {
    from,
    to,
    change: signedDollars(change, scale),
    percent: signedPercent(change, before),
    effects: causeTexts(effects, scale),
    explained: { ...explained },
    unexplained: signedDollars(unexplained(effects, explained), scale),
  };
}
