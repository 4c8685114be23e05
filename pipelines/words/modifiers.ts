import type { ModifierCase, ModifierRule } from "../../schemas/source/modifiers.ts";
import type { PolicyIndicator } from "../../schemas/source/policy.ts";
import { policyIndicators } from "../sources/policy.ts";
import { policyMeaning } from "./policy.ts";

/** The indicator that decides what a modifier does; undefined where none does. */
export function decidingIndicator({ field }: ModifierRule): PolicyIndicator | undefined {
  return policyIndicators().indicators.find((each) => each.field === field);
}

/**
 * What a modifier does to a row, in words.
 *
 * @param value what CMS prints of the deciding indicator
 */
export function modifierMeaning(rule: ModifierRule, found: ModifierCase, value: string): string {
  if (found.meaning !== undefined) return found.meaning;
  const indicator = decidingIndicator(rule);
  return indicator === undefined ? rule.title : policyMeaning(indicator, value);
}
