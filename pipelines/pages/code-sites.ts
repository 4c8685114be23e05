import { barX, text } from "@observablehq/plot";
import { dollars } from "../shared/money-text.ts";
import { NA_MARK } from "../shared/na-mark.ts";
import { chartFigure, legend } from "./chart.ts";
import { dataTable } from "./data-table.ts";
import { type Html, html } from "./html.ts";
import { isNa, NA_EXPLAINED } from "./na.ts";
import type { Section } from "./section.ts";
import { inWords } from "./source-text.ts";
import type { Traced } from "./traced.ts";

/** One site, and where its figures stand in the document. */
interface Site {
  readonly name: string;
  readonly facility: string | undefined;
  readonly physician: string;
  readonly total: string;
}

const SITES: readonly Site[] = [
  { name: "Office", facility: undefined, physician: "/siteOfService/office", total: "/siteOfService/office" },
  ...(["hopd", "asc"] as const).map((site) => ({
    name: site === "hopd" ? "Hospital" : "Surgical center",
    facility: `/siteOfService/${site}/facility`,
    physician: `/siteOfService/${site}/physician`,
    total: `/siteOfService/${site}/total`,
  })),
];

/** Pixels for the names of the sites, and for what stands at the end of a bar. */
const LEFT = 98;
const LABEL = 84;

interface Part {
  readonly site: string;
  readonly who: "physician" | "facility";
  readonly amount: string;
}

function parts(traced: Traced): Part[] {
  return SITES.flatMap(({ name, facility, physician }) => {
    const [paid, rate] = [traced.payable(physician), facility === undefined ? null : traced.value(facility)];
    return [
      ...(paid === null ? [] : [{ site: name, who: "physician" as const, amount: paid }]),
      ...(rate === null ? [] : [{ site: name, who: "facility" as const, amount: rate }]),
    ];
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
  const { office, ...facilities } = traced.document.siteOfService;
  if (facility === undefined) return "reason" in office ? inWords(office.reason) : "";
  const paid = facilities[facility.includes("asc") ? "asc" : "hopd"].facility;
  return "reason" in paid ? `facility: ${inWords(paid.reason)}` : `${dollars(paid.value)}\nfacility alone`;
}

/** What stands at the end of a bar: the sum, or why there is none. */
function ends(traced: Traced): { site: string; at: number; label: string }[] {
  const paid = parts(traced);
  return SITES.map((site) => {
    const total = sum(traced, site);
    const own = paid.filter((part) => part.site === site.name);
    const drawn = own.reduce((width, { amount }) => width + Number(amount), 0);
    return { site: site.name, at: drawn, label: total === null ? lacking(traced, site) : dollars(total) };
  });
}

function described(traced: Traced): string {
  return SITES.map((site) => {
    const total = sum(traced, site);
    const why = isNa(traced.document, site.physician) ? `no sum, ${NA_MARK}` : "no sum";
    return `${site.name}: ${total === null ? why : dollars(total)}`;
  }).join("; ");
}

function sitesTable(traced: Traced): Html {
  return dataTable({
    caption: "What is paid at each site, nationally",
    columns: [
      { heading: "Site", cell: ({ name }: Site) => name },
      {
        heading: "Facility",
        isNumber: true,
        cell: ({ facility }: Site) =>
          facility === undefined ? html`<span class="quiet">none</span>` : traced.money(facility),
      },
      { heading: "Physician", isNumber: true, cell: ({ physician }: Site) => traced.money(physician) },
      {
        heading: "Sum",
        isNumber: true,
        cell: ({ physician, total }: Site) =>
          isNa(traced.document, physician) ? html`<span class="quiet">none: ${NA_MARK}</span>` : traced.money(total),
      },
    ],
    rows: SITES,
  });
}

/** Says what the mark means, where a site has it. */
function naNote({ document }: Traced): Html | false {
  return SITES.some(({ physician }) => isNa(document, physician)) && html`<p class="small">${NA_EXPLAINED}</p>`;
}

/** Facility, physician and sum at each site, with a bar for each. */
export function sitesSection(traced: Traced): Section {
  const [bars, labels] = [parts(traced), ends(traced)];
  const furthest = labels.reduce((most, { at }) => Math.max(at, most), 0);
  const table = html`${sitesTable(traced)}${naNote(traced)}`;
  if (furthest === 0) return { id: "sites", title: "Site of service", body: table };
  const chart = chartFigure({
    id: "sites-chart",
    title: "Physician and facility, by site",
    description: described(traced),
    legend: legend([
      ["physician", "Physician"],
      ["facility", "Facility"],
    ]),
    draw: (width) => ({
      height: 150,
      marginLeft: LEFT,
      marginRight: 0,
      marginBottom: 8,
      marginTop: 4,
      x: { axis: null, domain: [0, (furthest * (width - LEFT)) / (width - LEFT - LABEL)] },
      y: { label: null, domain: SITES.map(({ name }) => name), tickSize: 0, padding: 0.35 },
      color: { domain: ["physician", "facility"], range: ["var(--physician)", "var(--facility)"] },
      marks: [
        barX(bars, {
          x: (part: Part) => Number(part.amount),
          y: "site",
          fill: "who",
          title: ({ site, who, amount }: Part) => `${site}, ${who}: ${dollars(amount)}`,
        }),
        text(labels, { x: "at", y: "site", text: "label", textAnchor: "start", dx: 6, fill: "currentColor" }),
      ],
    }),
    table,
  });
  return { id: "sites", title: "Site of service", body: chart };
}
