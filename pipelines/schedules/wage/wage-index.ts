import type { WageIndexRow } from "../../../schemas/row/places.ts";
import { scaledInteger } from "../../../schemas/units.ts";
import type { SourceFile } from "../../tables/source-file.ts";
import { rowsOf } from "../../tables/table.ts";

/** The wage index of one area. */
export interface AreaWage {
  readonly row: WageIndexRow;
  readonly rowNumber: number;
  /** The area has another row with another index: the code alone does not decide which one applies. */
  readonly ambiguous: boolean;
}

function tenThousandths({ wageIndex }: WageIndexRow): number | undefined {
  return wageIndex === null ? undefined : scaledInteger(wageIndex);
}

/**
 * The areas of a wage index file, in its order. In 2025 CMS prints 19 rural areas and 8 CBSAs two to five times, with
 * different indices and nothing else to distinguish the rows: all are kept and marked.
 */
export function readWageIndex(file: SourceFile<WageIndexRow>): AreaWage[] {
  const rows = rowsOf(file.table);
  const values = new Map<string, Set<number | undefined>>();
  for (const row of rows) values.set(row.cbsa, (values.get(row.cbsa) ?? new Set()).add(tenThousandths(row)));
  return rows.map((row, index) => ({
    row,
    rowNumber: file.table.rowNumbers[index] ?? 0,
    ambiguous: (values.get(row.cbsa)?.size ?? 0) > 1,
  }));
}
