import { HCPCS_CODE } from "../../../schemas/names.ts";
import type { SiteQuestion } from "./asked.ts";

/** What is done to the browser's history, and whether the question is now one to come back to. */
export interface HistoryStep {
  readonly how: "pushState" | "replaceState";
  readonly isKept: boolean;
}

/**
 * A question to come back to is kept, and the next one is added to the history. One that is being typed is replaced by
 * what is typed next, until a whole other code is there or the field is left.
 */
export function historyStep(isKept: boolean, before: SiteQuestion, next: SiteQuestion, isTyping: boolean): HistoryStep {
  const isOtherCode = HCPCS_CODE.test(next.code) && next.code !== before.code;
  return { how: isKept ? "pushState" : "replaceState", isKept: !isTyping || isOtherCode };
}
