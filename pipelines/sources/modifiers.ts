import type { Modifiers } from "../../schemas/source/modifiers.ts";
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
