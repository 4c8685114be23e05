import { exactScaled, formatScaled, parseScaled } from "../../../schemas/scaled.ts";
import type { ModifierRule } from "../../../schemas/source/modifiers.ts";
import { SCALE } from "../../../schemas/units.ts";
import type { Rule } from "../../rules/rule.ts";
import { allModifierRules, type IndicatorOf, modifierCase } from "../../sources/modifiers.ts";

/** A share is in tenths of a percent: a percent with one decimal, and a sum of shares with two, are exact in them. */
const WHOLE = 1000;
const PERCENT_DECIMALS = 1;

/** The sum of a row's shares, in tenths of a percent; undefined where the row has none. */
function sumOfShares(fields: readonly string[], indicatorOf: IndicatorOf): number | undefined {
  const shares = fields.map((field) => parseScaled(indicatorOf(field) ?? "", SCALE.rvu) ?? 0);
  const sum = shares.reduce((all, each) => all + each, 0);
  return sum === 0 ? undefined : sum * (WHOLE / 10 ** SCALE.rvu);
}

/**
 * The share of the fee schedule amount that is paid with a modifier. It is a share of the amount in cents, as CMS has
 * it: multiply that by the percentage and round to the nearest cent (Medicare Claims Processing Manual, chapter 12,
 * section 40.4).
 *
 * @param indicatorOf the indicators of the row whose amount it is
 * @returns in tenths of a percent; undefined where no share is recorded for the row
 */
export function modifierShare(rule: ModifierRule, indicatorOf: IndicatorOf): number | undefined {
  const { percent, shares } = modifierCase(rule, indicatorOf) ?? {};
  if (percent !== undefined) return exactScaled(percent, PERCENT_DECIMALS);
  return shares && sumOfShares(shares, indicatorOf);
}

/** 625 is "62.5". */
export function shareText(share: number): string {
  return formatScaled(share, PERCENT_DECIMALS);
}

/** What a modifier does to the amount of a row: it leaves it, pays a share of it by a rule, or gives none. */
export type ModifierOutcome =
  | { readonly kind: "unchanged" }
  | { readonly kind: "none"; readonly reason: string }
  | {
      readonly kind: "share";
      readonly share: number;
      readonly rule: Rule;
      /** Fields of the row that decide. */
      readonly fields: readonly string[];
    };

/** The outcome of a rule for the row with these indicators. */
export function modifierOutcome(rule: ModifierRule, indicatorOf: IndicatorOf): ModifierOutcome {
  const { reason, unchanged, shares = [] } = modifierCase(rule, indicatorOf) ?? {};
  if (reason !== undefined) return { kind: "none", reason };
  if (unchanged === true) return { kind: "unchanged" };
  const [share, computed] = [modifierShare(rule, indicatorOf), amountRule(rule)];
  if (share === undefined || computed === undefined) return { kind: "none", reason: "contractor-decides" };
  return { kind: "share", share, rule: computed, fields: [...(rule.field === null ? [] : [rule.field]), ...shares] };
}

/** The rule of amounts with a modifier; undefined where none is computed. */
function amountRule({ rule, cites }: ModifierRule): Rule | undefined {
  return rule && { ...rule, cites };
}

/** Every rule of amounts with a modifier. */
export function modifierAmountRules(): Rule[] {
  return allModifierRules().flatMap((each) => amountRule(each) ?? []);
}
