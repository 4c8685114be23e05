import type { RateDocument } from "../../../schemas/out/rate.ts";
import type { BuiltDocuments } from "../../documents/built-documents.ts";
import { derivedRules } from "./rules.ts";

type RuleTexts = RateDocument["rules"];

/** Where rules are explained: ours, then those of the documents, which are opened one by one. */
function* ruleTexts(documents: BuiltDocuments): Generator<RuleTexts | undefined> {
  const derived = derivedRules().map(({ id, title, formula, cites }) => [id, { title, formula, cites: [...cites] }]);
  yield Object.fromEntries(derived);
  yield documents.table("national")?.head.rules;
  yield documents.table("site-of-service")?.head.rules;
}

/**
 * The texts of rules, in the order of their first use.
 *
 * @param used their ids, as often as they were used
 */
export function usedRules(documents: BuiltDocuments, used: readonly string[]): RuleTexts {
  const ids = [...new Set(used)];
  const known: RuleTexts = {};
  for (const rules of ruleTexts(documents)) {
    Object.assign(known, rules);
    if (ids.every((id) => known[id] !== undefined)) break;
  }
  return Object.fromEntries(ids.flatMap((id) => (known[id] === undefined ? [] : [[id, known[id]]])));
}
