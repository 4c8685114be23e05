import { type Scaled, scaledInteger } from "../../schemas/units.ts";
import type { ColumnRef } from "./columns.ts";

/**
 * One column of a table. It stores each distinct text once, as printed and as its value; a row has the number of its
 * text. A relative value file of 585,000 cells has 48,000 distinct texts.
 */
export class Column<out Value> {
  /** The column in CMS's file; undefined for a field without one, whose values are undefined. */
  readonly ref: ColumnRef | undefined;
  /** Number of the text of each row. */
  readonly codes: Int32Array;
  /** Distinct texts exactly as in the file, in the order of their first rows. */
  readonly texts: readonly string[];
  /** The value of each text, in the unit of the field. */
  readonly values: readonly Value[];

  constructor(ref: ColumnRef | undefined, codes: Int32Array, texts: readonly string[], values: readonly Value[]) {
    this.ref = ref;
    this.codes = codes;
    this.texts = texts;
    this.values = values;
  }

  /** The value of a row's cell. */
  at(row: number): Value {
    return this.values[this.codes[row] as number] as Value;
  }

  /** The cell of a row exactly as in the file; blank when a row of a workbook or csv ends before it. */
  printed(row: number): string {
    return this.texts[this.codes[row] as number] ?? "";
  }

  /** The same cells with other values, computed once for each distinct text. */
  map<Other>(read: (value: Value) => Other): Column<Other> {
    return new Column(this.ref, this.codes, this.texts, this.values.map(read));
  }

  /** The cells of some rows, in their order. */
  select(rows: ArrayLike<number>): Column<Value> {
    const codes = new Int32Array(rows.length);
    for (let at = 0; at < rows.length; at += 1) codes[at] = this.codes[rows[at] as number] as number;
    return new Column(this.ref, codes, this.texts, this.values);
  }
}

/** The scaled integers of a column of one unit, for some rows, in their order. */
export function integersOf(column: Column<Scaled<string>>, rows: ArrayLike<number>): Int32Array {
  const integers = column.values.map((value) => scaledInteger(value));
  const { codes } = column.select(rows);
  return codes.map((code) => integers[code] as number);
}
