import type { AdjustedLine, PortfolioDocument, PortfolioLine } from "../../../schemas/out/portfolio.ts";
import { exactScaled } from "../../../schemas/scaled.ts";
import { SCALE } from "../../../schemas/units.ts";
import { shareOfAmount } from "../../rules/money.ts";
import { modifierShare, shareText } from "../../schedules/pfs/modifier-share.ts";
import { modifierRuleOf } from "../../sources/modifiers.ts";
import type { SideAmounts } from "./amounts.ts";
import type { PricedVolume } from "./known-volumes.ts";
import { MILLS_PER_CENT, millsText } from "./revenue.ts";

interface Adjusted {
  readonly line: AdjustedLine;
  readonly before: bigint;
  readonly after: bigint;
  readonly cites: readonly string[];
}

/** A share of an amount in mills. */
function millsOf(amount: string, share: number): bigint {
  return BigInt(exactScaled(shareOfAmount(amount, share), SCALE.cents)) * MILLS_PER_CENT;
}

/** What is paid for a row with its one modifier; nothing where the row has several, or no share is recorded. */
function adjustedLine(
  { row, from, to, count }: PortfolioLine,
  volume: PricedVolume,
  sides: readonly [SideAmounts, SideAmounts],
): Adjusted[] {
  const [modifier, another] = volume.apart;
  if (modifier === undefined || another !== undefined) return [];
  const rule = modifierRuleOf(modifier);
  if (rule === undefined) return [];
  const [old, now] = sides.map((side) => modifierShare(rule, (field) => side.indicatorOf(volume, field)));
  if (old === undefined || now === undefined) return [];
  const services = BigInt(count);
  const [before, after] = [millsOf(from, old) * services, millsOf(to, now) * services];
  const percents = { from: shareText(old), to: shareText(now) };
  const amounts = { before: millsText(before), after: millsText(after), change: millsText(after - before) };
  return [
    {
      line: { row, modifier, percents, count, ...amounts },
      before,
      after,
      cites: [rule.cites.map(({ title }) => title).join("; ")],
    },
  ];
}

/** What is paid with modifiers that change the amount, for the rows whose share is recorded. */
export function adjusted(
  apart: readonly { readonly line: PortfolioLine; readonly volume: PricedVolume }[],
  sides: readonly [SideAmounts, SideAmounts],
): PortfolioDocument["apart"]["adjusted"] {
  const known = apart.flatMap(({ line, volume }) => adjustedLine(line, volume, sides));
  const sum = (of: (each: Adjusted) => bigint): bigint => known.reduce((all, each) => all + of(each), 0n);
  const [before, after] = [sum((each) => each.before), sum((each) => each.after)];
  return {
    lines: known.map(({ line }) => line),
    count: known.reduce((all, { line }) => all + line.count, 0),
    ...{ before: millsText(before), after: millsText(after), change: millsText(after - before) },
    rules: [...new Set(known.flatMap(({ cites }) => cites))],
  };
}
