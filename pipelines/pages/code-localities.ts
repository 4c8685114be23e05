import { countText, dollars } from "../shared/money-text.ts";
import { cartogram } from "./cartogram.ts";
import { dataTable } from "./data-table.ts";
import { distribution, spread } from "./distribution.ts";
import { type Html, html } from "./html.ts";
import { chartedSetting, type LocalRate, localRates } from "./local-rates.ts";
import { NA_EXPLAINED } from "./na.ts";
import type { Section } from "./section.ts";
import type { Traced } from "./traced.ts";

const INDICES = [
  ["Work GPCI", "workGpci"],
  ["PE GPCI", "peGpci"],
  ["MP GPCI", "mpGpci"],
] as const;

function hasStates(rates: readonly LocalRate[]): boolean {
  return rates.every(({ state }) => state !== "");
}

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
      ...(hasStates(rates)
        ? [{ heading: "State", cell: ({ state }: LocalRate) => state, sortBy: ({ state }: LocalRate) => state }]
        : []),
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

/** Which settings are marked NA, in words; nothing where none is. */
function naNote({ document }: Traced): Html | false {
  const [row] = document.pfs;
  const marked = [row?.nonFacilityNa === true && "office", row?.facilityNa === true && "facility"].filter(Boolean);
  return marked.length > 0 && html`<p class="small">${NA_EXPLAINED} Marked here: ${marked.join(" and ")}.</p>`;
}

function charts(traced: Traced, rates: readonly LocalRate[], setting: "nonFacility" | "facility", table: Html): Html {
  const national = traced.value(`/pfs/0/national/${setting}`) ?? "0";
  return html`<p>What the physician is paid ${setting === "facility" ? "in a facility" : "in an office"}, in each of the ${countText(rates.length)} payment localities.
${spread(rates)} The national amount, with every index 1, is ${dollars(national)}; it is no average.</p>
${naNote(traced)}
${distribution(rates, national)}
${hasStates(rates) ? cartogram(rates, table) : html`<p class="small">CMS's file of GPCIs names no states in this release, so that localities cannot be drawn where they lie.</p>${table}`}`;
}

/** What the physician is paid by locality: how it is spread, where, and all of it. */
export function localitiesSection(traced: Traced): Section | undefined {
  const rates = localRates(traced.document);
  if (rates.length === 0) return undefined;
  const setting = chartedSetting(traced.document);
  const table = localitiesTable(traced, rates);
  const body = setting === undefined ? html`${naNote(traced)}${table}` : charts(traced, rates, setting, table);
  return { id: "localities", title: "Rate by locality", body };
}
