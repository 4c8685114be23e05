import type { AuditCause, AuditedFigure, AuditPair, Verdict } from "../../../schemas/out/audit.ts";
import { formatTrimmed } from "../../../schemas/scaled.ts";
import type { RuleText } from "../../read/types.ts";
import { divideHalfUp } from "../../rules/rounding.ts";
import { counted, dollars } from "../../words/money-text.ts";
import { signedDollars, signedPercent } from "../diff/signed.ts";
import { isSame } from "./amount-text.ts";
import {
  type Alteration,
  ChangeFinder,
  changeOf,
  changeWords,
  type Placed,
  partnersText,
  type SearchField,
} from "./changes.ts";
import type { TableFigure } from "./figures.ts";
import { ownKind } from "./guess.ts";
import { type FigureKind, isFee, isMoney, namedAmount } from "./kinds.ts";
import type { LastRegistered, OwnPair, Prices } from "./prices.ts";

/** How the figures of a table are compared. */
export interface TableComparison extends SearchField {
  readonly place: string;
  readonly kind: FigureKind;
  /** In tenths of a percent. */
  readonly percent: number;
  /** In ten-thousandths of a dollar. */
  readonly tolerance: number;
  readonly lastRegistered: LastRegistered | undefined;
}

type NotPriced = Extract<Verdict, { kind: "not-priced" }>;

/** Amounts that a text names. */
const AMOUNTS_NAMED = 2;

/** "22510 or 22511 (APC 5114): $7,143.73": pairs by their amounts. */
function pairsText(pairs: readonly OwnPair[]): string {
  const amounts = [...new Set(pairs.map(({ fine }) => fine))];
  const texts = amounts.slice(0, AMOUNTS_NAMED).map((amount) => {
    const own = pairs.filter(({ fine }) => fine === amount);
    return `${partnersText(own)}: ${dollars(fineText(amount))}`;
  });
  return [...texts, ...(amounts.length > AMOUNTS_NAMED ? ["others"] : [])].join(", or ");
}

function auditPair({ other, fine, pair: { through, isInferred } }: OwnPair): AuditPair {
  return { with: other, through, amount: fineText(fine), ...(isInferred ? { inferred: true as const } : {}) };
}

/** TableFigures with their verdicts, what many of them have in common, and the rules of their amounts. */
export interface Verdicts {
  readonly figures: readonly AuditedFigure[];
  readonly causes: readonly AuditCause[];
  readonly rules: ReadonlyMap<string, RuleText>;
}

/** Dollars or RVUs: "95.19", "12.345". */
function fineText(fine: number): string {
  return formatTrimmed(fine, 4, 2);
}

/** What was expected of a figure. */
interface Expectation {
  readonly fine: number;
  readonly release: string;
  readonly rule: RuleText | null;
  readonly modifier?: string;
}

/** A figure that differs, and what it equals. */
interface Open {
  readonly figure: TableFigure;
  readonly placed: Placed;
  readonly expected: Expectation | undefined;
  readonly equals: readonly Alteration[];
}

/** Half up. */
function percentOf(fine: number, tenths: number): number {
  return tenths === 1000 ? fine : divideHalfUp(fine * tenths, 100_000) * 100;
}

/** Compares the figures of a table, one after the other, and then looks for what the others have in common. */
class Comparer {
  readonly rules = new Map<string, RuleText>();
  private readonly about: TableComparison;
  private readonly finder: ChangeFinder;
  private readonly support = new Map<string, number>();

  constructor(about: TableComparison) {
    this.about = about;
    this.finder = new ChangeFinder(about);
  }

  private expectedOf({ code, modifier, kind, place }: Placed): Expectation | undefined {
    const { reference, percent } = this.about;
    const fine = reference.fine({ code, modifier, kind, place });
    if (fine === undefined) return undefined;
    const rule = isFee(kind) ? (reference.row(code, modifier)?.rule(place) ?? null) : null;
    return { fine: isFee(kind) ? percentOf(fine, percent) : fine, release: reference.release.release, rule };
  }

  private isExpected(seen: number, fine: number): boolean {
    return isSame(seen, fine) || Math.abs(seen - fine) <= this.about.tolerance;
  }

  /** What is payable by another row or by the cap is right as well: a physician in a facility is paid by the 26 row. */
  private payable(placed: Placed): Expectation | undefined {
    const { reference, percent } = this.about;
    if (percent !== 1000 || this.finder.isOfWhole(placed)) return undefined;
    const pays = reference.payable(placed);
    if (pays === undefined || !this.isExpected(placed.seen, pays.fine)) return undefined;
    const { fine, rule, modifier } = pays;
    return { fine, rule, release: reference.release.release, ...(modifier === placed.modifier ? {} : { modifier }) };
  }

  /** The verdict of a figure that is as expected, or of a code that is not known; else what it equals. */
  first(figure: TableFigure): Verdict | Open {
    const { reference, place: tablePlace, kind: tableKind } = this.about;
    const { code, modifier, seen } = figure;
    const kind = ownKind(figure, tableKind);
    const placed = { code, modifier, kind, place: isFee(kind) ? (figure.place ?? tablePlace) : "national", seen };
    if (!reference.knows(code)) return this.unknown(placed);
    const own = this.expectedOf(placed);
    const expected = own !== undefined && this.isExpected(seen, own.fine) ? own : this.payable(placed);
    if (expected !== undefined) return this.equal(expected, seen);
    // Many amounts of 0 are a default of a program; an RVU may be 0.
    const equals = seen === 0 && isMoney(kind) ? [] : this.finder.all(placed);
    return { figure, placed, expected: own, equals };
  }

  private outOf({ fine, release, rule, modifier }: Expectation): Extract<Verdict, { kind: "equal" }>["expected"] {
    if (rule !== null) this.rules.set(rule.id, rule);
    const row = modifier === undefined ? {} : { modifier };
    return { value: fineText(fine), release, rule: rule?.id ?? null, ...row };
  }

  private equal(expected: Expectation, seen: number): Verdict {
    const difference = isSame(seen, expected.fine) ? {} : { difference: fineText(Math.abs(seen - expected.fine)) };
    return { kind: "equal", expected: this.outOf(expected), ...difference };
  }

  private unknown(placed: Placed): Verdict {
    const { reference, releases } = this.about;
    const { release, window, coverage } = reference.release;
    const having = releases.filter((each) => each.knows(placed.code));
    const last = having.findLast((each) => each.release.window.from < window.from) ?? having[0];
    const fine = last?.fine(placed);
    const lastRelease = last?.release.release ?? null;
    const said = { release, lastRelease, last: fine === undefined ? null : fineText(fine) };
    if (coverage === "excerpt") return { kind: "unknown-code", ...said, text: excerptText(reference) };
    const had = this.hadBefore(placed.code, window.from, last?.release);
    if (had !== undefined)
      return { kind: "deleted-code", ...said, text: `no file of ${release} has the code; the last ${had}` };
    const later = lastRelease === null ? "" : `; ${lastRelease} has it`;
    return { kind: "unknown-code", ...said, text: `no file of ${release} has the code${later}` };
  }

  /** What had the code before a day: a built release, or a registered file that is not built. */
  private hadBefore(code: string, day: string, last: Prices["release"] | undefined): string | undefined {
    if (last !== undefined && last.window.from < day) return `built release with it is ${last.release}`;
    const file = this.about.lastRegistered?.(code, day);
    return file && `registered file with it is ${file}`;
  }

  /** Counts the figures of each cause, those of localities too. */
  withSupport(open: readonly Open[]): Open[] {
    const fees = open.filter(({ placed, expected }) => expected !== undefined && placed.seen !== 0);
    const localities = this.finder.localitiesOf(fees.map(({ placed }) => placed));
    return open.map((each) => {
      const equals = [...each.equals, ...this.finder.at(each.placed, localities)];
      for (const key of new Set(equals.map((change) => this.finder.keyOf(change))))
        this.support.set(key, (this.support.get(key) ?? 0) + 1);
      return { ...each, equals };
    });
  }

  /** The cause that a figure shares with most others. */
  chosen({ equals }: Open): Alteration | undefined {
    let best: Alteration | undefined;
    let most = 0;
    for (const change of equals) {
      const figures = this.support.get(this.finder.keyOf(change)) ?? 0;
      if (figures > most) [best, most] = [change, figures];
    }
    return best;
  }

  last({ placed, expected }: Open, change: Alteration | undefined): Verdict {
    const { reference } = this.about;
    const { release } = reference.release;
    const equals = change && changeOf(change);
    if (expected === undefined) {
      const { reason, text } = reference.reason(placed);
      if (reason === "deleted") return { kind: "deleted-code", release, text, lastRelease: null, last: null };
      // A row without an amount may have RVUs, which the reader does not have.
      const isDrift = placed.seen !== 0 && isMoney(placed.kind);
      const paid = this.throughPairs(placed, text);
      return { kind: "not-priced", release, reason, ...paid, ...this.also(change), isDrift };
    }
    const difference = placed.seen - expected.fine;
    const differs = {
      expected: this.outOf(expected),
      difference: signedDollars(difference, 4),
      percent: signedPercent(difference, expected.fine),
    };
    if (change === undefined || equals === undefined) return { kind: "wrong", ...differs };
    return { kind: "equal-to-other", ...differs, equals, text: changeWords(change, this.about) };
  }

  /** What a figure without a price equals all the same. */
  private also(change: Alteration | undefined): Pick<NotPriced, "equals" | "equalsText"> {
    return change === undefined ? {} : { equals: changeOf(change), equalsText: changeWords(change, this.about) };
  }

  /** The pairs through which a facility is paid for a code that has no rate of its own. */
  private throughPairs({ code, kind }: Placed, text: string): Pick<NotPriced, "pairs" | "text"> {
    const pairs = this.about.reference.pairs(code, kind);
    if (pairs.length === 0) return { text };
    return { text: `${text}; it is paid through the pair with ${pairsText(pairs)}`, pairs: pairs.map(auditPair) };
  }

  keyOf(change: Alteration): string {
    return this.finder.keyOf(change);
  }
}

function excerptText({ release: { release, codes } }: Prices): string {
  return `${release} was built from an excerpt of ${counted(codes.length, "code")}, without this one`;
}

function audited(figure: TableFigure, about: TableComparison, verdict: Verdict): AuditedFigure {
  const { row, path, column, code, modifier, seen } = figure;
  const kind = ownKind(figure, about.kind);
  const locality = isFee(kind) ? (figure.place ?? about.place) : "national";
  const { amount, site } = namedAmount(kind);
  const usual = { row, column, code, modifier, amount, locality, seen: fineText(seen), verdict };
  // Nearly every figure has neither, and a spread for each takes time
  if (path === undefined && site === undefined) return usual;
  return { ...usual, ...(path && { path }), ...(site && { site }) };
}

/** Compares every figure of a table. */
export function verdictsOf(figures: readonly TableFigure[], about: TableComparison): Verdicts {
  const comparer = new Comparer(about);
  const first = figures.map((figure) => comparer.first(figure));
  const open = comparer.withSupport(first.flatMap((each) => ("kind" in each ? [] : [each])));
  const causes = new Map<string, { change: Alteration; figures: number }>();
  let next = 0;
  const out = first.map((each, at) => {
    const figure = figures[at] as TableFigure;
    if ("kind" in each) return audited(figure, about, each);
    const own = open[next] as Open;
    next += 1;
    const change = comparer.chosen(own);
    const verdict = comparer.last(own, change);
    if (change !== undefined && verdict.kind === "equal-to-other") {
      const key = comparer.keyOf(change);
      causes.set(key, { change, figures: (causes.get(key)?.figures ?? 0) + 1 });
    }
    return audited(figure, about, verdict);
  });
  const list = [...causes.values()].sort((left, right) => right.figures - left.figures);
  return {
    figures: out,
    causes: list.map(({ change, figures: count }) => ({
      equals: changeOf(change),
      text: changeWords(change, about),
      figures: count,
    })),
    rules: comparer.rules,
  };
}
