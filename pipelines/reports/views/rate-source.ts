import type { RateCells, RateOrReason } from "../../../schemas/out/rate-amount.ts";
import { fileText } from "../../words/files.ts";
import { dollars } from "../../words/money-text.ts";
import { inWords, plainReason } from "../../words/reasons.ts";
import { type Content, figure, toned } from "./view.ts";

/** As much of a rule as a source says. */
export interface SourceRule {
  readonly title: string;
  readonly formula: string;
  readonly cites: readonly { readonly title: string }[];
}

/** A rule in words: what is computed, and by which law. */
export function ruleWords(id: string, { title, formula, cites }: SourceRule): string {
  return [`${title} (${id})`, formula, ...cites.map((cite) => cite.title)].join("\n");
}

/** "excerpt of rvu25a.zip > PPRRVU25_JAN.csv", where rows are counted in an excerpt. */
export function excerptLines({ excerptOf }: Pick<RateCells, "excerptOf">): string[] {
  return excerptOf === undefined ? [] : [`excerpt of ${excerptOf}`];
}

/** The cells of a row, and the file that they are in. */
export function cellsSource(of: RateCells): string {
  const { file, sheet, origin, row, columns } = of;
  const cells = columns.map(({ column, heading: words }) => `${column}${row} ${words}`).join(", ");
  return [cells, fileText({ name: file, origin, sheet }), ...excerptLines(of)].join("\n");
}

/** Rules by id, as answers have them. */
export type SourceRules = Readonly<Record<string, SourceRule>>;

/** Where an amount comes from: its cells, and the rule that computes it from them; of a reason, its sentence. */
export function rateSource(rate: RateOrReason, rules: SourceRules): string {
  if (rate.value === null) return plainReason(rate.reason) ?? "";
  const { rule, cells } = rate;
  const known = rule === undefined ? undefined : rules[rule];
  const how = known === undefined ? (rule ?? "Printed by CMS") : ruleWords(rule as string, known);
  return [...cells.map(cellsSource), how].join("\n");
}

/** An amount, or in a few words why there is none, with where it comes from. */
export function rateContent(rate: RateOrReason, rules: SourceRules): Content {
  const source = rateSource(rate, rules);
  if (rate.value !== null) return figure(dollars(rate.value), source);
  const words = inWords(rate.reason);
  return toned(source === "" ? words : figure(words, source), "quiet");
}
