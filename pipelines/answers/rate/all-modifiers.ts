import type { RateDocument } from "../../../schemas/out/rate.ts";
import type { RateOrReason } from "../../../schemas/out/rate-amount.ts";
import type { ModifierRule } from "../../../schemas/source/modifiers.ts";
import { allModifierRules } from "../../sources/modifiers.ts";
import { FOR_COMMAND_LINE, type NotBuilt } from "../../words/audience.ts";
import { counted } from "../../words/money-text.ts";
import { plainRow, ruledModifier, withModifier } from "./modifier.ts";
import { pairEdits } from "./ncci.ts";
import { ratePhysician } from "./physician.ts";
import { nationalRows, type RateQuestion } from "./question.ts";

type AnsweredModifier = NonNullable<RateDocument["modifiers"]>[number];

/** Settings whose amounts a physician can have: in an office, and in a facility. */
const SETTINGS = { nonFacility: "office", facility: "hopd" } as const;

/** The amount of the modifier's own row, else that by the rule. */
function amountAt(question: RateQuestion, rule: ModifierRule, name: keyof typeof SETTINGS): RateOrReason {
  const own = nationalRows(question).find(({ modifier }) => rule.modifiers.includes(modifier));
  const parts = ratePhysician({ ...question, modifier: own?.modifier }, SETTINGS[name]);
  return own === undefined ? withModifier(question, rule, parts) : (parts.payable ?? parts.fee);
}

/** Where NCCI edits allow a modifier of distinct services. */
function editsText({ documents, hcpcs }: RateQuestion, day: string, notBuilt: NotBuilt): string {
  const { allowingEdits, editsOf } = notBuilt;
  if (documents.ptpEdits("practitioner", hcpcs) === undefined) return allowingEdits;
  const edits = pairEdits(documents, { hcpcs, day }) ?? [];
  const allowing = edits.filter((each) => each.setting === "practitioner" && each.modifierIndicator === "1").length;
  return `${counted(allowing, "edit")} of ${hcpcs} in force on ${day} ${allowing === 1 ? "allows" : "allow"} it: ${editsOf(hcpcs)}`;
}

/**
 * What each modifier does to the row of a code, with the amounts of the question's place.
 *
 * @param day of the NCCI edits
 * @param notBuilt texts for whoever reads what is not known
 */
export function allModifiers(
  question: RateQuestion,
  day: string,
  notBuilt: NotBuilt = FOR_COMMAND_LINE,
): AnsweredModifier[] {
  const row = plainRow(question);
  if (row === undefined) return [];
  return allModifierRules().flatMap((rule): AnsweredModifier[] => {
    const ruled = ruledModifier(question, rule, row);
    if (ruled === undefined) return [];
    const meaning = rule.edits === true ? `${ruled.meaning}. ${editsText(question, day, notBuilt)}` : ruled.meaning;
    const [nonFacility, facility] = [amountAt(question, rule, "nonFacility"), amountAt(question, rule, "facility")];
    return [{ ...ruled, meaning, nonFacility, facility }];
  });
}
