import { MODIFIERS } from "../../../schemas/names.ts";
import type { PfsRvuRow } from "../../../schemas/row/pfs-rvu.ts";
import type { ConversionFactor, Rvu } from "../../../schemas/units.ts";
import { PRICED } from "../../rules/states.ts";
import { type Column, integersOf } from "../../tables/column.ts";
import type { SourceFile } from "../../tables/source-file.ts";
import type { ColumnsOf, KeyOf } from "../../tables/table.ts";
import { rowWith } from "./fee-rows.ts";
import type { RvuColumns } from "./kernel.ts";
import { type PriceState, priceStates } from "./price-state.ts";

export { rowWith };

/** Columns of a relative value file. */
export type RvuFileColumns = ColumnsOf<PfsRvuRow>;

/** CMS's relative value file. Rows are numbered from 0, in the order of the file. */
export interface RvuFile {
  readonly file: SourceFile<PfsRvuRow>;
  readonly columns: RvuFileColumns;
  /** The file's conversion factor, read from its first row; the checks prove that every row repeats it. */
  readonly printedFactor: ConversionFactor;
  readonly states: readonly PriceState[];
  /** State of a row. */
  readonly stateOf: (row: number) => PriceState;
  /** Rows that have amounts. */
  readonly priced: Int32Array;
  /** Row by HCPCS code, for each modifier: a look-up does not join code and modifier. */
  readonly byModifier: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** HCPCS and modifier as one text: "77002", "77002 26". */
export function rowKey(hcpcs: string, modifier: string): string {
  return modifier === "" ? hcpcs : `${hcpcs} ${modifier}`;
}

/** The same key, for a row of a table. */
export const keyOfRvuRow: KeyOf<Pick<PfsRvuRow, "hcpcs" | "modifier">> =
  ({ hcpcs, modifier }) =>
  (row) =>
    rowKey(hcpcs.at(row), modifier.at(row));

/** A code's rows, in file order. */
export function rowsOfCode(rvu: RvuFile, hcpcs: string): number[] {
  const rows = MODIFIERS.map((modifier) => rowWith(rvu, hcpcs, modifier));
  return rows.filter((row) => row !== undefined).sort((left, right) => left - right);
}

function rowsByModifier({ hcpcs, modifier }: RvuFileColumns, rows: readonly number[]): RvuFile["byModifier"] {
  const byModifier = new Map(modifier.values.map((each) => [each, new Map<string, number>()]));
  for (const row of rows) byModifier.get(modifier.at(row))?.set(hcpcs.at(row), row);
  return byModifier;
}

/** A relative value file whose row states are known. */
export function rvuFileOf(
  file: SourceFile<PfsRvuRow>,
  states: readonly PriceState[],
  printedFactor: ConversionFactor,
): RvuFile {
  const { columns, rowNumbers } = file.table;
  const rows = [...rowNumbers.keys()];
  return {
    file,
    columns,
    printedFactor,
    states,
    stateOf: (row) => states[row] ?? "unknown",
    priced: Int32Array.from(rows.filter((row) => states[row] === PRICED)),
    byModifier: rowsByModifier(columns, rows),
  };
}

/**
 * Reads a relative value file.
 *
 * @returns undefined for a file without rows
 */
export function readRvuFile(file: SourceFile<PfsRvuRow>): RvuFile | undefined {
  const { columns, rowNumbers } = file.table;
  if (rowNumbers.length === 0) return undefined;
  return rvuFileOf(file, priceStates(columns), columns.conversionFactor.at(0));
}

/** RVU columns of an amount: work, practice expense for either setting, malpractice. */
interface RvuColumnsOf {
  readonly work: Column<Rvu>;
  readonly nonFacilityPe: Column<Rvu>;
  readonly facilityPe: Column<Rvu>;
  readonly mp: Column<Rvu>;
}

/**
 * RVUs of some rows as arrays for the kernel.
 *
 * @param workRows rows with the work RVUs, when they are others
 */
export function kernelRvus(columns: RvuColumnsOf, rows: Int32Array, workRows = rows): RvuColumns {
  return {
    work: integersOf(columns.work, workRows),
    nonFacilityPe: integersOf(columns.nonFacilityPe, rows),
    facilityPe: integersOf(columns.facilityPe, rows),
    mp: integersOf(columns.mp, rows),
  };
}
