import type { AddendumBRow } from "../../../schemas/row/addendum-b.ts";
import type { FineDollars } from "../../../schemas/units.ts";
import { statesByIndicator } from "../../rules/indicator-states.ts";
import { rateState } from "../../rules/rate-state.ts";
import type { Column } from "../../tables/column.ts";
import type { SourceFile } from "../../tables/source-file.ts";

/** Addendum B read: what hospitals are paid, by code. */
export interface OppsBook {
  readonly file: SourceFile<AddendumBRow>;
  /** Machine-readable state of each row: `rated`, `packaged`, `inpatient-only`, ... */
  readonly states: readonly string[];
  /** Rate that each row prints. */
  readonly rates: Column<FineDollars | null>;
  /** Row by HCPCS code. */
  readonly byCode: ReadonlyMap<string, number>;
}

/**
 * Names the state of every row by its status indicator (Addendum D1) and, when that pays a rate, by whether there is
 * one. `unknown` for one that is not in `sources/indicators/opps-status.json`; the check opps.status-known reports it.
 */
export function readAddendumB(file: SourceFile<AddendumBRow>): OppsBook {
  const known = statesByIndicator("opps-status");
  const { hcpcs, statusIndicator, oppsRate } = file.table.columns;
  const indicated = statusIndicator.map((indicator) => known.get(indicator) ?? "unknown");
  const states = file.table.rowNumbers.map((_, row) => rateState(indicated.at(row), oppsRate.at(row)));
  return { file, states, rates: oppsRate, byCode: new Map(states.map((_, row) => [hcpcs.at(row), row])) };
}
