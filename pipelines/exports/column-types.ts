import { SCALE } from "../../schemas/units.ts";

/** A decimal with at most nine digits, or eighteen where it is long; `scale` of them are behind the point. */
export interface DecimalType {
  readonly scale: number;
  readonly long?: true;
}

/** Type of a column. A day is ISO text. */
export type ColumnType = "text" | "flag" | "day" | DecimalType;

/** A value as documents have it: decimals as text. Null where the document has null, or not the field. */
export type Value = string | boolean | null;

/** A column of repeated texts: each text once, and for every row the position of its text. */
export interface RepeatedTexts {
  readonly texts: readonly string[];
  readonly positions: Int32Array;
}

/** Values, or without any null: integers, which are decimals in the last place of the column's scale, or texts. */
export type ColumnValues = readonly Value[] | Int32Array | RepeatedTexts;

/** Some rows of a table, by column, of one length. */
export type Batch<Values extends ColumnValues = ColumnValues> = Readonly<Record<string, Values>>;

/** A name, and the columns with their types. */
export interface ExportShape {
  readonly name: string;
  readonly columns: Readonly<Record<string, ColumnType>>;
  /** Columns that never have a null. */
  readonly required?: readonly string[];
}

/** Rates of drugs have three decimals or four, and some are above a million dollars. */
export const FINE: ColumnType = { scale: SCALE.fine, long: true };
/** Dollars and cents. */
export const CENTS: ColumnType = { scale: SCALE.cents };
