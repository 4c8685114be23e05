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

/**
 * The share of the amount that is paid with a modifier, in tenths of a percent; undefined where no rule is recorded.
 *
 * @param indicator gives what CMS prints of an indicator of the code's row
 */
export function modifierShare(
  modifier: string,
  indicator: (field: string) => string | undefined,
): { readonly tenths: bigint; readonly percent: string; readonly cite: string } | undefined {
  const { shares } = sourceAsItIs<Modifiers>("modifiers.json");
  for (const { modifiers, field, percents, cite } of shares) {
    const percent = modifiers.includes(modifier) ? percents[indicator(field) ?? ""] : undefined;
    if (percent !== undefined) return { tenths: BigInt(percent.replace(".", "")), percent, cite };
  }
  return undefined;
}
