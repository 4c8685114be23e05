import { countText, dollars } from "../shared/money-text.ts";
import { cartogram } from "./cartogram.ts";
import { dataTable } from "./data-table.ts";
import { distribution, spread } from "./distribution.ts";
import { type Html, html } from "./html.ts";
import { chartedSetting, type LocalRate, localRates } from "./local-rates.ts";
import type { Section } from "./section.ts";
import type { Traced } from "./traced.ts";

const INDICES = [
  ["Work GPCI", "workGpci"],
  ["PE GPCI", "peGpci"],
  ["MP GPCI", "mpGpci"],
] as const;

function localitiesTable(traced: Traced, rates: readonly LocalRate[]): Html {
  const amount = (heading: string, setting: "nonFacility" | "facility") => ({
    heading,
    isNumber: true as const,
    sortBy: (rate: LocalRate) => Number(rate[setting]),
    cell: ({ locality }: LocalRate) => traced.local(0, setting, locality),
  });
  const index = ([heading, field]: (typeof INDICES)[number]) => ({
    heading,
    isNumber: true as const,
    sortBy: ({ at }: LocalRate) => Number(traced.document.localities[at]?.[field].value),
    cell: ({ at }: LocalRate) => traced.plain(`/localities/${at}/${field}`),
  });
  return dataTable({
    caption: "Amounts and indices of every locality",
    columns: [
      { heading: "State", cell: ({ state }: LocalRate) => state, sortBy: ({ state }) => state },
      { heading: "Locality", isRowHeading: true, cell: ({ name }: LocalRate) => name, sortBy: ({ name }) => name },
      {
        heading: "MAC and number",
        cell: ({ locality }: LocalRate) => html`<code>${locality}</code>`,
        sortBy: ({ locality }) => locality,
      },
      amount("Office", "nonFacility"),
      amount("In a facility", "facility"),
      ...INDICES.map(index),
    ],
    rows: rates,
    filter: "Localities with",
  });
}

/** What the physician is paid by locality: how it is spread, where, and all of it. */
export function localitiesSection(traced: Traced): Section | undefined {
  const rates = localRates(traced.document);
  if (rates.length === 0) return undefined;
  const setting = chartedSetting(traced.document);
  const national = traced.value(`/pfs/0/national/${setting}`) ?? "0";
  const where = setting === "nonFacility" ? "in an office" : "in a facility; CMS marks the office as rarely or never";
  const body = html`<p>What the physician is paid ${where}, in each of the ${countText(rates.length)} payment localities.
${spread(rates)} The national amount, with every index 1, is ${dollars(national)}; it is no average.</p>
${distribution(rates, national)}
${cartogram(rates, localitiesTable(traced, rates))}`;
  return { id: "localities", title: "Rate by locality", body };
}
