import type { LocalitySummary } from "../../../schemas/out/diff.ts";
import type { Setting } from "../../../schemas/setting.ts";
import { NO_AMOUNT } from "../../documents/byte-writer.ts";
import type { LocalityPair } from "./amount-inputs.ts";
import type { LocalityChange } from "./locality-changes.ts";
import { exactMedian, mean } from "./middle.ts";
import { percentHundredths, signedDollars, signedText } from "./signed.ts";

type Mover = NonNullable<LocalitySummary["localities"][number]["largestRise"]>;

/** The largest change of a locality so far, in one direction. */
interface Largest {
  readonly cents: number;
  readonly mover: Mover;
}

/** Percents of one setting in one locality. */
class Percents {
  private readonly values: Int32Array;
  private used = 0;

  constructor(most: number) {
    this.values = new Int32Array(most);
  }

  add(hundredths: number): void {
    this.values[this.used++] = hundredths;
  }

  summary(): LocalitySummary["localities"][number]["nonFacility"] {
    const sorted = this.values.subarray(0, this.used).sort();
    if (sorted.length === 0) return { rows: 0, meanPercent: null, medianPercent: null };
    return {
      rows: sorted.length,
      meanPercent: signedText(mean(sorted), 2),
      medianPercent: signedText(exactMedian(sorted), 2),
    };
  }
}

/** Collects what amounts did in each locality, over all rows. */
export class LocalityTotals {
  /** Change in hundredths of a percent of the row added last, by locality; {@link NO_AMOUNT} where it was zero before. */
  readonly percent: Int32Array;
  private readonly places: readonly LocalityPair[];
  private readonly percents: Readonly<Record<Setting, readonly Percents[]>>;
  private readonly rises: (Largest | undefined)[];
  private readonly falls: (Largest | undefined)[];

  /** @param rows at most how many */
  constructor(places: readonly LocalityPair[], rows: number) {
    const each = (): Percents[] => places.map(() => new Percents(rows));
    this.places = places;
    this.percent = new Int32Array(places.length);
    this.percents = { nonFacility: each(), facility: each() };
    this.rises = places.map(() => undefined);
    this.falls = places.map(() => undefined);
  }

  private keep(largest: (Largest | undefined)[], at: number, { after, setting, kernel }: LocalityChange): void {
    const cents = kernel.change[at] as number;
    if (Math.abs(cents) <= Math.abs(largest[at]?.cents ?? 0)) return;
    const { hcpcs, modifier } = after;
    const hundredths = this.percent[at] as number;
    const percent = hundredths === NO_AMOUNT ? null : signedText(hundredths, 2);
    largest[at] = { cents, mover: { hcpcs, modifier, setting, change: signedDollars(cents, 2), percent } };
  }

  /** Adds one row at one setting; its percents are in `percent` afterwards. Amounts marked NA are in no total. */
  add(change: LocalityChange): void {
    const { kernel, na } = change;
    for (let at = 0; at < this.percent.length; at += 1)
      this.percent[at] = percentHundredths(kernel.change[at] as number, kernel.from[at] as number) ?? NO_AMOUNT;
    if (na === undefined) this.total(change);
  }

  private total(change: LocalityChange): void {
    const percents = this.percents[change.setting];
    for (let at = 0; at < this.percent.length; at += 1) {
      const cents = change.kernel.change[at] as number;
      const hundredths = this.percent[at] as number;
      if (hundredths !== NO_AMOUNT) percents[at]?.add(hundredths);
      if (cents !== 0) this.keep(cents > 0 ? this.rises : this.falls, at, change);
    }
  }

  /** The summary; nothing may be added afterwards. */
  summary(): LocalitySummary["localities"] {
    return this.places.map(({ before, after }, at) => ({
      locality: after.locality,
      from: before.locality,
      name: after.name,
      nonFacility: (this.percents.nonFacility[at] as Percents).summary(),
      facility: (this.percents.facility[at] as Percents).summary(),
      largestRise: this.rises[at]?.mover ?? null,
      largestFall: this.falls[at]?.mover ?? null,
    }));
  }
}
