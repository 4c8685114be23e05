import type { ClaimLine, PricedLine, PricedSide, PriceTotal } from "../../../schemas/out/price.ts";
import type { RateAmount, RateOrReason } from "../../../schemas/out/rate-amount.ts";
import type { ReleaseDocuments } from "../../documents/release-documents.ts";
import { sumOfAmounts } from "../../rules/money.ts";
import type { Rule } from "../../rules/rule.ts";
import type { FoundPlace } from "../rate/place.ts";
import type { RateQuestion } from "../rate/question.ts";

/** The lines of one claim, and the release that prices them. */
export interface Claim {
  readonly documents: ReleaseDocuments;
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

/** An amount by a rule, from the cells of others. */
export function byRule(value: string, rule: Rule, from: readonly RateOrReason[]): RateAmount {
  const cells = from.flatMap((each) => (each.value === null ? [] : each.cells));
  return { value, rule: rule.id, cells };
}

/** No amount, and why. */
export function noAmountFor(reason: string): RateOrReason {
  return { value: null, reason };
}

/** The sum of the lines that have an amount. */
export function totalOfLines(lines: readonly Pick<PricedLine, "line" | "paid">[]): PriceTotal {
  const amounts = lines.flatMap(({ paid }) => (paid.value === null ? [] : [paid.value]));
  return {
    value: amounts.length === 0 ? null : sumOfAmounts(amounts),
    without: [...new Set(lines.filter(({ paid }) => paid.value === null).map(({ line }) => line))],
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
