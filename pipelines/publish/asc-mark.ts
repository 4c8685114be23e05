import type { Column } from "../tables/column.ts";

/** The column of marks beside the codes of an ASC addendum. */
interface Marked {
  readonly mark: Column<string | undefined>;
}

/** CMS's mark beside the code of a row, such as **; undefined where there is none. */
export function markOf({ mark }: Marked, row: number): string | undefined {
  return mark.at(row)?.trim() || undefined;
}
