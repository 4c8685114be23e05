import type { PolicyIndicator } from "../../schemas/source/policy.ts";
import { indicatorsOf, policyIndicators } from "../sources/sources.ts";

/** Lists of indicators below `sources/indicators/`. */
export type IndicatorList = Parameters<typeof indicatorsOf>[0];

/** One letter of a list, as `sources/` describes it; undefined for one that is not on record. */
export function indicatorOf(list: IndicatorList, code: string | null) {
  return indicatorsOf(list).indicators.find((each) => each.code === code);
}

/** What a letter of a policy indicator means; one that is not on record says so. */
export function policyMeaning({ codes }: PolicyIndicator, printed: string): string {
  const found = codes.find(({ code }) => code === printed) ?? codes.find(({ code }) => code === "*");
  return found?.meaning ?? "Not on record: see CMS's record layout of the release";
}

/** "10 days" for 010; what CMS prints where no short word is on record. */
export function globalPeriod(printed: string): string {
  const period = policyIndicators().indicators.find(({ field }) => field === "globalDays");
  return period?.codes.find(({ code }) => code === printed)?.short ?? printed;
}
