import type { OppsRow } from "../../../schemas/out/facility.ts";
import type { ClaimLine } from "../../../schemas/out/price.ts";
import type { RateCells, RateOrReason } from "../../../schemas/out/rate-amount.ts";
import { OPPS_PACKAGED, OPPS_RATE_TIMES_UNITS } from "../../schedules/opps/rules.ts";
import { changesFacility } from "../../sources/modifiers.ts";
import { cellsOf } from "../rate/cells.ts";
import { rateHopd } from "../rate/facility.ts";
import { byRule, type Claim, cellsIn, type Paid, questionOf, timesUnits } from "./claim.ts";

/** A line with its row of Addendum B. */
export interface HospitalLine {
  readonly line: ClaimLine;
  readonly row: OppsRow | undefined;
  /** Status indicator; empty for a code that Addendum B does not list. */
  readonly status: string;
  /** For one unit, without the other lines. */
  readonly alone: RateOrReason;
  /** It has a modifier that changes what a facility is paid. */
  readonly isModified: boolean;
}

/** A line of a claim for a hospital. */
export function hospitalLine(claim: Claim, line: ClaimLine): HospitalLine {
  const [row] = claim.documents.table("opps")?.rowsOf({ hcpcs: line.hcpcs }) ?? [];
  const { rate } = rateHopd(questionOf(claim, line.hcpcs));
  const isModified = line.modifiers.some(changesFacility);
  return { line, row, status: row?.statusIndicator ?? "", alone: rate, isModified };
}

/** The cell of a line's status indicator. */
function statusCells({ documents }: Claim, { row }: HospitalLine): RateCells[] {
  const head = documents.table("opps")?.head;
  return head === undefined || row === undefined ? [] : [cellsOf(head, "addendum-b", row.row, ["statusIndicator"])];
}

/** A line that is part of the payment for another one. */
export function packaged(claim: Claim, line: HospitalLine, why: string): Paid {
  return { alone: line.alone, paid: byRule("0.00", OPPS_PACKAGED, statusCells(claim, line)), why };
}

/** A line that is paid by itself, or not at all. */
export function separate({ line, alone }: HospitalLine, why: string | null = null): Paid {
  if (alone.value === null) return { alone, paid: alone, why };
  const paid = byRule(timesUnits(alone.value, line.units), OPPS_RATE_TIMES_UNITS, cellsIn(alone));
  return { alone, paid, why };
}
