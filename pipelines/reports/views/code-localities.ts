import type { CodeDocument } from "../../../schemas/out/code.ts";
import { parseScaled } from "../../../schemas/scaled.ts";
import { SETTINGS, type Setting } from "../../../schemas/setting.ts";

import { countText, dollars } from "../../words/money-text.ts";
import { NA_EXPLAINED } from "../../words/na.ts";
import { AMOUNTS } from "../../words/names.ts";
import type { LocalRate } from "./drawings.ts";
import { hasStates, localityCartogram, localityDistribution, localitySpread } from "./local-rates.ts";
import { isNaAt, type Traced } from "./traced.ts";
import { type Block, paragraph, type Section, small, type TableBlock, table, toned, type ViewColumn } from "./view.ts";

/** The setting that charts show: the office, unless CMS marks it NA; none where it marks both. */
export function chartedSetting({ pfs: [first] }: CodeDocument): Setting | undefined {
  return SETTINGS.find((setting) => !isNaAt(first, setting));
}

/** Amounts of the code's first row in every locality; none where it has no price. */
export function localRates(document: CodeDocument): LocalRate[] {
  const setting = chartedSetting(document) ?? "facility";
  const rows = document.pfs[0]?.localityAmounts?.rows ?? [];
  return rows.map(({ locality, nonFacility, facility }, at) => {
    const { state = null, name = locality } = document.localities[at] ?? {};
    const amount = { nonFacility, facility }[setting];
    const cents = parseScaled(amount, 2) ?? 0;
    return { at, locality, state: state ?? "", name, nonFacility, facility, amount, cents };
  });
}

const INDICES = [
  ["Work GPCI", "workGpci"],
  ["PE GPCI", "peGpci"],
  ["MP GPCI", "mpGpci"],
] as const;

function localitiesTable(traced: Traced, rates: readonly LocalRate[]): TableBlock {
  const amount = (heading: string, setting: Setting): ViewColumn<LocalRate> => ({
    heading,
    isNumber: true,
    sortBy: (rate) => Number(rate[setting]),
    cell: ({ locality }) => traced.local(0, setting, locality),
  });
  const index = ([heading, field]: (typeof INDICES)[number]): ViewColumn<LocalRate> => ({
    heading,
    isNumber: true,
    sortBy: ({ at }) => Number(traced.document.localities[at]?.[field].value),
    cell: ({ at }) => traced.plain(`/localities/${at}/${field}`),
  });
  const state: ViewColumn<LocalRate> = { heading: "State", cell: (rate) => rate.state, sortBy: (rate) => rate.state };
  return table<LocalRate>({
    caption: "Amounts and indices of every locality",
    columns: [
      ...(hasStates(rates) ? [state] : []),
      { heading: "Locality", isRowHeading: true, cell: ({ name }) => name, sortBy: ({ name }) => name },
      {
        heading: "MAC and number",
        cell: ({ locality }) => toned(locality, "code"),
        sortBy: ({ locality }) => locality,
      },
      amount(AMOUNTS.office.short, "nonFacility"),
      amount(AMOUNTS.facility.short, "facility"),
      ...INDICES.map(index),
    ],
    rows: rates,
    filter: "Localities with",
  });
}

/** Which settings are marked NA; nothing where none is. */
function naNote({ document }: Traced): Block {
  const [row] = document.pfs;
  const marked = [row?.nonFacilityNa === true && "office", row?.facilityNa === true && "facility"].filter(Boolean);
  return marked.length > 0 && small(`${NA_EXPLAINED} Marked here: ${marked.join(" and ")}.`);
}

function charts(traced: Traced, rates: readonly LocalRate[], setting: Setting, localities: TableBlock): Block[] {
  const national = traced.value(`/pfs/0/national/${setting}`) ?? "0";
  const noStates = "CMS's GPCI file does not name states in this release, so localities cannot be drawn by state.";
  return [
    paragraph(
      `What the physician is paid ${setting === "facility" ? "in a facility" : "in an office"}, in each of the ${countText(rates.length)} payment localities. `,
      `${localitySpread(rates)} The national amount, with every GPCI 1, is ${dollars(national)}; it is not an average.`,
    ),
    naNote(traced),
    localityDistribution(rates, national),
    ...(hasStates(rates) ? [localityCartogram(rates, localities)] : [small(noStates), localities]),
  ];
}

/** What the physician is paid in each locality: a histogram, the states, and a table. */
export function localitiesSection(traced: Traced): Section | undefined {
  const rates = localRates(traced.document);
  if (rates.length === 0) return undefined;
  const setting = chartedSetting(traced.document);
  const localities = localitiesTable(traced, rates);
  const blocks = setting === undefined ? [naNote(traced), localities] : charts(traced, rates, setting, localities);
  return { id: "localities", title: "Rate by locality", blocks };
}
