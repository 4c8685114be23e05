import type { PolicyIndicator } from "../../schemas/source/policy.ts";
import { policyIndicators } from "../sources/policy.ts";

/** The meaning of a value of a policy indicator, or that it is not recorded. */
export function policyMeaning({ codes }: PolicyIndicator, printed: string): string {
  const found = codes.find(({ code }) => code === printed) ?? codes.find(({ code }) => code === "*");
  return found?.meaning ?? "Not recorded: see CMS's record layout of the release";
}

/** "10 days" for 010; what CMS prints when no short name is recorded. */
export function globalPeriod(printed: string): string {
  const period = policyIndicators().indicators.find(({ field }) => field === "globalDays");
  return period?.codes.find(({ code }) => code === printed)?.short ?? printed;
}
