import type { AddendumBRow } from "../../schemas/row/addendum-b.ts";
import { statesByIndicator } from "../shared/indicator-states.ts";
import { rateState } from "../shared/rate-state.ts";
import type { SourceFile } from "../shared/source-file.ts";

/** Addendum B read: what hospitals are paid, by code. */
export interface OppsBook {
  readonly file: SourceFile<AddendumBRow>;
  /** Machine-readable state of each row: `rated`, `packaged`, `inpatient-only`, ... */
  readonly states: readonly string[];
  /** Row index by HCPCS code. */
  readonly byCode: ReadonlyMap<string, number>;
}

/**
 * Names the state of every row by its status indicator (Addendum D1) and, where that pays a rate, by whether there is one.
 * `unknown` for one that is not in `sources/indicators/opps-status.json`; the check opps.status-known stops it.
 */
export function readAddendumB(file: SourceFile<AddendumBRow>): OppsBook {
  const known = statesByIndicator("opps-status");
  const states = file.table.rows.map((row) => rateState(known.get(row.statusIndicator) ?? "unknown", row.paymentRate));
  return { file, states, byCode: new Map(file.table.rows.map((row, index) => [row.hcpcs, index])) };
}
