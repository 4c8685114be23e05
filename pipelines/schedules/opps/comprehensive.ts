import type { AddendumARow } from "../../../schemas/row/opps-rule.ts";
import type { FineDollars } from "../../../schemas/units.ts";
import type { Column } from "../../tables/column.ts";
import type { SourceFile } from "../../tables/source-file.ts";
import type { OppsBook } from "./addendum-b.ts";

/** Status indicator of a code whose comprehensive APC pays for everything on the claim. */
export const COMPREHENSIVE = "J1";

/** The rate of a comprehensive APC, and the row that prints it. */
export interface ComprehensiveRate {
  readonly rate: FineDollars;
  readonly file: SourceFile<unknown>;
  /** Row in the file, from 0. */
  readonly row: number;
}

/** The tables that print rates of APCs. */
interface RateBooks {
  readonly opps: OppsBook | undefined;
  readonly tables: { readonly "addendum-a"?: SourceFile<AddendumARow> };
}

type RateColumns = {
  readonly apc: Column<string>;
  readonly statusIndicator: Column<string>;
  readonly oppsRate: Column<FineDollars | null>;
};

function addRates(rates: Map<string, ComprehensiveRate>, file: SourceFile<unknown>, columns: RateColumns): void {
  const { apc, statusIndicator, oppsRate } = columns;
  for (const row of file.table.rowNumbers.keys()) {
    const rate = oppsRate.at(row);
    if (rate === null || statusIndicator.at(row) !== COMPREHENSIVE || rates.has(apc.at(row))) continue;
    rates.set(apc.at(row), { rate, file, row });
  }
}

/**
 * The rate of each comprehensive APC: as the first J1 code of Addendum B prints it, since every code of an APC has the
 * APC's rate (opps.one-rate-per-apc); for an APC without such a code as Addendum A prints it. Addendum J moves a pair
 * of codes to another APC, whose rate is found here.
 */
export function comprehensiveRates({ opps, tables }: RateBooks): ReadonlyMap<string, ComprehensiveRate> {
  const rates = new Map<string, ComprehensiveRate>();
  if (opps !== undefined) addRates(rates, opps.file, opps.file.table.columns);
  const ofApcs = tables["addendum-a"];
  if (ofApcs !== undefined) addRates(rates, ofApcs, ofApcs.table.columns);
  return rates;
}
