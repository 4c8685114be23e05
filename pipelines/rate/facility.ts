import { AscRow, OppsRow } from "../../schemas/out/facility.ts";
import type { RateAmount, RateFacility, RateOrReason } from "../../schemas/out/rate.ts";
import { formatScaled, parseScaled } from "../../schemas/scaled.ts";
import {
  type Cents,
  type FineDollars,
  ofUnit,
  type RelativeWeight,
  SCALE,
  scaledInteger,
} from "../../schemas/units.ts";
import type { Rule } from "../shared/rule.ts";
import { cellsOf } from "./cells.ts";
import { wageAdjustedAsc, wageAdjustedOpps } from "./derived.ts";
import { codeNeedle, type RateQuestion } from "./question.ts";
import { ASC_WAGE_ADJUSTED, OPPS_WAGE_ADJUSTED } from "./rules.ts";

/** Status indicators whose rate has a labour share; drugs, devices and biologicals have none (42 CFR 419.43(c)). */
const OPPS_ADJUSTED: ReadonlySet<string> = new Set(["S", "T", "V", "J1", "J2", "Q1", "Q2", "Q3", "P", "R"]);
/** Payment indicators of surgical and radiology services; drugs, devices and brachytherapy have no labour share. */
const ASC_ADJUSTED: ReadonlySet<string> = new Set(["A2", "G2", "P2", "P3", "R2", "Z2", "Z3"]);
/** Only the service portion of a device-intensive procedure is adjusted, and the addenda do not print it apart. */
const DEVICE_INTENSIVE = "J8";

/** One schedule's way to a wage-adjusted rate. */
interface Adjustment {
  readonly rule: Rule;
  readonly apply: (rate: FineDollars, wageIndex: RelativeWeight) => Cents;
}

const OPPS: Adjustment = { rule: OPPS_WAGE_ADJUSTED, apply: wageAdjustedOpps };
const ASC: Adjustment = { rule: ASC_WAGE_ADJUSTED, apply: wageAdjustedAsc };

function fineDollars(text: string): FineDollars {
  const value = parseScaled(text, SCALE.fine);
  if (value === undefined) throw new Error(`${text} is no dollar amount`);
  return ofUnit<FineDollars>(value);
}

/** The rate in the CBSA that was asked for, or why it is the same everywhere; undefined when none was asked for. */
function adjusted(
  { wageIndex }: RateQuestion,
  rate: RateAmount,
  { rule, apply }: Adjustment,
  notAdjusted: string | undefined,
): RateOrReason | undefined {
  if (wageIndex === undefined) return undefined;
  if (notAdjusted !== undefined) return { reason: notAdjusted };
  const cents = scaledInteger(apply(fineDollars(rate.amount), wageIndex.value));
  return { amount: formatScaled(cents, SCALE.cents), rule: rule.id, cells: [...rate.cells, wageIndex.shown.cells] };
}

function noRate(reason: string): RateFacility {
  return { rate: { reason } };
}

function facility(rate: RateAmount, wageAdjusted: RateOrReason | undefined, conditional = false): RateFacility {
  return {
    rate,
    ...(conditional ? { conditional: true as const } : {}),
    ...(wageAdjusted === undefined ? {} : { wageAdjusted }),
  };
}

function reasonOf(state: string): string {
  return state.startsWith("rated") ? "no-rate-printed" : state;
}

/** What a hospital outpatient department is paid, from Addendum B. */
export function rateHopd(question: RateQuestion): RateFacility {
  const table = question.documents.table("opps.json");
  if (table === undefined) return noRate("source-missing");
  const [row] = table.rowsWith(codeNeedle(question.hcpcs), OppsRow);
  if (row === undefined) return noRate("not-in-addendum-b");
  if (row.paymentRate === null || !row.state.startsWith("rated")) return noRate(reasonOf(row.state));
  const rate = { amount: row.paymentRate, cells: [cellsOf(table.head, "addendum-b", row.row, ["paymentRate"])] };
  const exempt = OPPS_ADJUSTED.has(row.statusIndicator) ? undefined : "no-labour-share";
  return facility(rate, adjusted(question, rate, OPPS, exempt), row.state === "rated-unless-packaged");
}

function ascExemption(paymentIndicator: string): string | undefined {
  if (ASC_ADJUSTED.has(paymentIndicator)) return undefined;
  return paymentIndicator === DEVICE_INTENSIVE ? "device-portion-not-adjusted" : "no-labour-share";
}

/** What an ASC is paid, from Addendum AA or BB. */
export function rateAsc(question: RateQuestion): RateFacility {
  const table = question.documents.table("asc.json");
  if (table === undefined) return noRate("source-missing");
  const [row] = table.rowsWith(codeNeedle(question.hcpcs), AscRow);
  if (row === undefined) return noRate("not-on-asc-list");
  if (row.paymentRate === null) return noRate(reasonOf(row.state));
  const file = row.addendum === "AA" ? "asc-aa" : "asc-bb";
  const rate = { amount: row.paymentRate, cells: [cellsOf(table.head, file, row.row, ["paymentRate"])] };
  return facility(rate, adjusted(question, rate, ASC, ascExemption(row.paymentIndicator)));
}
