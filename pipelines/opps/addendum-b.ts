import type { Problem } from "../../schemas/place.ts";
import type { AddendumBRow } from "../../schemas/row/addendum-b.ts";
import { statesByIndicator, unknownIndicator } from "../shared/indicator-states.ts";
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
 *
 * @param problems receives indicators that are not known
 */
export function readAddendumB(file: SourceFile<AddendumBRow>, problems: Problem[]): OppsBook {
  const known = statesByIndicator("opps-status");
  const states = file.table.rows.map((row, index) => {
    const state = known.get(row.statusIndicator);
    if (state !== undefined) return rateState(state, row.paymentRate);
    const cell = { index, field: "statusIndicator", key: row.hcpcs, seen: row.statusIndicator };
    problems.push(unknownIndicator("opps-status", file, cell));
    return "unknown";
  });
  return { file, states, byCode: new Map(file.table.rows.map((row, index) => [row.hcpcs, index])) };
}
