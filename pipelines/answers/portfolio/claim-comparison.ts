import type { AmountOrReason } from "../../../schemas/out/common.ts";
import type { ClaimStep, NotCompared, PortfolioLine } from "../../../schemas/out/portfolio.ts";
import type { PricedLine } from "../../../schemas/out/price.ts";
import type { BuiltDocuments } from "../../documents/built-documents.ts";
import { modifierShare } from "../../schedules/pfs/modifier-share.ts";
import { modifierRuleOf } from "../../sources/modifiers.ts";
import type { NamedLocalities, SideAmount, SideAmounts } from "./amounts.ts";
import { claimEffects, isOfPair, type PaidLine } from "./claim-effects.ts";
import { type BillPrice, ClaimPrices, commonEdits } from "./claim-prices.ts";
import type { Bill, Cancelled } from "./claims.ts";
import { type BothSides, type Compared, type PortfolioComparison, whichOf } from "./comparison.ts";
import type { PricedVolume } from "./known-volumes.ts";
import { type LineRevenue, millsIn, RevenueSum } from "./revenue.ts";

/** What became of a row. */
type Outcome = Compared | NotCompared;

/** What a modifier of a physician's line leaves of the amount, in tenths of a percent; all where no share is recorded. */
function shareOf({ apart, ...volume }: PricedVolume, side: SideAmounts): number {
  const rule = apart[0] === undefined ? undefined : modifierRuleOf(apart[0]);
  return (rule && modifierShare(rule, (field) => side.indicatorOf(volume, field))) ?? 1000;
}

/** What the payment for a line is a share or a multiple of. */
function basisOf(line: PricedLine, volume: PricedVolume, side: SideAmounts, places: NamedLocalities): SideAmount {
  if (!isOfPair(line) || line.paid.value === null) return side.amountOf(volume, places);
  const rows = new Set("cells" in line.paid ? line.paid.cells.map(({ row }) => row) : []);
  return side.rateOfRow(volume.setting, rows, line.paid.value);
}

function stepOf({ paid, percents, why, doubt }: PricedLine): ClaimStep {
  const rule = ("rule" in paid ? paid.rule : undefined) ?? null;
  return { rule, ...(percents ? { percents } : {}), why, ...(doubt ? { doubt } : {}) };
}

/** One release knows that the pair is paid more, and the other was built without the file that would say so. */
function isPairUnknown(one: PricedLine, other: PricedLine): boolean {
  return isOfPair(one) && other.doubt === "may-be-more";
}

/** What is paid for a line, or why the two releases cannot be compared in it. */
function amountIn(line: PricedLine, other: PricedLine): AmountOrReason {
  if (line.paid.value === null) return { value: null, reason: line.paid.reason };
  return isPairUnknown(other, line) ? { value: null, reason: "pair-not-known" } : { value: line.paid.value };
}

/** Prices the lines of claims together in two releases, and compares them. */
export class ClaimComparison {
  private readonly comparison: PortfolioComparison;
  private readonly prices: BothSides<ClaimPrices>;

  constructor(comparison: PortfolioComparison, documents: BothSides<BuiltDocuments>) {
    const { sides } = comparison;
    const kinds = commonEdits(documents);
    this.comparison = comparison;
    this.prices = [new ClaimPrices(sides[0], documents[0], kinds), new ClaimPrices(sides[1], documents[1], kinds)];
  }

  /** The rows of some bills, in no order. */
  compareAll(bills: readonly Bill[]): Outcome[] {
    const volumes = bills.flatMap((bill) => bill.volumes);
    for (const prices of this.prices) prices.lookUp(volumes);
    return bills.flatMap((bill) => [...this.compare(bill), ...bill.cancelled.map((each) => this.cancelled(each))]);
  }

  private compare(bill: Bill): Outcome[] {
    const [first] = bill.volumes;
    if (first === undefined) return [];
    if (bill.reason !== undefined) return this.without(bill, { reason: bill.reason }, { reason: bill.reason });
    const places = this.comparison.placesOf(first);
    const [before, after] = [this.prices[0].of(bill, places[0]), this.prices[1].of(bill, places[1])];
    if ("reason" in before || "reason" in after) return this.without(bill, before, after);
    return bill.volumes.map((volume, at) =>
      this.line(volume, [before.lines[at], after.lines[at]] as [PricedLine, PricedLine], places),
    );
  }

  private about(volume: PricedVolume, places: BothSides<NamedLocalities>) {
    return { ...whichOf(volume, places), claim: volume.claim };
  }

  /** Lines of a claim that cannot be priced in one of the releases, or in both. */
  private without({ volumes }: Bill, before: BillPrice, after: BillPrice): NotCompared[] {
    return volumes.map((volume, at) => {
      const side = (price: BillPrice): AmountOrReason => {
        if ("reason" in price) return { value: null, reason: price.reason };
        const { paid } = price.lines[at] as PricedLine;
        return paid.value === null ? { value: null, reason: paid.reason } : { value: paid.value };
      };
      const which = this.about(volume, this.comparison.placesOf(volume));
      return { ...which, count: volume.count, before: side(before), after: side(after) };
    });
  }

  private line(volume: PricedVolume, lines: BothSides<PricedLine>, places: BothSides<NamedLocalities>): Outcome {
    const which = { ...this.about(volume, places), ...marksOf(lines) };
    const [from, to] = [amountIn(lines[0], lines[1]), amountIn(lines[1], lines[0])];
    if (from.value === null || to.value === null) return { ...which, count: volume.count, before: from, after: to };
    const paidIn = (at: 0 | 1, paid: string): PaidLine => {
      const [side, line] = [this.comparison.sides[at], lines[at]];
      const basis = basisOf(line, volume, side, places[at]);
      return { line, paid, basis, status: side.statusOf(volume), share: shareOf(volume, side) };
    };
    const change = claimEffects(paidIn(0, from.value), paidIn(1, to.value), Math.abs(volume.count), (before, after) =>
      this.comparison.effects(volume, before, after),
    );
    const sign = volume.count < 0 ? -1n : 1n;
    const revenue: LineRevenue = {
      count: BigInt(volume.count),
      before: millsIn(from.value) * sign,
      after: millsIn(to.value) * sign,
      effects: new Map([...change.effects].map(([cause, effect]) => [cause, effect * sign])),
      explained: change.explained,
    };
    return comparedLine({ ...which, from: from.value, to: to.value }, [stepOf(lines[0]), stepOf(lines[1])], revenue);
  }

  private cancelled({ volume, why }: Cancelled): Compared {
    const which = this.about(volume, this.comparison.placesOf(volume));
    const step = { rule: null, why };
    const nothing = { before: 0n, after: 0n, effects: new Map<string, bigint>(), explained: {} };
    const count = BigInt(volume.count);
    return comparedLine({ ...which, from: "0.00", to: "0.00" }, [step, step], { count, ...nothing });
  }
}

function comparedLine(
  which: Omit<PortfolioLine, keyof ReturnType<RevenueSum["published"]> | "steps">,
  [from, to]: BothSides<ClaimStep>,
  revenue: LineRevenue,
): Compared {
  const line = { ...which, steps: { from, to }, ...new RevenueSum().add(revenue).published() };
  return { line, revenue };
}

/** CMS's NA marks of the two lines; nothing where neither has one. */
function marksOf([before, after]: BothSides<PricedLine>): Pick<PortfolioLine, "na"> {
  const na = { from: before.na === true, to: after.na === true };
  return na.from || na.to ? { na } : {};
}
