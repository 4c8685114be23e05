import type { AdjustedLine, PortfolioDocument, PortfolioLine } from "../../../schemas/out/portfolio.ts";
import { exactScaled } from "../../../schemas/scaled.ts";
import { modifierShare } from "../../sources/modifiers.ts";
import type { SideAmounts } from "./amounts.ts";
import type { PricedVolume } from "./known-volumes.ts";
import { divided, millsText } from "./revenue.ts";

/** Mills in a cent, times tenths of a percent in a whole. */
const PARTS_PER_CENT = 10n * 1000n;

interface Adjusted {
  readonly line: AdjustedLine;
  readonly before: bigint;
  readonly after: bigint;
  readonly cites: readonly string[];
}

/** A share of an amount, rounded half up to the cent, in mills. */
function shareOf(amount: string, tenths: bigint): bigint {
  return divided(BigInt(exactScaled(amount, 3)) * tenths, PARTS_PER_CENT) * 10n;
}

/** What is paid for a row with its one modifier; nothing where the row has several, or no share is recorded. */
function adjustedLine(
  { row, from, to, count }: PortfolioLine,
  volume: PricedVolume,
  sides: readonly [SideAmounts, SideAmounts],
): Adjusted[] {
  const [modifier, another] = volume.apart;
  if (modifier === undefined || another !== undefined) return [];
  const [old, now] = sides.map((side) => modifierShare(modifier, (field) => side.indicatorOf(volume, field)));
  if (old === undefined || now === undefined) return [];
  const services = BigInt(count);
  const [before, after] = [shareOf(from, old.tenths) * services, shareOf(to, now.tenths) * services];
  const percents = { from: old.percent, to: now.percent };
  const amounts = { before: millsText(before), after: millsText(after), change: millsText(after - before) };
  return [{ line: { row, modifier, percents, count, ...amounts }, before, after, cites: [old.cite, now.cite] }];
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
