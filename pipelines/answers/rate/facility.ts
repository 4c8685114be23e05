import type { RateAmount, RateOrReason } from "../../../schemas/out/rate-amount.ts";
import type { FacilityParts } from "../../../schemas/out/rate-parts.ts";
import { centsText } from "../../../schemas/unit-text.ts";
import { paysRate } from "../../rules/rate-state.ts";
import type { Rule } from "../../rules/rule.ts";
import { type FacilitySchedule, isWageAdjusted } from "../../schedules/wage/adjust.ts";
import { WAGE_ADJUSTED_ASC, WAGE_ADJUSTED_OPPS } from "../../schedules/wage/rules.ts";
import { cellsOf } from "./cells.ts";
import { type RateQuestion, siteRow } from "./question.ts";
import { wageAdjusted } from "./wage-adjusted.ts";

const RULE_OF: Readonly<Record<FacilitySchedule, Rule>> = { opps: WAGE_ADJUSTED_OPPS, asc: WAGE_ADJUSTED_ASC };

/** Reason of a rate that is the same everywhere, so that the national rate is also the CBSA's. */
export const NO_LABOUR_SHARE = "no-labour-share";

/** The rate in the CBSA of the question, or why it is the same everywhere; undefined when there is no CBSA. */
function adjusted(
  { wageIndex }: RateQuestion,
  rate: RateAmount,
  schedule: FacilitySchedule,
  indicator: string,
): RateOrReason | undefined {
  if (wageIndex === undefined) return undefined;
  if (!isWageAdjusted(schedule, indicator)) return { value: null, reason: NO_LABOUR_SHARE };
  const cents = wageAdjusted(schedule, rate.value, wageIndex.wageIndex);
  return { value: centsText(cents), rule: RULE_OF[schedule].id, cells: [...rate.cells, wageIndex.cells] };
}

function noRate(reason: string): FacilityParts {
  return { rate: { value: null, reason } };
}

function facility(rate: RateAmount, wageAdjusted: RateOrReason | undefined, conditional = false): FacilityParts {
  return {
    rate,
    ...(conditional ? { conditional: true as const } : {}),
    ...(wageAdjusted === undefined ? {} : { wageAdjusted }),
  };
}

/** What a hospital outpatient department is paid, from Addendum B. */
export function rateHopd(question: RateQuestion): FacilityParts {
  const table = question.documents.table("opps");
  if (table === undefined) return noRate("source-missing");
  const [row] = table.rowsOf({ hcpcs: question.hcpcs });
  if (row === undefined) return noRate("not-in-addendum-b");
  if (row.oppsRate === null || !paysRate(row.state)) return noRate(row.state);
  const rate = { value: row.oppsRate, cells: [cellsOf(table.head, "addendum-b", row.row, ["oppsRate"])] };
  return facility(rate, adjusted(question, rate, "opps", row.statusIndicator), row.state === "rated-unless-packaged");
}

/** Why the ASC addenda lack a code: excluded by Addendum EE, off the list, or an addendum was not read. */
function unlisted(question: RateQuestion): FacilityParts {
  const { ascRate } = siteRow(question).asc;
  return noRate(ascRate.value === null ? ascRate.reason : "not-on-asc-list");
}

/** What an ASC is paid, from Addendum AA or BB. */
export function rateAsc(question: RateQuestion): FacilityParts {
  const table = question.documents.table("asc");
  if (table === undefined) return noRate("source-missing");
  const [row] = table.rowsOf({ hcpcs: question.hcpcs });
  if (row === undefined) return unlisted(question);
  if (row.ascRate === null || !paysRate(row.state)) return noRate(row.state);
  const file = row.addendum === "AA" ? "asc-aa" : "asc-bb";
  const rate = { value: row.ascRate, cells: [cellsOf(table.head, file, row.row, ["ascRate"])] };
  return facility(rate, adjusted(question, rate, "asc", row.paymentIndicator));
}
