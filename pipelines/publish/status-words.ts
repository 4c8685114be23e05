import type { CodeDocument } from "../../schemas/out/code.ts";
import type { ReleaseBook } from "../schedules/book.ts";

/** What Addendum D1 says of a status indicator; undefined where it says nothing, or was not read. */
type StatusWords = NonNullable<NonNullable<CodeDocument["opps"]>["statusWords"]>;
export type StatusWordsOf = (indicator: string) => StatusWords | undefined;

/** The words for every status indicator of a release. */
export function statusWordsIn({ tables }: Pick<ReleaseBook, "tables">): StatusWordsOf {
  const table = tables["addendum-d1"]?.table;
  if (table === undefined) return () => undefined;
  const { indicator, service, definition } = table.columns;
  const words = table.rowNumbers.map(
    (row, at) => [indicator.at(at), { service: service.at(at), definition: definition.at(at), row }] as const,
  );
  const byIndicator = new Map<string, StatusWords>(words);
  return (wanted) => byIndicator.get(wanted);
}
