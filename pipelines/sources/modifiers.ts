import type { ModifierCase, ModifierRule, Modifiers } from "../../schemas/source/modifiers.ts";
import { sourceAsItIs } from "./read-source.ts";

/** What a modifier does to the amount of a service; `apart` also where nothing is known of it. */
export interface ModifierEffect {
  readonly effect: "passed" | "apart";
  readonly what: string;
}

const UNKNOWN: ModifierEffect = { effect: "apart", what: "ratebook does not know what it does to the amount" };

/** What a modifier without a row of its own does to an amount. */
export function modifierEffect(modifier: string): ModifierEffect {
  const { passed, apart } = sourceAsItIs<Modifiers>("modifiers.json");
  for (const [effect, groups] of [["passed", passed] as const, ["apart", apart] as const]) {
    const group = groups.find(({ modifiers }) => modifiers.includes(modifier));
    if (group !== undefined) return { effect, what: group.what };
  }
  return UNKNOWN;
}

/** Whether a modifier changes what a facility is paid, or may; ratebook has no rule for it. */
export function changesFacility(modifier: string): boolean {
  const { passed } = sourceAsItIs<Modifiers>("modifiers.json").facility;
  return !passed.includes(modifier) && modifierEffect(modifier).effect === "apart";
}

/** Whether a modifier is on lines of facilities only. */
export function isOfFacility(modifier: string): boolean {
  return sourceAsItIs<Modifiers>("modifiers.json").facility.only.includes(modifier);
}

/** What is recorded of modifiers that the indicators of a row answer for. */
export function allModifierRules(): readonly ModifierRule[] {
  return sourceAsItIs<Modifiers>("modifiers.json").answers;
}

/** The rule of a modifier; undefined where none is recorded. */
export function modifierRuleOf(modifier: string): ModifierRule | undefined {
  return allModifierRules().find(({ modifiers }) => modifiers.includes(modifier));
}

/** Gives what CMS prints of an indicator of a row; undefined where the row or the file does not have it. */
export type IndicatorOf = (field: string) => string | undefined;

/** The case of a rule that a row is in. */
export function modifierCase({ field, cases }: ModifierRule, indicatorOf: IndicatorOf): ModifierCase | undefined {
  const value = field === null ? "*" : indicatorOf(field);
  if (value === undefined) return undefined;
  return cases.find(({ code }) => code === value) ?? cases.find(({ code }) => code === "*");
}
