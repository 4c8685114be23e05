import { indicatorsOf } from "../shared/sources.ts";
import { dataTable } from "./data-table.ts";
import { type Child, type Html, html } from "./html.ts";
import type { Section } from "./section.ts";
import type { Traced } from "./traced.ts";

type Line = readonly [title: string, value: Child, meaning?: string];

function meaning(name: "opps-status" | "asc-payment", code: string): string {
  return indicatorsOf(name).indicators.find((each) => each.code === code)?.meaning ?? "";
}

function table(caption: string, rows: readonly Line[]): Html {
  return dataTable({
    caption,
    columns: [
      { heading: html`<span class="unseen">Figure</span>`, cell: ([title]: Line) => title },
      { heading: "CMS prints", cell: ([, value]: Line) => value },
      { heading: "What it says", cell: ([, , text]: Line) => text },
    ],
    rows,
  });
}

function oppsLines(traced: Traced, indicator: string): Line[] {
  return [
    ["Status indicator", traced.plain("/opps/statusIndicator"), meaning("opps-status", indicator)],
    ["APC", traced.plain("/opps/apc"), "Group of services that are paid alike"],
    ["Relative weight", traced.plain("/opps/relativeWeight")],
    ["Payment rate", traced.money("/opps/paymentRate"), "National, before the wage index"],
    ["National unadjusted copayment", traced.money("/opps/nationalCopayment")],
    ["Minimum unadjusted copayment", traced.money("/opps/minimumCopayment")],
    ["Adjusted beneficiary copayment", traced.money("/opps/adjustedCopayment")],
  ];
}

function ascLines(traced: Traced, indicator: string): Line[] {
  return [
    ["Payment indicator", traced.plain("/asc/paymentIndicator"), meaning("asc-payment", indicator)],
    [
      "Multiple-procedure discount",
      traced.plain("/asc/multipleProcedureDiscount"),
      "Whether a second procedure of a day is paid half",
    ],
    ["Payment weight", traced.plain("/asc/paymentWeight")],
    ["Payment rate", traced.money("/asc/paymentRate"), "National, before the wage index"],
  ];
}

/** What the facilities are paid, as Addendum B and the ASC addenda print it. */
export function facilitySection(traced: Traced): Section | undefined {
  const { opps, asc } = traced.document;
  if (opps === null && asc === null) return undefined;
  const body = [
    opps && table("Hospital outpatient (Addendum B)", oppsLines(traced, opps.statusIndicator.value)),
    asc && table(`Ambulatory surgical center (Addendum ${asc.addendum})`, ascLines(traced, asc.paymentIndicator.value)),
  ];
  return { id: "facilities", title: "Facilities", body };
}
