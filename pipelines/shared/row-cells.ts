import type { Place, Problem } from "../../schemas/place.ts";
import type { Layout, LayoutColumn } from "../../schemas/source/layout.ts";
import type { ColumnRef, Columns } from "./columns.ts";
import { formulaProblem, isFormula } from "./formula.ts";
import { type Grid, restoreZeros, trimCell } from "./grid.ts";
import { percentOf, quantise } from "./quantise.ts";
import { isPlain, plain, shown } from "./shown.ts";

/** What reading the rows of a table needs, and what it counts on the way. */
export interface Reading {
  readonly file: string;
  readonly grid: Grid;
  readonly layout: Layout;
  readonly problems: Problem[];
  lossyCells: number;
  restoredCells: number;
}

/** A column of the layout, and where it stands in the file. */
export type NamedColumn = readonly [LayoutColumn, ColumnRef];

/** The columns that are read at all: descriptors are not. */
export function namedColumns(layout: Layout, columns: Columns): NamedColumn[] {
  return layout.columns.flatMap((column) => {
    const ref = columns.byField.get(column.field);
    return ref === undefined || column.descriptor === true ? [] : [[column, ref] as const];
  });
}

function readFloat(stored: string, column: LayoutColumn, place: Place, reading: Reading): string {
  const text = column.percent === true ? (percentOf(stored) ?? stored) : stored;
  const quantised = column.decimals === undefined ? undefined : quantise(text, column.decimals);
  if (quantised === undefined) return text;
  if (!quantised.lossy) return quantised.text;
  if (column.lossy === "allowed") {
    reading.lossyCells += 1;
    return quantised.text;
  }
  reading.problems.push({
    code: "cell.lossy",
    place,
    message: `the workbook stores ${shown(text)}, which does not fit the ${column.decimals} decimals CMS publishes`,
    cure: "Build from CMS's csv or txt of the same table, where the published digits stand",
  });
  return quantised.text;
}

function withZeros(text: string, width: number, reading: Reading): string {
  const whole = restoreZeros(text, width);
  if (whole !== text) reading.restoredCells += 1;
  return whole;
}

function placeOf(index: number, ref: ColumnRef, reading: Reading): Place {
  return { file: reading.file, row: index + 1, column: ref.letter, heading: ref.heading };
}

function hostileCell(text: string, place: Place): Problem {
  if (isFormula(text)) return formulaProblem(text, place);
  const message = `the cell holds control characters, "${plain(shown(text))}"`;
  return { code: "cell.control-character", place, message, cure: "Download the file again: CMS's cells hold none" };
}

function isHostile(text: string, { grid }: Reading): boolean {
  return isFormula(text) || (grid.controls === true && !isPlain(text));
}

/**
 * The cells of a row by our names for them, as texts; undefined when one of them is no honest cell, which is a problem.
 *
 * @param index of the row in the grid
 */
export function nameCells(
  index: number,
  named: readonly NamedColumn[],
  reading: Reading,
): Record<string, string> | undefined {
  const row = reading.grid.rows[index] ?? [];
  const { floats } = reading.grid;
  const cells: Record<string, string> = {};
  for (const [column, ref] of named) {
    const text = trimCell(row[ref.index] ?? "");
    if (text !== "" && isHostile(text, reading)) {
      reading.problems.push(hostileCell(text, placeOf(index, ref, reading)));
      return undefined;
    }
    const exact = floats ? readFloat(text, column, placeOf(index, ref, reading), reading) : text;
    cells[column.field] = column.pad === undefined ? exact : withZeros(exact, column.pad, reading);
  }
  return cells;
}
