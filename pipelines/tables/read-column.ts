import type { z } from "zod";
import type { LayoutColumn } from "../../schemas/source/layout.ts";
import { isPlain, plain, quoted } from "../problems/quoted.ts";
import { Column } from "./column.ts";
import type { ColumnRef } from "./columns.ts";
import { formulaFault, isFormula } from "./formula.ts";
import { type Grid, restoreZeros, trimCell } from "./grid.ts";
import { percentOf, quantise } from "./quantise.ts";

/** What is wrong with a cell, without its place. */
export interface CellFault {
  readonly code: string;
  readonly message: string;
  readonly cure: string;
}

/** The meaning of one distinct text of a column. */
interface Meaning {
  readonly value?: unknown;
  readonly fault?: CellFault;
  /** Digits that CMS does not publish were rounded away, which the layout allows. */
  readonly lossy?: true;
  /** Leading zeros that a spreadsheet removed were restored. */
  readonly restored?: true;
}

/** A column that was read, with its faults and counts. */
export interface ReadColumn {
  readonly column: Column<unknown>;
  /** Faults by number of the text; empty for nearly every column. */
  readonly faults: ReadonlyMap<number, CellFault>;
  readonly lossyCells: number;
  readonly restoredCells: number;
}

/** The distinct texts of one column of a grid, and which of them each row has. */
function distinctTexts({ rows }: Grid, indexes: readonly number[], at: number): { codes: Int32Array; texts: string[] } {
  const codes = new Int32Array(indexes.length);
  const numbers = new Map<string, number>();
  const texts: string[] = [];
  // Most cells repeat the one above and need no look-up.
  let [last, lastCode] = ["", -1];
  for (let row = 0; row < indexes.length; row += 1) {
    const text = rows[indexes[row] as number]?.[at] ?? "";
    if (text !== last || lastCode < 0) {
      last = text;
      lastCode = numbers.get(text) ?? -1;
      if (lastCode < 0) {
        lastCode = texts.push(text) - 1;
        numbers.set(text, lastCode);
      }
    }
    codes[row] = lastCode;
  }
  return { codes, texts };
}

function hostile(text: string, { controls }: Grid): CellFault | undefined {
  if (isFormula(text)) return formulaFault(text);
  if (controls !== true || isPlain(text)) return undefined;
  const message = `the cell contains control characters, "${plain(quoted(text))}"`;
  return { code: "cell.control-character", message, cure: "Download the file again: CMS's cells contain none" };
}

/** A workbook's number at the scale that CMS publishes. */
function readFloat(stored: string, column: LayoutColumn): { text: string; lossy?: true; fault?: CellFault } {
  const text = column.percent === true ? (percentOf(stored) ?? stored) : stored;
  const quantised = column.decimals === undefined ? undefined : quantise(text, column.decimals);
  if (quantised === undefined) return { text };
  if (!quantised.lossy) return { text: quantised.text };
  if (column.lossy === "allowed") return { text: quantised.text, lossy: true };
  const message = `the workbook stores ${quoted(text)}, which does not fit the ${column.decimals} decimals CMS publishes`;
  const cure = "Build from CMS's csv or txt of the same table, which has the published digits";
  return { text: quantised.text, fault: { code: "cell.lossy", message, cure } };
}

function unreadable(text: string, error: z.ZodError): CellFault {
  return {
    code: "cell.unreadable",
    message: `expected ${error.issues[0]?.message}, saw "${quoted(text)}"`,
    cure: "If the cell is CMS's own, widen the row's schema under schemas/row; if a column moved, see its layout",
  };
}

function meaningOf(printed: string, column: LayoutColumn, schema: z.ZodType, grid: Grid): Meaning {
  const text = trimCell(printed);
  const fault = text === "" ? undefined : hostile(text, grid);
  if (fault !== undefined) return { fault };
  const exact = grid.floats ? readFloat(text, column) : { text };
  if (exact.fault !== undefined) return { fault: exact.fault };
  const whole = column.pad === undefined ? exact.text : restoreZeros(exact.text, column.pad);
  const parsed = schema.safeParse(whole);
  return {
    ...(parsed.success ? { value: parsed.data } : { fault: unreadable(whole, parsed.error) }),
    ...(exact.lossy && { lossy: true }),
    ...(whole !== exact.text && { restored: true }),
  };
}

/**
 * Reads one column: trims each distinct text, gives it its published scale and width, and decodes it once.
 *
 * @param indexes of the table's rows in the grid
 * @param schema of a cell: text in, value out
 */
export function readColumn(
  grid: Grid,
  indexes: readonly number[],
  ref: ColumnRef,
  column: LayoutColumn,
  schema: z.ZodType,
): ReadColumn {
  const { codes, texts } = distinctTexts(grid, indexes, ref.index);
  const meanings = texts.map((text) => meaningOf(text, column, schema, grid));
  const faults = new Map(meanings.flatMap(({ fault }, code) => (fault === undefined ? [] : [[code, fault] as const])));
  const cellsWith = (kind: "lossy" | "restored"): number => {
    if (!meanings.some((meaning) => meaning[kind])) return 0;
    return codes.reduce((cells, code) => cells + (meanings[code]?.[kind] ? 1 : 0), 0);
  };
  const values = meanings.map(({ value }) => value);
  return {
    column: new Column(ref, codes, texts, values),
    faults,
    lossyCells: cellsWith("lossy"),
    restoredCells: cellsWith("restored"),
  };
}

/** The column of a field without one in the file: undefined in every row. */
export function absentColumn(rows: number): Column<undefined> {
  return new Column(undefined, new Int32Array(rows), [], [undefined]);
}
