import type { ReleaseDocuments } from "../documents/release-documents.ts";
import type { ColumnType, Value } from "./column-types.ts";
import { RVU_ROW_TYPES } from "./long-tables.ts";
import type { SheetFigures } from "./rate-sheet.ts";
import { REASON_COLUMN, SHEET_AMOUNTS, SHEET_NAMES } from "./sheet-columns.ts";

/** Figures and indicators of CMS's relative value file, by their names in `national.json`. */
const SHEET_FIGURES: Readonly<Record<string, ColumnType>> = Object.fromEntries(
  Object.entries(RVU_ROW_TYPES).filter(([field]) => field !== "hcpcs" && field !== "modifier"),
);

/** Every column that a sheet can have. There is no descriptor among them: those are not ours to publish. */
export const SHEET_COLUMNS: readonly string[] = [
  ...Object.keys(SHEET_NAMES),
  ...Object.keys(SHEET_AMOUNTS),
  REASON_COLUMN,
  ...Object.keys(SHEET_FIGURES),
];

/** The figures of a release's relative value file, read when a sheet has one of them. */
export function sheetFigures(documents: ReleaseDocuments): SheetFigures {
  let byKey: ReadonlyMap<string, Readonly<Record<string, Value>>> | undefined;
  return {
    types: SHEET_FIGURES,
    of: ({ code, modifier }) => {
      const rows = () => documents.table("national")?.allRows() ?? [];
      byKey ??= new Map(rows().map((row) => [`${row.hcpcs} ${row.modifier}`, row as never]));
      return byKey.get(`${code} ${modifier}`);
    },
  };
}
