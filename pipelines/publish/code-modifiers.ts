import { bothSettings, type Setting } from "../../schemas/setting.ts";
import type { ModifierRule } from "../../schemas/source/modifiers.ts";
import { shareOfAmount } from "../rules/money.ts";
import { modifierOutcome, modifierShare, shareText } from "../schedules/pfs/modifier-share.ts";
import { allModifierRules, type IndicatorOf, modifierCase } from "../sources/modifiers.ts";
import type { BothSettings, PfsEntry } from "./code-rvus.ts";
import { fromPointer, fromRule, noFigure } from "./figures.ts";

type CodeModifier = PfsEntry["modifiers"][number];
type Figure = BothSettings["facility"] | CodeModifier["facility"];

/** A row of the document without what modifiers do to it. */
export type PlainEntry = Omit<PfsEntry, "modifiers">;

/** The amount of a row that modifiers change, and where it is: what is payable under the OPPS cap, or the full one. */
function amountAt(entry: PlainEntry, position: number, setting: Setting): { amount: string | null; pointer: string } {
  const isCapped = entry.oppsCap?.payable[setting].value != null;
  const pointer = `/pfs/${position}/${isCapped ? "oppsCap/payable" : "national"}/${setting}`;
  return { amount: (isCapped ? entry.oppsCap?.payable : entry.national)?.[setting].value ?? null, pointer };
}

/** Pointers to the indicators of a row. */
function indicatorInputs(position: number, fields: readonly string[]): Record<string, string> {
  return Object.fromEntries(fields.map((field) => [field, `/pfs/${position}/indicators/${field}`]));
}

/** The amount by a rule from the indicators of a row. */
function ruledFigure(entry: PlainEntry, position: number, rule: ModifierRule, setting: Setting): Figure {
  const { amount, pointer } = amountAt(entry, position, setting);
  if (amount === null) return noFigure(entry.priceState, pointer);
  const outcome = modifierOutcome(rule, indicatorsOf(entry));
  if (outcome.kind === "unchanged") return fromPointer(amount, pointer);
  const because = rule.field === null ? undefined : indicatorInputs(position, [rule.field])[rule.field];
  if (outcome.kind === "none") return noFigure(outcome.reason, because);
  const inputs = { amount: pointer, ...indicatorInputs(position, outcome.fields) };
  return fromRule(shareOfAmount(amount, outcome.share), outcome.rule, inputs);
}

function indicatorsOf({ indicators }: PlainEntry): IndicatorOf {
  return (field) => indicators[field]?.value;
}

/** The amount of a modifier's own row. */
function ownFigure(entries: readonly PlainEntry[], own: number, setting: Setting): Figure {
  const entry = entries[own] as PlainEntry;
  const { amount, pointer } = amountAt(entry, own, setting);
  return amount === null ? noFigure(entry.priceState, pointer) : fromPointer(amount, pointer);
}

function codeModifier(entries: readonly PlainEntry[], position: number, rule: ModifierRule): CodeModifier[] {
  const entry = entries[position] as PlainEntry;
  const indicatorOf = indicatorsOf(entry);
  const found = modifierCase(rule, indicatorOf);
  if (found === undefined) return [];
  const own = entries.findIndex(({ modifier }) => rule.modifiers.includes(modifier));
  const share = found.reason === undefined ? modifierShare(rule, indicatorOf) : undefined;
  const figures = bothSettings((setting) =>
    own === -1 ? ruledFigure(entry, position, rule, setting) : ownFigure(entries, own, setting),
  );
  const percent = share === undefined ? null : shareText(share);
  return [{ modifiers: [...rule.modifiers], indicator: rule.field, percent, ...figures }];
}

/**
 * What modifiers do to a row of the fee schedule; nothing for rows without an amount, and those with a modifier.
 *
 * @param entries all rows of the code
 */
export function codeModifiers(entries: readonly PlainEntry[], position: number): CodeModifier[] {
  const entry = entries[position];
  if (entry?.modifier !== "" || entry.priceState !== "priced") return [];
  return allModifierRules().flatMap((rule) => codeModifier(entries, position, rule));
}
