import type { Problem } from "../../schemas/place.ts";
import type { AddendumBRow } from "../../schemas/row/addendum-b.ts";
import { rateState } from "../shared/rate-state.ts";
import type { SourceFile } from "../shared/source-file.ts";
import { indicatorsOf } from "../shared/sources.ts";
import { cellPlace } from "../shared/table.ts";

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
  const known = new Map(indicatorsOf("opps-status").indicators.map((each) => [each.code, each.state]));
  const states = file.table.rows.map((row, index) => {
    const state = known.get(row.statusIndicator);
    if (state !== undefined) return rateState(state, row.paymentRate);
    problems.push({
      code: "indicator.unknown",
      place: cellPlace(file.table, file.table.rowNumbers[index] ?? 0, "statusIndicator", row.hcpcs),
      message: `status indicator ${row.statusIndicator} is not one that CMS has defined`,
      cure: "Look it up in Addendum D1 of the quarter and add it to sources/indicators/opps-status.json",
    });
    return "unknown";
  });
  return { file, states, byCode: new Map(file.table.rows.map((row, index) => [row.hcpcs, index])) };
}
