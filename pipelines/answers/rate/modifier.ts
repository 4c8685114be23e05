import type { NationalRow } from "../../../schemas/out/national.ts";
import type { RateModifier } from "../../../schemas/out/rate.ts";
import type { RateOrReason } from "../../../schemas/out/rate-amount.ts";
import type { PhysicianParts } from "../../../schemas/out/rate-parts.ts";
import type { ModifierRule } from "../../../schemas/source/modifiers.ts";
import { shareOfAmount } from "../../rules/money.ts";
import { modifierOutcome, modifierShare, shareText } from "../../schedules/pfs/modifier-share.ts";
import { allModifierRules, type IndicatorOf, modifierCase } from "../../sources/modifiers.ts";
import { decidingIndicator, modifierMeaning } from "../../words/modifiers.ts";
import { cellsOf } from "./cells.ts";
import { nationalRows, type RateQuestion } from "./question.ts";

/** Modifiers of components have rows of their own, or cannot be used. */
const isOfComponent = ({ field, hasRow }: ModifierRule): boolean => hasRow === true && field !== null;

/** Modifiers that ratebook answers for where they have no row: "22, 24, 25, ...". */
export function answeredModifiers(): string {
  const answering = allModifierRules().filter((rule) => !isOfComponent(rule));
  return answering.flatMap(({ modifiers }) => modifiers).join(", ");
}

/** What CMS prints of an indicator of a row of the national table. */
const indicatorsOf =
  (row: NationalRow): IndicatorOf =>
  (field) => {
    const value = row[field as keyof NationalRow];
    return typeof value === "string" ? value : undefined;
  };

/** The cells of the fields of a row that decide. */
function decidingCells({ documents }: RateQuestion, row: NationalRow, fields: readonly string[]) {
  const head = documents.table("national")?.head;
  return head === undefined || fields.length === 0 ? [] : [cellsOf(head, "rvu", row.row, fields)];
}

function deciding(question: RateQuestion, rule: ModifierRule, row: NationalRow): RateModifier["indicator"] {
  const indicator = decidingIndicator(rule);
  if (indicator === undefined) return null;
  const { field, title } = indicator;
  const value = indicatorsOf(row)(field) ?? "";
  return { field, title, value, cells: decidingCells(question, row, [field]) };
}

/** What a rule says of a row: the indicator that decides, and the words for it. */
export function ruledModifier(question: RateQuestion, rule: ModifierRule, row: NationalRow): RateModifier | undefined {
  const found = modifierCase(rule, indicatorsOf(row));
  if (found === undefined) return undefined;
  const share = modifierShare(rule, indicatorsOf(row));
  const indicator = deciding(question, rule, row);
  return {
    modifiers: [...rule.modifiers],
    title: rule.title,
    indicator,
    meaning: modifierMeaning(rule, found, indicator?.value ?? ""),
    percent: share === undefined || found.reason !== undefined ? null : shareText(share),
    cites: [...rule.cites],
  };
}

/** The row without a modifier, else the first one. */
export function plainRow(question: RateQuestion): NationalRow | undefined {
  const rows = nationalRows(question);
  return rows.find((each) => each.modifier === "") ?? rows[0];
}

/**
 * The rule of the question's modifier, where it has no row of its own.
 *
 * @returns undefined where the question has no modifier, the modifier has a row, or nothing answers for it
 */
export function ruleOfQuestion(question: RateQuestion): ModifierRule | undefined {
  const { modifier } = question;
  if (modifier === undefined || nationalRows(question).some((each) => each.modifier === modifier)) return undefined;
  return allModifierRules().find((rule) => rule.modifiers.includes(modifier) && !isOfComponent(rule));
}

/**
 * What the physician is paid with a modifier.
 *
 * @param parts what is paid without it, by the row that it names
 */
export function withModifier(question: RateQuestion, rule: ModifierRule, parts: PhysicianParts): RateOrReason {
  const amount = parts.payable ?? parts.fee;
  const row = nationalRows(question).find(({ modifier }) => modifier === parts.modifier);
  if (amount.value === null || row === undefined) return amount;
  const outcome = modifierOutcome(rule, indicatorsOf(row));
  if (outcome.kind === "unchanged") return amount;
  if (outcome.kind === "none") return { value: null, reason: outcome.reason };
  const cells = [...amount.cells, ...decidingCells(question, row, outcome.fields)];
  return { value: shareOfAmount(amount.value, outcome.share), rule: outcome.rule.id, cells };
}
