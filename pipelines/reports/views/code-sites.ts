import { RATE_NAMES } from "../../../schemas/names.ts";
import { dollars } from "../../words/money-text.ts";
import { NA_EXPLAINED, NA_MARK } from "../../words/na.ts";
import { AMOUNTS } from "../../words/names.ts";
import { inWords } from "../../words/reasons.ts";
import type { Bars } from "./drawings.ts";
import { isNa, type Traced } from "./traced.ts";
import { type Block, type Section, small, type TableBlock, table, toned } from "./view.ts";

/** One site, and where its figures are in the document. */
interface Site {
  readonly name: string;
  readonly facility: string | undefined;
  readonly physician: string;
  readonly total: string;
}

const OFFICE = "/siteOfService/office/nonFacility";

const SITES: readonly Site[] = [
  { name: AMOUNTS.office.short, facility: undefined, physician: OFFICE, total: OFFICE },
  ...(["hopd", "asc"] as const).map((site) => ({
    name: AMOUNTS[site === "hopd" ? "opps" : "asc"].short,
    facility: `/siteOfService/${site}/${RATE_NAMES[site === "hopd" ? "opps" : "asc"]}`,
    physician: `/siteOfService/${site}/facility`,
    total: `/siteOfService/${site}/total`,
  })),
];

/** The physician's part of a site's bar and the facility's, where they are paid. */
function barsOf(traced: Traced): Bars["bars"] {
  return SITES.flatMap(({ name, facility, physician }) => {
    const parts = [
      ["physician", traced.payable(physician)],
      ["facility", facility === undefined ? null : traced.value(facility)],
    ] as const;
    let from = 0;
    return parts.flatMap(([who, amount]) => {
      if (amount === null) return [];
      const part = { row: name, from, to: from + Number(amount), swatch: who };
      from = part.to;
      return [{ ...part, label: `${name}, ${who}: ${dollars(amount)}` }];
    });
  });
}

/** What is paid at a site in all: null where a part of it is not paid, or CMS marks the site NA. */
function sum(traced: Traced, { physician, total }: Site): string | null {
  return isNa(traced.document, physician) ? null : traced.value(total);
}

/** Why a site has no sum, at the end of its bar; two lines where the bar is long and leaves little room. */
function lacking(traced: Traced, { facility, physician }: Site): string {
  if (isNa(traced.document, physician))
    return facility === undefined ? `${NA_MARK}: rarely or never done` : `physician: ${NA_MARK}`;
  const { office, hopd, asc } = traced.document.siteOfService;
  if (facility === undefined) return "reason" in office.nonFacility ? inWords(office.nonFacility.reason) : "";
  const paid = facility.includes("asc") ? asc.ascRate : hopd.oppsRate;
  return "reason" in paid ? `facility: ${inWords(paid.reason)}` : `${dollars(paid.value)}\nfacility only`;
}

/** The label at the end of a bar: the sum, or why there is none. */
function endsOf(traced: Traced, bars: Bars["bars"]): Bars["ends"] {
  return SITES.map((site) => {
    const total = sum(traced, site);
    const at = bars.reduce((end, { row, to }) => (row === site.name ? to : end), 0);
    return { row: site.name, at, label: total === null ? lacking(traced, site) : dollars(total) };
  });
}

function described(traced: Traced): string {
  return SITES.map((site) => {
    const total = sum(traced, site);
    const why = isNa(traced.document, site.physician) ? `no sum, ${NA_MARK}` : "no sum";
    return `${site.name}: ${total === null ? why : dollars(total)}`;
  }).join("; ");
}

function sitesTable(traced: Traced): TableBlock {
  return table<Site>({
    caption: "What is paid at each site, nationally",
    columns: [
      { heading: "Site", cell: ({ name }) => name },
      {
        heading: "Facility",
        isNumber: true,
        cell: ({ facility }) => (facility === undefined ? toned("none", "quiet") : traced.money(facility)),
      },
      { heading: "Physician", isNumber: true, cell: ({ physician }) => traced.money(physician) },
      {
        heading: "Sum",
        isNumber: true,
        cell: ({ physician, total }) =>
          isNa(traced.document, physician) ? toned(`none: ${NA_MARK}`, "quiet") : traced.money(total),
      },
    ],
    rows: SITES,
  });
}

/** Facility, physician and sum at each site, with a bar for each. */
export function sitesSection(traced: Traced): Section {
  const bars = barsOf(traced);
  const ends = endsOf(traced, bars);
  const isMarked = SITES.some(({ physician }) => isNa(traced.document, physician));
  const tables: Block[] = [sitesTable(traced), isMarked && small(NA_EXPLAINED)];
  const chart: Block = {
    kind: "chart",
    id: "sites-chart",
    title: "Physician and facility, by site",
    description: described(traced),
    legend: [
      ["physician", "Physician"],
      ["facility", "Facility"],
    ],
    drawing: { as: "bars", rows: SITES.map(({ name }) => name), bars, ends },
    table: tables,
  };
  return { id: "sites", title: "Site of service", blocks: ends.every(({ at }) => at === 0) ? tables : [chart] };
}
