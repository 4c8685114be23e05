import { dot, line, type PlotOptions } from "@observablehq/plot";
import { dollars } from "../shared/money-text.ts";
import { NA_MARK } from "../shared/na-mark.ts";
import { chartFigure, legend } from "./chart.ts";
import type { Snapshot } from "./code-sources.ts";
import { dataTable } from "./data-table.ts";
import { type Html, html } from "./html.ts";
import type { Section } from "./section.ts";
import { naNote, payableAmount, snapshotColumns } from "./snapshot-table.ts";

type Setting = "nonFacility" | "facility";

/** One line of the chart: who is paid, and how much in a release. */
interface Series {
  readonly name: string;
  readonly swatch: "physician" | "facility" | "center";
  readonly shape: "round" | "square" | "diamond";
  readonly symbol: "circle" | "square" | "diamond";
  readonly amountOf: (snapshot: Snapshot) => string | null;
  /** Whether a release without an amount here leaves a gap in the line: CMS marks the setting NA. */
  readonly isGap: (snapshot: Snapshot) => boolean;
}

const neverGap = (): boolean => false;

function seriesOf(setting: Setting): readonly Series[] {
  return [
    {
      name: setting === "facility" ? "Physician in a facility" : "Physician in an office",
      swatch: "physician",
      shape: "round",
      symbol: "circle",
      amountOf: (snapshot) => payableAmount(snapshot, setting),
      isGap: ({ national }) => national?.priceState === "priced",
    },
    {
      name: "Hospital outpatient",
      swatch: "facility",
      shape: "square",
      symbol: "square",
      amountOf: ({ opps }) => opps?.paymentRate ?? null,
      isGap: neverGap,
    },
    {
      name: "Surgical center",
      swatch: "center",
      shape: "diamond",
      symbol: "diamond",
      amountOf: ({ asc }) => asc?.paymentRate ?? null,
      isGap: neverGap,
    },
  ];
}

/** How a release stands, in the timeline's words; undefined for one that is in force on its days. */
function notInForce({ release, standing }: Snapshot): string | undefined {
  if (release.includes("-")) return "another posting";
  if (standing.neverInForce) return "never in force";
  return standing.supersededBy === null ? undefined : `replaced by ${standing.supersededBy}`;
}

interface Point {
  readonly release: string;
  readonly series: string;
  /** None where CMS marks the setting NA: the line has a gap there. */
  readonly amount: number | null;
  readonly text: string;
}

/** What the chart shows of the history: series that have an amount, and their points. */
interface Drawn {
  readonly releases: readonly string[];
  readonly series: readonly Series[];
  readonly points: readonly Point[];
}

function pointsOf({ name, amountOf, isGap }: Series, history: readonly Snapshot[]): Point[] {
  return history.flatMap((snapshot): Point[] => {
    const { release } = snapshot;
    const text = amountOf(snapshot);
    if (text !== null) return [{ release, series: name, amount: Number(text), text }];
    return isGap(snapshot) ? [{ release, series: name, amount: null, text: NA_MARK }] : [];
  });
}

function drawnOf(history: readonly Snapshot[], setting: Setting): Drawn {
  const series = seriesOf(setting).filter(({ amountOf }) => history.some((each) => amountOf(each) !== null));
  return {
    releases: history.map(({ release }) => release),
    series,
    points: series.flatMap((each) => pointsOf(each, history)),
  };
}

/** Which releases of the table the chart leaves out, and why. */
function notDrawn(history: readonly Snapshot[]): Html | false {
  const others = history.flatMap((each) => {
    const why = notInForce(each);
    return why === undefined ? [] : [`${each.release}, ${why}`];
  });
  return others.length > 0 && html`<p class="small">Not drawn: ${others.join("; ")}.</p>`;
}

/** Shown where a release of the table is not in force on its days. */
const STANDING = {
  heading: "Standing",
  cell: (snapshot: Snapshot) => html`<span class="day">${notInForce(snapshot) ?? "in force"}</span>`,
};

function historyTable(history: readonly Snapshot[], release: string): Html {
  return dataTable({
    caption: "The code in the releases that are built here",
    columns: [
      {
        heading: "Release",
        cell: (snapshot: Snapshot) =>
          snapshot.release === release ? html`<strong>${snapshot.release}</strong>` : snapshot.release,
      },
      { heading: "From", cell: ({ from }: Snapshot) => html`<span class="day">${from}</span>` },
      ...(history.some(notInForce) ? [STANDING] : []),
      ...snapshotColumns().map(({ sortBy: _, ...column }) => column),
    ],
    rows: history,
  });
}

function described({ series, points }: Drawn): string {
  const said = series.map(({ name }) => {
    const own = points.filter((point) => point.series === name);
    const amounts = own.map(({ release, amount, text }) => `${amount === null ? text : dollars(text)} in ${release}`);
    return `${name}: ${amounts.join(", ")}.`;
  });
  return said.join(" ");
}

function drawing({ releases, series, points }: Drawn, width: number): PlotOptions {
  const isTight = releases.length * 60 > width;
  const domain = series.map(({ name }) => name);
  return {
    height: 230,
    marginLeft: 52,
    marginBottom: isTight ? 52 : 30,
    x: { label: null, type: "point", domain: releases, padding: 0.3, tickRotate: isTight ? -60 : 0 },
    y: { label: null, zero: true, nice: true, ticks: 5, tickFormat: (at: number) => dollars(String(at)), grid: true },
    color: { domain, range: series.map(({ swatch }) => `var(--${swatch})`) },
    symbol: { domain, range: series.map(({ symbol }) => symbol) },
    marks: [
      line(points, { x: "release", y: "amount", z: "series", stroke: "series", strokeWidth: 2 }),
      dot(points, {
        x: "release",
        y: "amount",
        fill: "series",
        symbol: "series",
        r: 4.5,
        title: ({ release, series: name, text }: Point) => `${name}, ${release}: ${dollars(text)}`,
      }),
    ],
  };
}

/**
 * The code from release to release.
 *
 * @param setting what the chart shows of the physician's amounts
 */
export function historySection(history: readonly Snapshot[], release: string, setting: Setting): Section {
  const inForce = history.filter((each) => notInForce(each) === undefined);
  const drawn = drawnOf(inForce, setting);
  const isDrawn = inForce.length > 1 && drawn.series.length > 0;
  const table = html`${isDrawn && notDrawn(history)}${historyTable(history, release)}${naNote(history)}`;
  const chart = {
    id: "history-chart",
    title: "Amounts from release to release",
    description: described(drawn),
    legend: legend(drawn.series.map(({ swatch, shape, name }) => [`${swatch} ${shape}`, name] as const)),
    draw: (width: number) => drawing(drawn, width),
    table,
  };
  const alone =
    history.length < 2 && html`<p>No other release that was in force and lists the code is built in this folder.</p>`;
  return { id: "history", title: "History", body: isDrawn ? chartFigure(chart) : html`${alone}${table}` };
}
