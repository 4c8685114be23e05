import type { PortfolioDocument } from "../../../schemas/out/portfolio.ts";
import { modifierCase, modifierEffect, modifierRuleOf } from "../../sources/modifiers.ts";
import { decidingIndicator, modifierMeaning } from "../../words/modifiers.ts";
import type { SideAmounts } from "./amounts.ts";
import type { PricedVolume } from "./known-volumes.ts";

type Modifiers = PortfolioDocument["modifiers"];

/** What each modifier is, and the services that have it, in the order in which they come. */
export function modifierUnits(volumes: readonly PricedVolume[], effect: "passed" | "apart"): Modifiers["passed"] {
  const units = new Map<string, number>();
  for (const { count, [effect]: modifiers } of volumes)
    for (const each of modifiers) units.set(each, (units.get(each) ?? 0) + count);
  return [...units].map(([modifier, count]) => ({ modifier, count, what: modifierEffect(modifier).what }));
}

function ruleOf(volume: PricedVolume, modifier: string, after: SideAmounts): Modifiers["rules"] {
  const rule = modifierRuleOf(modifier);
  if (rule === undefined) return [];
  const indicator = decidingIndicator(rule);
  const found = modifierCase(rule, (field) => after.indicatorOf(volume, field));
  const value = indicator && after.indicatorOf(volume, indicator.field);
  if (indicator === undefined || found === undefined || value === undefined) return [];
  const meaning = modifierMeaning(rule, found, value);
  return [{ hcpcs: volume.code, modifier, indicator: indicator.title, value, meaning }];
}

/** What the indicators of the codes' rows say about modifiers that change the amount, each code and modifier once. */
export function modifierRules(volumes: readonly PricedVolume[], after: SideAmounts): Modifiers["rules"] {
  const rules = volumes.flatMap((volume) => volume.apart.flatMap((modifier) => ruleOf(volume, modifier, after)));
  return [...new Map(rules.map((rule) => [`${rule.hcpcs}-${rule.modifier}`, rule])).values()];
}
