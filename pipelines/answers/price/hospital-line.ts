import type { OppsRow } from "../../../schemas/out/facility.ts";
import type { ClaimLine } from "../../../schemas/out/price.ts";
import type { RateOrReason } from "../../../schemas/out/rate-amount.ts";
import { sumOfAmounts } from "../../rules/money.ts";
import { OPPS_PACKAGED, OPPS_RATE_TIMES_UNITS } from "../../schedules/opps/rules.ts";
import { cellsOf } from "../rate/cells.ts";
import { rateHopd } from "../rate/facility.ts";
import { byRule, type Claim, noAmountFor, type Paid, questionOf } from "./claim.ts";

/** A line with its row of Addendum B. */
export interface HospitalLine {
  readonly line: ClaimLine;
  readonly row: OppsRow | undefined;
  /** Status indicator; empty for a code that Addendum B does not list. */
  readonly status: string;
  /** For one unit, without the other lines. */
  readonly alone: RateOrReason;
}

/** A line of a claim for a hospital. */
export function hospitalLine(claim: Claim, line: ClaimLine): HospitalLine {
  const [row] = claim.documents.table("opps")?.rowsOf({ hcpcs: line.hcpcs }) ?? [];
  const { rate } = rateHopd(questionOf(claim, line.hcpcs));
  return { line, row, status: row?.statusIndicator ?? "", alone: rate };
}

/** The cell of a line's status indicator, as a figure that has cells. */
function statusOf({ documents }: Claim, { row }: HospitalLine): RateOrReason {
  const head = documents.table("opps")?.head;
  if (head === undefined || row === undefined) return noAmountFor("not-in-addendum-b");
  return { value: "0.00", cells: [cellsOf(head, "addendum-b", row.row, ["statusIndicator"])] };
}

/** A line that is part of the payment for another one. */
export function packaged(claim: Claim, line: HospitalLine, why: string): Paid {
  return { alone: line.alone, paid: byRule("0.00", OPPS_PACKAGED, [statusOf(claim, line)]), why };
}

/** A line that is paid by itself, or not at all. */
export function separate({ line, alone }: HospitalLine, why: string | null = null): Paid {
  if (alone.value === null) return { alone, paid: alone, why };
  const value = sumOfAmounts(Array<string>(line.units).fill(alone.value));
  return { alone, paid: byRule(value, OPPS_RATE_TIMES_UNITS, [alone]), why };
}
