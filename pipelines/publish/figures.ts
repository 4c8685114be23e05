import type { CellFigure, CellRef, NoFigure, RefFigure, RuleFigure } from "../../schemas/out/common.ts";
import type { Rule } from "../rules/rule.ts";
import type { ReleaseBook } from "../schedules/book.ts";
import type { RvuFile } from "../schedules/pfs/rvu-file.ts";
import type { Column } from "../tables/column.ts";
import { originalRowOf, originOf, type SourceFile } from "../tables/source-file.ts";

/** CMS left a cell blank, or has no such column; a copy of CMS's file may lack what CMS printed. */
const LACKING = {
  cell: { cms: "blank-in-cms-file", copy: "blank-in-copy" },
  column: { cms: "no-such-column-in-cms-file", copy: "no-such-column-in-copy" },
} as const;

function lacking(what: keyof typeof LACKING, file: SourceFile<unknown>): string {
  return LACKING[what][originOf(file) === "cms" ? "cms" : "copy"];
}

function originalRow(file: SourceFile<unknown>, row: number): { originalRow?: number } {
  const original = originalRowOf(file, row);
  return original === undefined ? {} : { originalRow: original };
}

/** The column of a field. */
function columnOf(file: SourceFile<unknown>, field: string): Column<unknown> | undefined {
  return (file.table.columns as Readonly<Record<string, Column<unknown>>>)[field];
}

/** The cell of a field in a row; throws when the file has no such column, which the layout prevents. */
export function cellRef(file: SourceFile<unknown>, row: number, field: string): CellRef {
  const column = columnOf(file, field);
  if (column?.ref === undefined) throw new Error(`${file.table.file} has no column for ${field}`);
  const { letter } = column.ref;
  const rowNumber = file.table.rowNumbers[row] ?? 0;
  return { file: file.id, row: rowNumber, column: letter, printed: column.printed(row), ...originalRow(file, row) };
}

/** The first cell of a relative value file's conversion factor, which every row repeats. */
function firstFactorCell({ file }: RvuFile): CellRef {
  return cellRef(file, 0, "conversionFactor");
}

/** The cell of the qualifying track's factor; undefined where no file of that track was read. */
export function qualifyingFactorCell({ qualifying }: Pick<ReleaseBook, "qualifying">): CellRef | undefined {
  return qualifying?.basis === "qpp-file" ? firstFactorCell(qualifying.pfs.rvu) : undefined;
}

/** A value with the cell it was read from. */
export function fromCell(file: SourceFile<unknown>, row: number, field: string, value: string): CellFigure {
  return { value, cell: cellRef(file, row, field) };
}

/** The published value of a field in a row with its cell, or the reason why there is none. */
export function columnFigure(
  file: SourceFile<unknown>,
  row: number,
  field: string,
  { publish }: { readonly publish: (value: never) => unknown },
  reason = lacking("cell", file),
): CellFigure | NoFigure {
  const column = columnOf(file, field);
  const value = publish(column?.at(row) as never) as string | null;
  if (value !== null) return fromCell(file, row, field, value);
  if (column?.ref === undefined) return noFigure(lacking("column", file));
  return { ...noFigure(reason), cell: cellRef(file, row, field) };
}

/** A computed value with its rule and the pointers to its inputs. */
export function fromRule(value: string, rule: Rule, inputs: Record<string, string>): RuleFigure {
  return { value, rule: rule.id, inputs };
}

/** A value from elsewhere in the same document. */
export function fromPointer(value: string, ref: string): RefFigure {
  return { value, ref };
}

/**
 * No value, and why.
 *
 * @param because pointer to the deciding figure
 */
export function noFigure(reason: string, because?: string): NoFigure {
  return because === undefined ? { value: null, reason } : { value: null, reason, because };
}
