import type { TimelineDocument, TimelineFigure, TimelinePoint } from "../../schemas/out/timeline.ts";
import { dollars } from "../shared/money-text.ts";
import { causesText, signedText } from "./change-words.ts";
import { chartFigure, legend } from "./chart.ts";
import { type Column, dataTable } from "./data-table.ts";
import { type Child, html } from "./html.ts";
import type { Section } from "./section.ts";
import { inWords } from "./source-text.ts";
import { type Series, type Span, spanChart, spans } from "./span-chart.ts";

/** The four amounts of a release, by their fields. */
const AMOUNTS = [
  ["office", "Physician in an office", "physician"],
  ["facility", "Physician in a facility", "quiet"],
  ["hopd", "Hospital outpatient", "facility"],
  ["ascRate", "Surgical center", "center"],
] as const;

const AMOUNT_SERIES: readonly Series[] = AMOUNTS.map(([field, name, swatch]) => ({
  name,
  swatch,
  figure: (point) => point[field].amount,
}));

/** The row of the office; the facility's own PE stands in the row of the facility, which may have another modifier. */
const officeRow = ({ office, rvus }: TimelinePoint) => rvus.find(({ modifier }) => modifier === office.modifier);
const facilityRow = ({ facility, rvus }: TimelinePoint) => rvus.find(({ modifier }) => modifier === facility.modifier);

const UNIT_SERIES: readonly Series[] = [
  { name: "Work", swatch: "physician", figure: (point) => officeRow(point)?.workRvu ?? null },
  { name: "PE in an office", swatch: "facility", figure: (point) => officeRow(point)?.nonFacilityPeRvu ?? null },
  { name: "PE in a facility", swatch: "quiet", figure: (point) => facilityRow(point)?.facilityPeRvu ?? null },
  { name: "MP", swatch: "center", figure: (point) => officeRow(point)?.mpRvu ?? null },
];

const FACTOR_SERIES: readonly Series[] = [
  { name: "Conversion factor", swatch: "physician", figure: ({ conversionFactor }) => conversionFactor?.value ?? null },
];

const STANDINGS: Readonly<Record<TimelinePoint["standing"], string>> = {
  "in-force": "in force",
  superseded: "replaced for its days",
  "never-in-force": "replaced before its first day",
  "other-revision": "another posting",
};

function releaseColumns(): Column<TimelinePoint>[] {
  return [
    { heading: "Release", cell: ({ release }) => release, sortBy: ({ release }) => release },
    { heading: "From", cell: ({ window }) => html`<span class="day">${window.from}</span>` },
    {
      heading: "Standing",
      cell: ({ standing, replacedBy }) =>
        `${STANDINGS[standing]}${replacedBy !== null && standing !== "in-force" ? ` by ${replacedBy}` : ""}`,
    },
  ];
}

function amountCell({ amount, reason }: TimelineFigure): Child {
  return amount === null ? html`<span class="quiet">${inWords(reason ?? "")}</span>` : dollars(amount);
}

function number(heading: string, figure: (point: TimelinePoint) => string | null | undefined): Column<TimelinePoint> {
  return { heading, isNumber: true, cell: (point) => figure(point) ?? html`<span class="quiet">none</span>` };
}

function described(all: readonly Span[], series: readonly Series[], written: (text: string) => string): string {
  const said = series.map(({ name }) => {
    const own = all.filter((span) => span.series === name);
    return own.length === 0
      ? ""
      : `${name}: ${own.map((span) => `${written(span.text)} in ${span.release}`).join(", ")}.`;
  });
  return said.filter((text) => text !== "").join(" ");
}

/** One kind of figures over time: a section with a chart and the same as a table. */
interface Figures {
  readonly id: string;
  readonly title: string;
  /** What the chart's height is measured in. */
  readonly measured: string;
  readonly series: readonly Series[];
  readonly written: (text: string) => string;
  /** Columns of the table, after those that name the release. */
  readonly columns: readonly Column<TimelinePoint>[];
}

/** A chart with its table, or the table alone where no release in force has a figure. */
function figuresOverTime({ points }: TimelineDocument, figures: Figures): Section {
  const { id, title, measured, series, written, columns } = figures;
  const caption = `${title} of every release that is built`;
  const table = dataTable({ caption, columns: [...releaseColumns(), ...columns], rows: points });
  const all = spans(points, series);
  const shown = series.filter(({ name }) => all.some((span) => span.series === name));
  if (all.length === 0) return { id, title, body: table };
  const chart = {
    id: `${id}-chart`,
    title: `${measured}, over the days of service`,
    description: described(all, shown, written),
    legend: shown.length > 1 && legend(shown.map(({ name, swatch }) => [swatch, name] as const)),
    draw: (width: number) => spanChart(all, shown, written, width),
    table,
  };
  return { id, title, body: chartFigure(chart) };
}

/** What was paid, setting by setting. */
export function amountsSection(document: TimelineDocument): Section {
  const columns = AMOUNTS.map(
    ([field, heading]): Column<TimelinePoint> => ({
      heading,
      isNumber: true,
      cell: (point) => amountCell(point[field]),
    }),
  );
  const named = { id: "amounts", title: "Amounts", measured: "Dollars" };
  return figuresOverTime(document, { ...named, series: AMOUNT_SERIES, written: dollars, columns });
}

const asItIs = (text: string): string => text;

/** Relative value units and letters. */
export function unitsOverTime(document: TimelineDocument): Section {
  const columns: Column<TimelinePoint>[] = [
    ...UNIT_SERIES.map(({ name, figure }) => number(name, figure)),
    number("Total, office", (point) => officeRow(point)?.nonFacilityTotal),
    number("Total, facility", (point) => facilityRow(point)?.facilityTotal),
    { heading: "Status", cell: (point) => officeRow(point)?.status },
    { heading: "Global", cell: (point) => officeRow(point)?.globalDays },
    { heading: "APC", cell: ({ opps }) => opps?.apc },
    { heading: "OPPS", cell: ({ opps }) => opps?.statusIndicator },
    { heading: "ASC", cell: ({ asc }) => asc?.paymentIndicator },
  ];
  const named = { id: "units", title: "Relative value units and letters", measured: "Relative value units" };
  return figuresOverTime(document, { ...named, series: UNIT_SERIES, written: asItIs, columns });
}

/** The factor that units are paid by. */
export function factorOverTime(document: TimelineDocument): Section {
  const columns = [number("Dollars a unit", ({ conversionFactor }) => conversionFactor?.value)];
  const named = { id: "factor", title: "Conversion factor", measured: "Dollars a unit" };
  return figuresOverTime(document, { ...named, series: FACTOR_SERIES, written: asItIs, columns });
}

interface Moved {
  readonly release: string;
  readonly name: string;
  readonly change: NonNullable<TimelineFigure["change"]>;
}

/** Every change of an amount, split into what moved it. */
export function changesSection({ points }: TimelineDocument): Section {
  const rows = points.flatMap((point) =>
    AMOUNTS.flatMap(([field, name]): Moved[] => {
      const { change } = point[field];
      return change === null || change.from === change.to ? [] : [{ release: point.release, name, change }];
    }),
  );
  const money = (text: string | null): string => (text === null ? "none" : dollars(text));
  const table = dataTable({
    caption: "What moved each amount since the release before",
    columns: [
      { heading: "Release", cell: ({ release }: Moved) => release },
      { heading: "Since", cell: ({ change }: Moved) => change.since },
      { heading: "Amount", cell: ({ name }: Moved) => name },
      { heading: "Before", isNumber: true, cell: ({ change }: Moved) => money(change.from) },
      { heading: "After", isNumber: true, cell: ({ change }: Moved) => money(change.to) },
      { heading: "Change", isNumber: true, cell: ({ change }: Moved) => signedText(change.change, dollars) },
      { heading: "Percent", isNumber: true, cell: ({ change }: Moved) => signedText(change.percent) },
      { heading: "Causes, in dollars", cell: ({ change }: Moved) => causesText(change) },
    ],
    rows,
  });
  return { id: "changes", title: "What moved them", body: rows.length === 0 ? html`<p>No amount moved.</p>` : table };
}
