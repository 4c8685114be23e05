import type { Setting } from "../../../schemas/setting.ts";

/**
 * What the rules of payment need of a relative value file. The build's columns have it, and so have the arrays of the
 * reader: the rules are written once, and import nothing that a browser lacks.
 */

/** The cells of one column. */
export interface Cells<Value> {
  at(row: number): Value;
}

/** What can be asked for by a name: a map, or something that finds it. */
export interface Known<Value> {
  get(name: string): Value | undefined;
}

/** Rows of a relative value file, numbered from 0. */
export interface FeeRows {
  readonly columns: {
    readonly modifier: Cells<string>;
    readonly pctcIndicator: Cells<string>;
    readonly nonFacilityNa: Cells<boolean>;
    readonly facilityNa: Cells<boolean>;
  };
  /** Price state of a row: `priced`, or the reason why there is no amount. */
  stateOf(row: number): string;
  /** Row by HCPCS code, for each modifier. */
  readonly byModifier: Known<Known<number>>;
}

/** National amounts of rows, in cents; undefined for a row without one. */
export interface NationalFees {
  has(row: number): boolean;
  at(row: number, setting: Setting): number | undefined;
}

/** Rows with their national amounts. */
export interface PricedRows {
  readonly rvu: FeeRows;
  readonly national: NationalFees;
}

/** A code's row with a modifier; undefined when the file has none. */
export function rowWith(
  { byModifier }: Pick<FeeRows, "byModifier">,
  hcpcs: string,
  modifier: string,
): number | undefined {
  return byModifier.get(modifier)?.get(hcpcs);
}
