import type { NationalRow } from "../../../schemas/out/national.ts";
import type { RateModifier } from "../../../schemas/out/rate.ts";
import type { PolicyIndicator } from "../../../schemas/source/policy.ts";
import { policyIndicators } from "../../sources/policy.ts";
import { policyMeaning } from "../../words/policy.ts";
import { cellsOf } from "./cells.ts";
import { nationalRows, type RateQuestion } from "./question.ts";

/** The indicator about components, whose modifiers have rows of their own or cannot be used. */
const COMPONENTS = "pctcIndicator";

/** Indicators that answer for modifiers without a row. */
function answering(): readonly PolicyIndicator[] {
  return policyIndicators().indicators.filter(({ field, modifiers }) => field !== COMPONENTS && modifiers.length > 0);
}

/** Modifiers that an indicator answers for: "50, 51, 62, ...". */
export function answeredModifiers(): string {
  return answering()
    .flatMap(({ modifiers }) => modifiers)
    .join(", ");
}

function byIndicator(question: RateQuestion, row: NationalRow, modifier: string): RateModifier | undefined {
  const indicator = answering().find(({ modifiers }) => modifiers.includes(modifier));
  const head = question.documents.table("national")?.head;
  if (indicator === undefined || head === undefined) return undefined;
  const { field, title } = indicator;
  const value = String(row[field as keyof NationalRow] ?? "");
  const cells = [cellsOf(head, "rvu", row.row, [field])];
  return { modifier, title, indicator: { field, value, cells }, meaning: policyMeaning(indicator, value) };
}

/**
 * What a modifier without a row of its own does to the payment of a code, by the indicator of the code's row.
 *
 * @returns undefined where the question has no modifier, the modifier has a row, or nothing answers for it
 */
export function modifierOf(question: RateQuestion): RateModifier | undefined {
  const { modifier } = question;
  const rows = nationalRows(question);
  const row = rows.find((each) => each.modifier === "") ?? rows[0];
  if (modifier === undefined || row === undefined || rows.some((each) => each.modifier === modifier)) return undefined;
  const silent = policyIndicators().silent.find(({ modifiers }) => modifiers.includes(modifier));
  if (silent !== undefined) return { modifier, title: silent.title, indicator: null, meaning: silent.meaning };
  return byIndicator(question, row, modifier);
}
