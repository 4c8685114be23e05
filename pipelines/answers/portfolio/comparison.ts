import type { AmountOrReason } from "../../../schemas/out/common.ts";
import type { NotCompared, PortfolioLine } from "../../../schemas/out/portfolio.ts";
import { Explanations } from "../diff/explain-change.ts";
import { LocalityHistory } from "../diff/locality-history.ts";
import { type NamedLocalities, type SideAmount, SideAmounts } from "./amounts.ts";
import type { PricedVolume } from "./known-volumes.ts";
import { feeEffects, type LineEffects, rateEffectsOf } from "./line-effects.ts";
import { effectMills, type LineRevenue, millsIn, RevenueSum } from "./revenue.ts";
import type { PortfolioSide } from "./side.ts";

/** A row of volumes with an amount on both sides. */
export interface Compared {
  readonly line: PortfolioLine;
  readonly revenue: LineRevenue;
}

/** The locality's number on each side, where those are two. */
function renamed(before: NamedLocalities, after: NamedLocalities): Pick<PortfolioLine, "localities"> {
  const [from, to] = [before, after].map((places) => (places?.length === 1 ? places[0]?.locality : undefined));
  return from === undefined || to === undefined || from === to ? {} : { localities: { from, to } };
}

/** Something of the release before, and of the one after. */
export type BothSides<Value> = readonly [Value, Value];

function inBoth<Value>(of: (side: "before" | "after") => Value): BothSides<Value> {
  return [of("before"), of("after")];
}

/** What a row of volumes names. */
export function whichOf(volume: PricedVolume, places: BothSides<NamedLocalities>) {
  const { row, code: hcpcs, modifier, setting, locality, passed, apart } = volume;
  const others = [...passed, ...apart];
  return {
    ...{ row, hcpcs, modifier, setting, locality },
    ...renamed(...places),
    ...(others.length === 0 ? {} : { modifiers: others }),
  };
}

/** Compares the rows of a file of volumes on two sides. */
export class PortfolioComparison {
  readonly sides: readonly [SideAmounts, SideAmounts];
  readonly explanations: Explanations;
  private readonly factorRule: string | undefined;
  private readonly history: LocalityHistory;

  constructor(before: PortfolioSide, after: PortfolioSide) {
    this.sides = [new SideAmounts(before), new SideAmounts(after)];
    this.explanations = new Explanations(before, after);
    const [old, now] = [before.conversionFactor?.value ?? null, after.conversionFactor?.value ?? null];
    this.factorRule = old === now ? undefined : this.explanations.aboutFactor("pfs", old, now);
    this.history = new LocalityHistory(before, after);
  }

  /** Why what is paid for one service changed. */
  effects(volume: PricedVolume, before: SideAmount, after: SideAmount): LineEffects {
    if ("fee" in before && "fee" in after) return feeEffects(before, after, this.explanations, this.factorRule);
    if (!("rate" in before && "rate" in after)) throw new Error(`row ${volume.row} mixes fees and rates`);
    return rateEffectsOf(before, after, volume.setting === "hopd" ? "opps" : "asc", this.explanations);
  }

  /** What happened to localities that rows of volumes name. */
  movesOf(volumes: readonly PricedVolume[]): LocalityHistory["moves"] {
    const named = new Set(volumes.map(({ locality }) => locality));
    return this.history.moves.filter(({ from, to }) => [...from, ...to].some((locality) => named.has(locality)));
  }

  /** The row's localities on both sides. */
  placesOf({ locality }: PricedVolume): BothSides<NamedLocalities> {
    return inBoth((side) => (locality === null ? null : this.history.on(side, locality)));
  }

  /** The amounts of one service, without other lines. */
  amountsOf(volume: PricedVolume, [from, to]: BothSides<NamedLocalities>): BothSides<SideAmount> {
    const [before, after] = this.sides;
    return [before.amountOf(volume, from), after.amountOf(volume, to)];
  }

  /** One row: with its revenue, or with the reasons why it has none. */
  compare(volume: PricedVolume): Compared | NotCompared {
    const { count } = volume;
    const places = this.placesOf(volume);
    const [before, after] = this.amountsOf(volume, places);
    const which = { ...whichOf(volume, places), ...marksOf(before, after) };
    if ("reason" in before || "reason" in after) return { ...which, count, before: plain(before), after: plain(after) };
    const { effects, perCent, explained } = this.effects(volume, before, after);
    const services = BigInt(count);
    const revenue = {
      count: services,
      before: millsIn(before.amount) * services,
      after: millsIn(after.amount) * services,
      effects: new Map(
        Object.entries(effects).map(([cause, effect]) => [cause, effectMills(effect, services, perCent)]),
      ),
      explained,
    };
    const line = { ...which, from: before.amount, to: after.amount, ...new RevenueSum().add(revenue).published() };
    return { line, revenue };
  }
}

/** CMS's NA marks of the two amounts; nothing where neither has one. */
function marksOf(before: SideAmount, after: SideAmount): Pick<PortfolioLine, "na"> {
  const [from, to] = [before, after].map((side) => "isNa" in side && side.isNa) as [boolean, boolean];
  return from || to ? { na: { from, to } } : {};
}

function plain(side: SideAmount): AmountOrReason {
  return "reason" in side ? { value: null, reason: side.reason } : { value: side.amount };
}
