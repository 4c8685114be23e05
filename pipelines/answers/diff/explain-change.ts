import type { DiffDocument } from "../../../schemas/out/diff.ts";
import type { LocalityRow } from "../../../schemas/out/localities.ts";
import { parseScaled } from "../../../schemas/scaled.ts";
import type { ChangeRule } from "../../../schemas/source/change-rules.ts";
import type { ConversionFactorEntry } from "../../../schemas/source/parameters.ts";
import { changeRules } from "../../sources/change-rules.ts";
import { expectedFactors } from "../../sources/factors.ts";
import type { LocalityPair } from "./amount-inputs.ts";
import type { AmountInputs, Cause } from "./effects.ts";
import type { Side } from "./side.ts";

/** Rules that explain changes from one release to another, and those that were used. */
export class Explanations {
  private readonly between: readonly ChangeRule[];
  private readonly used = new Map<string, DiffDocument["rules"][string]>();
  /** Rules about factors that were looked up: they count as used once they explain an amount. */
  private readonly aboutFactors = new Map<string, DiffDocument["rules"][string]>();

  /** Rules hold for days of service; swapping the two releases does not change the reason. */
  constructor(before: Built, after: Built) {
    const days = [before.manifest.window.from, after.manifest.window.from].sort() as [string, string];
    this.between = changeRules().rules.filter(({ day }) => days[0] < day && day <= days[1]);
    this.backwards = before.manifest.window.from > after.manifest.window.from;
    this.sides = [before, after];
  }

  private readonly backwards: boolean;
  private readonly sides: readonly [Built, Built];

  /** The rules that explained anything, by id. */
  rules(): DiffDocument["rules"] {
    return Object.fromEntries([...this.used].sort(([left], [right]) => (left < right ? -1 : 1)));
  }

  /** The rule by which a number changed from one value to the other; undefined when none explains it. */
  ofUnits(cause: Cause, before: number, after: number): string | undefined {
    const [old, now] = this.backwards ? [after, before] : [before, after];
    const rule = this.between.find((each) => each.cause === cause && fits(each, old, now));
    if (rule === undefined) return undefined;
    this.used.set(rule.id, { title: rule.title, cites: rule.cites });
    return rule.id;
  }

  /**
   * The rule about a locality's work index: that the floor was in force on one side and not on the other. The proof is
   * the index without floor that CMS prints beside the one at the floor; or, where it prints one index, that the
   * locality's other two are the same, so that the table was not updated meanwhile. An update of the indices is not
   * explained.
   */
  ofFloor({ before, after }: LocalityPair): { workGpci?: string } {
    const { id, title, floor, cites } = changeRules().workFloor;
    const [low, high] = parsed(before.workGpci) < parsed(after.workGpci) ? [before, after] : [after, before];
    if (parsed(low.workGpci) >= parsed(floor) || parsed(high.workGpci) !== parsed(floor)) return {};
    const printed = high.workGpciWithoutFloor;
    const shown = printed === null ? sameOtherIndices(low, high) : parsed(printed) === parsed(low.workGpci);
    if (!shown) return {};
    this.used.set(id, { title, cites });
    return { workGpci: id };
  }

  /** The rule about a factor that explains this amount: see {@link aboutFactor}. */
  ofFactor(schedule: FactorSchedule, before: string | null, after: string | null): string | undefined {
    const id = this.aboutFactor(schedule, before, after);
    if (id !== undefined) this.useFactor(id);
    return id;
  }

  /**
   * A factor is explained when the record of factors says by which law each of the two was set for its release. A
   * lookup alone explains nothing: {@link useFactor} says that an amount changed by it.
   */
  aboutFactor(schedule: FactorSchedule, before: string | null, after: string | null): string | undefined {
    const [old, now] = [recorded(this.sides[0], schedule, before), recorded(this.sides[1], schedule, after)];
    if (old === undefined || now === undefined) return undefined;
    const id = `conversion-factor-${schedule}`;
    const title = `The ${schedule.toUpperCase()} conversion factor changed from ${factorText(old)} to ${factorText(now)}`;
    this.aboutFactors.set(id, { title, cites: [...old.cites, ...now.cites] });
    return id;
  }

  /** Adds a rule about a factor to those that explained something. */
  useFactor(id: string): void {
    const rule = this.aboutFactors.get(id);
    if (rule !== undefined) this.used.set(id, rule);
  }

  /** The causes of one amount that rules explain. */
  ofAmount(before: AmountInputs, after: AmountInputs, factorRule: string | undefined): Partial<Record<Cause, string>> {
    const explained: Partial<Record<Cause, string>> = {};
    for (const cause of ["work", "pe", "mp", "workGpci", "peGpci", "mpGpci"] as const) {
      const id = before[cause] === after[cause] ? undefined : this.ofUnits(cause, before[cause], after[cause]);
      if (id !== undefined) explained[cause] = id;
    }
    if (before.factor !== after.factor && factorRule !== undefined) {
      this.useFactor(factorRule);
      explained.factor = factorRule;
    }
    return explained;
  }
}

type FactorSchedule = ConversionFactorEntry["schedule"];

/** One side, as far as rules look at it. */
type Built = Pick<Side, "manifest">;

/**
 * The record of a release's factor: of its days of service or of its publication, and of this value. A value alone says
 * too little: 36.0791 was in force until May 2010, and is in two later files that never were in force.
 */
function recorded(
  { manifest }: Built,
  schedule: FactorSchedule,
  value: string | null,
): ConversionFactorEntry | undefined {
  const publication = manifest.publications.find(({ family }) => family === schedule);
  const known = expectedFactors(schedule, publication ?? { label: manifest.release, window: manifest.window });
  return known.map(({ entry }) => entry).find((entry) => sameNumber(entry.value, value));
}

function factorText({ value, neverApplied }: ConversionFactorEntry): string {
  return neverApplied === true ? `${value} (never applied)` : value;
}

/** An index in thousandths. */
function parsed(index: string): number {
  return parseScaled(index, 3) ?? 0;
}

function sameOtherIndices(one: LocalityRow, other: LocalityRow): boolean {
  return parsed(one.peGpci) === parsed(other.peGpci) && parsed(one.mpGpci) === parsed(other.mpGpci);
}

function sameNumber(left: string, right: string | null): boolean {
  return right !== null && parseScaled(left, 4) === parseScaled(right, 4);
}

/** Whether the new number is the old one times the rule's ratio, half up. */
function fits({ ratio }: ChangeRule, old: number, now: number): boolean {
  if (ratio === undefined) return true;
  const thousandths = parseScaled(ratio, 3) ?? 0;
  return Math.floor((old * thousandths + 500) / 1000) === now;
}
