import { indicatorsOf } from "../sources/sources.ts";

/** Lists of indicators below `sources/indicators/`. */
export type IndicatorList = Parameters<typeof indicatorsOf>[0];

/** One indicator of a list, as `sources/` describes it; undefined when it is not recorded. */
export function indicatorOf(list: IndicatorList, code: string | null) {
  return indicatorsOf(list).indicators.find((each) => each.code === code);
}
