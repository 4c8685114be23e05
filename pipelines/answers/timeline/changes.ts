import type { TimelineDocument, TimelineFigure } from "../../../schemas/out/timeline.ts";
import { isUnread } from "../../words/unread.ts";
import { amountChange, type Moved } from "../diff/amount-change.ts";
import { effectsOf } from "../diff/effects.ts";
import { Explanations } from "../diff/explain-change.ts";
import { rateEffects } from "../diff/rate-effects.ts";
import type { Basis, ReadFigure } from "./figures.ts";
import type { Reading } from "./point.ts";

type Split = Pick<Moved, "effects" | "explained" | "scale">;
type Fee = Extract<Basis, { fee: unknown }>;
type Rate = Extract<Basis, { rate: unknown }>;

const NOT_SPLIT: Split = { effects: undefined, explained: {}, scale: 2 };

function splitRate(before: Rate, after: Rate, explanations: Explanations): Split {
  const scale = after.schedule === "opps" ? 3 : 2;
  const effects = rateEffects(before.rate, after.rate, scale);
  const moved = (effects?.["factor"] ?? 0) !== 0;
  const rule = moved ? explanations.ofFactor(after.schedule, before.rate.factor, after.rate.factor) : undefined;
  return { effects, explained: rule === undefined ? {} : { factor: rule }, scale };
}

/** Amounts of two kinds of rows, of a whole service and of its professional component, have no causes in common. */
function splitFee(before: Fee, after: Fee, explanations: Explanations): Split {
  if (before.modifier !== after.modifier) return NOT_SPLIT;
  const rule = before.factor === after.factor ? undefined : explanations.ofFactor("pfs", before.factor, after.factor);
  const places = before.locality && after.locality && { before: before.locality, after: after.locality };
  const ofPlace = places && explanations.ofFloor(places);
  const explained = { ...explanations.ofAmount(before.fee, after.fee, rule), ...ofPlace };
  return { effects: effectsOf(before.fee, after.fee), explained, scale: 2 };
}

function split(before: Basis | undefined, after: Basis | undefined, explanations: Explanations): Split {
  if (before === undefined || after === undefined) return NOT_SPLIT;
  if ("rate" in before && "rate" in after) return splitRate(before, after, explanations);
  return "fee" in before && "fee" in after ? splitFee(before, after, explanations) : NOT_SPLIT;
}

/** What the ids of rules about factors begin with: each year has its own id, since the numbers differ. */
const FACTOR = "conversion-factor-";

/** Finds the changes of figures from one release in force to the next. */
export class Changes {
  private readonly used = new Map<string, TimelineDocument["rules"][string]>();

  /** The rules that explained anything, by id. */
  rules(): TimelineDocument["rules"] {
    return Object.fromEntries([...this.used].sort(([left], [right]) => (left < right ? -1 : 1)));
  }

  private change(before: Reading, after: Reading, of: (reading: Reading) => ReadFigure): TimelineFigure["change"] {
    const explanations = new Explanations(before, after);
    const [old, now] = [of(before), of(after)];
    const moved = split(old.basis, now.basis, explanations);
    const nameOf = (id: string): string =>
      id.startsWith(FACTOR) ? `${id}-${before.about.release}-${after.about.release}` : id;
    for (const [id, rule] of Object.entries(explanations.rules())) this.used.set(nameOf(id), rule);
    const explained = Object.fromEntries(Object.entries(moved.explained).map(([cause, id]) => [cause, nameOf(id)]));
    return { since: before.about.release, ...amountChange({ from: old.value, to: now.value, ...moved, explained }) };
  }

  /**
   * One figure of a release.
   *
   * @param earlier releases in force before it, in order
   */
  figure(reading: Reading, earlier: readonly Reading[], of: (reading: Reading) => ReadFigure): TimelineFigure {
    const { value, reason, rule, cells } = of(reading);
    const before = earlier.findLast((each) => !isUnread(of(each).reason));
    const comparable = before !== undefined && !isUnread(reason);
    return { value, reason, rule, cells, change: comparable ? this.change(before, reading, of) : null };
  }
}
