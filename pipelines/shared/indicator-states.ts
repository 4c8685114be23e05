import type { Problem } from "../../schemas/place.ts";
import type { SourceFile } from "./source-file.ts";
import { indicatorsOf } from "./sources.ts";
import { cellPlace } from "./table.ts";

/** The name of an indicator's table under `sources/indicators/`. */
type IndicatorName = Parameters<typeof indicatorsOf>[0];

/** State of what the contractors set the price of, each on its own. */
export const CONTRACTOR_PRICED = "contractor-priced";

/** The machine-readable state of each letter of an indicator: `priced`, `packaged`, `not-covered`, ... */
export function statesByIndicator(name: IndicatorName): ReadonlyMap<string, string> {
  return new Map(indicatorsOf(name).indicators.map(({ code, state }) => [code, state]));
}

/** What a schedule calls its indicator, and who defines it. */
const DEFINED: Readonly<Record<IndicatorName, { readonly words: string; readonly where: string }>> = {
  "pfs-status": { words: "status code", where: "the release's record layout" },
  "opps-status": { words: "status indicator", where: "Addendum D1 of the quarter" },
  "asc-payment": { words: "payment indicator", where: "Addendum DD1 of the quarter" },
};

/** An indicator that `sources/indicators/` does not know, so that nobody can say whether the row is paid. */
export function unknownIndicator(
  name: IndicatorName,
  { table }: SourceFile<unknown>,
  { index, field, key, seen }: { index: number; field: string; key: string; seen: string },
): Problem {
  const { words, where } = DEFINED[name];
  return {
    code: "indicator.unknown",
    place: cellPlace(table, table.rowNumbers[index] ?? 0, field, key),
    message: `${words} ${seen} is not one that CMS has defined`,
    cure: `Look it up in ${where} and add it to sources/indicators/${name}.json`,
  };
}
