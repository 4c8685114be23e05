import type { CodeDocument } from "../../schemas/out/code.ts";
import { indicatorsOf } from "../shared/sources.ts";
import { copyMark, printedHeading } from "./copies.ts";
import { dataTable } from "./data-table.ts";
import { type Child, type Html, html } from "./html.ts";
import type { Section } from "./section.ts";
import { inWords } from "./source-text.ts";
import type { Traced } from "./traced.ts";

type Line = readonly [title: string, value: Child, meaning?: string];

/** A facility's row, by the names that its indicator has. */
const INDICATORS = {
  opps: { list: "opps-status", name: "status indicator" },
  asc: { list: "asc-payment", name: "payment indicator" },
} as const;
type Schedule = keyof typeof INDICATORS;

type OppsRow = NonNullable<CodeDocument["opps"]>;
type AscRow = NonNullable<CodeDocument["asc"]>;
const WAGE_ADJUSTED = "National, before the wage index";

function letter(schedule: Schedule, code: string) {
  return indicatorsOf(INDICATORS[schedule].list).indicators.find((each) => each.code === code);
}

function table({ document }: Traced, schedule: Schedule, caption: string, rows: readonly Line[]): Html {
  return html`<h3>${caption}${copyMark(document, schedule)}</h3>
${dataTable({
  caption,
  columns: [
    { heading: html`<span class="unseen">Figure</span>`, cell: ([title]: Line) => title },
    { heading: printedHeading(document, schedule), cell: ([, value]: Line) => value },
    { heading: "What it says", cell: ([, , text]: Line) => text },
  ],
  rows,
  hidesCaption: true,
})}`;
}

/** What a facility's rate is; where there is none, who says so: the indicator, or the rate's own cell. */
function ofRate(schedule: Schedule, indicator: string, rate: OppsRow["paymentRate"]): string {
  if (rate.value !== null) return letter(schedule, indicator)?.wageAdjusted === true ? WAGE_ADJUSTED : "National";
  const why = inWords(rate.reason);
  return rate.because === undefined
    ? `No rate: ${why}`
    : `No rate, by ${INDICATORS[schedule].name} ${indicator}: ${why}`;
}
function oppsLines(traced: Traced, { statusIndicator: { value }, paymentRate }: OppsRow): Line[] {
  return [
    ["Status indicator", traced.plain("/opps/statusIndicator"), letter("opps", value)?.meaning ?? ""],
    ["APC", traced.plain("/opps/apc"), "Group of services that are paid alike"],
    ["Relative weight", traced.plain("/opps/relativeWeight")],
    ["Payment rate", traced.printedRate("/opps/paymentRate"), ofRate("opps", value, paymentRate)],
    ["National unadjusted copayment", traced.money("/opps/nationalCopayment")],
    ["Minimum unadjusted copayment", traced.money("/opps/minimumCopayment")],
    ["Adjusted beneficiary copayment", traced.money("/opps/adjustedCopayment")],
  ];
}

function ascLines(traced: Traced, { paymentIndicator: { value }, paymentRate }: AscRow): Line[] {
  return [
    ["Payment indicator", traced.plain("/asc/paymentIndicator"), letter("asc", value)?.meaning ?? ""],
    [
      "Multiple-procedure discount",
      traced.plain("/asc/multipleProcedureDiscount"),
      "Whether a second procedure of a day is paid half",
    ],
    ["Payment weight", traced.plain("/asc/paymentWeight")],
    ["Payment rate", traced.printedRate("/asc/paymentRate"), ofRate("asc", value, paymentRate)],
  ];
}

/** What the facilities are paid, as Addendum B and the ASC addenda print it. */
export function facilitySection(traced: Traced): Section | undefined {
  const { opps, asc } = traced.document;
  if (opps === null && asc === null) return undefined;
  const body = [
    opps && table(traced, "opps", "Hospital outpatient (Addendum B)", oppsLines(traced, opps)),
    asc && table(traced, "asc", `Ambulatory surgical center (Addendum ${asc.addendum})`, ascLines(traced, asc)),
  ];
  return { id: "facilities", title: "Facilities", body };
}
