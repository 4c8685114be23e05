import {
  ConformanceColumn as Columns,
  type ConformanceColumn,
  type Difference,
  type Tally,
} from "../../../schemas/out/conformance.ts";
import { localityKey } from "../../schedules/pfs/locality-key.ts";
import type { PaymentLine } from "./payment-lines.ts";

/** All differences are counted; this many are kept. */
export const MOST_DIFFERENCES = 1000;

/** What is reported about a difference, besides its place. */
export type Differing = Pick<Difference, "column" | "published" | "ours" | "reason" | "derivation">;

/** What was compared of a file, column by column, and what differs. */
export class Scores {
  readonly columns = Object.fromEntries(
    Columns.options.map((column) => [column, { matched: 0, compared: 0 }]),
  ) as Record<ConformanceColumn, Tally>;
  readonly differences: Difference[] = [];
  differenceCount = 0;

  /** One cell that is equal. */
  agree(column: ConformanceColumn): void {
    this.columns[column].matched += 1;
    this.columns[column].compared += 1;
  }

  /** One cell that is not. */
  differ({ line, row }: PaymentLine, difference: Differing): void {
    this.columns[difference.column].compared += 1;
    this.differenceCount += 1;
    if (this.differences.length >= MOST_DIFFERENCES) return;
    const { hcpcs, modifier } = row;
    this.differences.push({ line, hcpcs, modifier, locality: localityKey(row), ...difference });
  }
}
