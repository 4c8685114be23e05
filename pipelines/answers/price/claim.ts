import type { ClaimLine, PricedLine, PricedSide, PriceTotal } from "../../../schemas/out/price.ts";
import type { RateAmount, RateCells, RateOrReason } from "../../../schemas/out/rate-amount.ts";
import type { BuiltDocuments } from "../../documents/built-documents.ts";
import { sumOfAmounts } from "../../rules/money.ts";
import type { Rule } from "../../rules/rule.ts";
import type { FoundPlace } from "../rate/place.ts";
import type { RateQuestion } from "../rate/question.ts";

/** As many lines as a claim of a hospital can have (Integrated OCE), and units as a line can say in four digits. */
export const CLAIM_BOUNDS = { lines: 450, units: 9999 } as const;

/** The lines of one claim, and the release that prices them. */
export interface Claim {
  readonly documents: BuiltDocuments;
  readonly lines: readonly ClaimLine[];
  /** Of the physician's amounts; undefined for national ones. */
  readonly place: FoundPlace | undefined;
  /** Day on which edits are in force. */
  readonly day: string;
}

/** What is paid for a line, before it is put beside the line itself. */
export type Paid = Omit<PricedLine, keyof ClaimLine>;

/** The question about one code of a claim. */
export function questionOf({ documents, place }: Claim, hcpcs: string, modifier?: string): RateQuestion {
  return { documents, hcpcs, modifier, place, wageIndex: undefined };
}

/** The cells that figures were read from. */
export function cellsIn(...figures: readonly RateOrReason[]): RateCells[] {
  return figures.flatMap((each) => (each.value === null ? [] : each.cells));
}

/** An amount by a rule. */
export function byRule(value: string, rule: Rule, cells: readonly RateCells[]): RateAmount {
  return { value, rule: rule.id, cells: [...cells] };
}

/** A line without an amount, and why. */
export function noPay(alone: RateOrReason, reason: string, why: string | null = null): Paid {
  return { alone, paid: { value: null, reason }, why };
}

/** An amount as many times as there are units. */
export function timesUnits(amount: string, units: number): string {
  return sumOfAmounts(Array<string>(units).fill(amount));
}

/** A sum of sides or lines: what has an amount, what has none, and what is in doubt. */
export function totalOfLines(lines: readonly Pick<PricedLine, "line" | "paid" | "doubt">[]): PriceTotal {
  const amounts = lines.flatMap(({ paid }) => (paid.value === null ? [] : [paid.value]));
  const named = (some: typeof lines): number[] =>
    [...new Set(some.map(({ line }) => line))].sort((one, two) => one - two);
  return {
    value: amounts.length === 0 ? null : sumOfAmounts(amounts),
    without: named(lines.filter(({ paid }) => paid.value === null)),
    doubtful: named(lines.filter(({ doubt }) => doubt !== undefined)),
  };
}

/** What a payee is paid for each line of a claim. */
export function pricedSide(claim: Claim, paid: ReadonlyMap<ClaimLine, Paid>): PricedSide {
  const lines = claim.lines.map((line): PricedLine => {
    const own = paid.get(line);
    if (own === undefined) throw new Error(`line ${line.line} was not priced`);
    return { ...line, ...own };
  });
  return { lines, total: totalOfLines(lines) };
}
