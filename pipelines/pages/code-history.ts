import { dot, line, type PlotOptions } from "@observablehq/plot";
import { dollars } from "../shared/money-text.ts";
import { chartFigure, legend } from "./chart.ts";
import type { Snapshot } from "./code-sources.ts";
import { dataTable } from "./data-table.ts";
import { type Html, html } from "./html.ts";
import type { Section } from "./section.ts";
import { snapshotColumns } from "./snapshot-table.ts";

const SERIES = [
  ["Physician in an office", "physician", "round"],
  ["Hospital outpatient", "facility", "square"],
  ["Surgical center", "center", "diamond"],
] as const;

interface Point {
  readonly release: string;
  readonly series: string;
  readonly amount: number;
  readonly text: string;
}

function points(history: readonly Snapshot[]): Point[] {
  return history.flatMap(({ release, national, opps, asc }) => {
    const amounts = [national?.nonFacilityAmount, opps?.paymentRate, asc?.paymentRate];
    return SERIES.flatMap(([series], at) => {
      const text = amounts[at] ?? null;
      return text === null ? [] : [{ release, series, amount: Number(text), text }];
    });
  });
}

function historyTable(history: readonly Snapshot[], release: string): Html {
  return dataTable({
    caption: "The code in every release that is built here",
    columns: [
      {
        heading: "Release",
        cell: (snapshot: Snapshot) =>
          snapshot.release === release ? html`<strong>${snapshot.release}</strong>` : snapshot.release,
      },
      { heading: "In force from", cell: ({ from }: Snapshot) => html`<span class="day">${from}</span>` },
      ...snapshotColumns().map(({ sortBy: _, ...column }) => column),
    ],
    rows: history,
  });
}

/** The series that have any amount, each with its swatch. */
function drawnSeries(all: readonly Point[]): readonly (typeof SERIES)[number][] {
  return SERIES.filter(([series]) => all.some((point) => point.series === series));
}

function described(all: readonly Point[]): string {
  const said = drawnSeries(all).map(([series]) => {
    const own = all.filter((point) => point.series === series);
    return `${series}: ${own.map(({ release, text }) => `${dollars(text)} in ${release}`).join(", ")}.`;
  });
  return said.join(" ");
}

function drawing(all: readonly Point[], releases: readonly string[], width: number): PlotOptions {
  const isTight = releases.length * 60 > width;
  return {
    height: 230,
    marginLeft: 52,
    marginBottom: isTight ? 52 : 30,
    x: { label: null, type: "point", domain: releases, padding: 0.3, tickRotate: isTight ? -60 : 0 },
    y: { label: null, zero: true, nice: true, ticks: 5, tickFormat: (at: number) => dollars(String(at)), grid: true },
    color: { domain: SERIES.map(([series]) => series), range: SERIES.map(([, swatch]) => `var(--${swatch})`) },
    symbol: { domain: SERIES.map(([series]) => series), range: ["circle", "square", "diamond"] },
    marks: [
      line(all, { x: "release", y: "amount", z: "series", stroke: "series", strokeWidth: 2 }),
      dot(all, {
        x: "release",
        y: "amount",
        fill: "series",
        symbol: "series",
        r: 4.5,
        title: ({ release, series, text }: Point) => `${series}, ${release}: ${dollars(text)}`,
      }),
    ],
  };
}

/** The code from release to release. */
export function historySection(history: readonly Snapshot[], release: string): Section {
  const all = points(history);
  const table = historyTable(history, release);
  const chart = {
    id: "history-chart",
    title: "Amounts from release to release",
    description: described(all),
    legend: legend(drawnSeries(all).map(([series, swatch, shape]) => [`${swatch} ${shape}`, series] as const)),
    draw: (width: number) =>
      drawing(
        all,
        history.map((each) => each.release),
        width,
      ),
    table,
  };
  const alone = history.length < 2 && html`<p>No other release is built in this folder.</p>`;
  const body = history.length < 2 || all.length === 0 ? html`${alone}${table}` : chartFigure(chart);
  return { id: "history", title: "History", body };
}
