import { indicatorsOf } from "../sources/sources.ts";
import type { SourceFile } from "../tables/source-file.ts";
import type { Check, Findings } from "./check.ts";
import { checkRows } from "./row-check.ts";

/** The name of an indicator's table under `sources/indicators/`. */
type IndicatorName = Parameters<typeof indicatorsOf>[0];

/** The machine-readable state of each value of an indicator: `priced`, `packaged`, `not-covered`, ... */
export function statesByIndicator(name: IndicatorName): ReadonlyMap<string, string> {
  return new Map(indicatorsOf(name).indicators.map(({ code, state }) => [code, state]));
}

/** The name of each schedule's indicator, and where it is defined. */
const DEFINED: Readonly<Record<IndicatorName, { readonly words: string; readonly where: string }>> = {
  "pfs-status": { words: "status code", where: "the release's record layout" },
  "opps-status": { words: "status indicator", where: "Addendum D1 of the quarter" },
  "asc-payment": { words: "payment indicator", where: "Addendum DD1 of the quarter" },
};

/** Every indicator in a field of a file is one of its table under `sources/indicators/`. */
export function checkKnown<Field extends string>(
  name: IndicatorName,
  file: SourceFile<Readonly<Record<Field, string>>>,
  field: Field,
): Findings {
  const known = statesByIndicator(name);
  return checkRows(file, (columns) => (row) => {
    const seen = columns[field].at(row);
    if (known.has(seen)) return null;
    return { fields: [field], message: `${DEFINED[name].words} ${seen} is not one that CMS has defined` };
  });
}

/**
 * The check that every indicator is known: with an unknown one it is not clear whether the row is paid.
 *
 * @param about what differs by schedule
 */
export function indicatorKnown<Book>(
  name: IndicatorName,
  about: Pick<Check<Book>, "id" | "invariants" | "run">,
): Check<Book> {
  const { words, where } = DEFINED[name];
  return {
    ...about,
    title: `Every ${words} is one that CMS has defined`,
    scope: "row",
    severity: "error",
    cites: [{ title: `sources/indicators/${name}.json, from ${where}` }],
    cure: `Look it up in ${where} and add it to sources/indicators/${name}.json`,
  };
}
