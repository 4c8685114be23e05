import { barX, dot, line, type PlotOptions, rectY, ruleX, ruleY, text } from "@observablehq/plot";
import { parseScaled } from "../../../schemas/scaled.ts";
import { dollars } from "../../shared/money-text.ts";
import type { AmountBin, CauseStep, ChangePart, Drawing, HistoryPoint, SitePart } from "../../views/drawings.ts";
import { cartogram } from "./cartogram.ts";
import { spanChart } from "./spans.ts";

type Of<Kind extends Drawing["as"]> = Extract<Drawing, { as: Kind }>;

/** Pixels for the names of sites and of causes, and for what stands at the end of a bar. */
const SITES = { left: 98, label: 84 };
const CAUSES = { left: 154, label: 92 };

/** The end of an axis that leaves room for a label beside the longest bar. */
function endOfAxis(low: number, high: number, width: number, { left, label }: typeof SITES): number {
  return low + ((high - low) * (width - left)) / (width - left - label);
}

/** A bar for each site, the physician's part and the facility's, and at its end the sum or why there is none. */
function sites({ sites: names, parts, ends }: Of<"sites">, width: number): PlotOptions {
  const furthest = ends.reduce((most, { at }) => Math.max(at, most), 0);
  return {
    height: 150,
    marginLeft: SITES.left,
    marginRight: 0,
    marginBottom: 8,
    marginTop: 4,
    x: { axis: null, domain: [0, endOfAxis(0, furthest, width, SITES)] },
    y: { label: null, domain: names, tickSize: 0, padding: 0.35 },
    color: { domain: ["physician", "facility"], range: ["var(--physician)", "var(--facility)"] },
    marks: [
      barX(parts, {
        x: (part: SitePart) => Number(part.amount),
        y: "site",
        fill: "who",
        title: ({ site, who, amount }: SitePart) => `${site}, ${who}: ${dollars(amount)}`,
      }),
      text(ends, { x: "at", y: "site", text: "label", textAnchor: "start", dx: 6, fill: "currentColor" }),
    ],
  };
}

/** How many localities pay how much, and the national amount as a line. */
function localities({ bins, national }: Of<"localities">, width: number): PlotOptions {
  const at = (parseScaled(national, 2) ?? 0) / 100;
  const most = bins.reduce((highest, { count }) => Math.max(count, highest), 0);
  return {
    height: 230,
    marginLeft: 36,
    marginTop: 30,
    marginBottom: 40,
    x: { label: null, tickFormat: (amount: number) => dollars(String(amount)), ticks: width / 90 },
    y: { label: "localities", ticks: 4, domain: [0, most + 1], labelArrow: "none" },
    marks: [
      rectY(bins, {
        x1: "from",
        x2: "to",
        y: "count",
        fill: "var(--step-4)",
        inset: 0.5,
        title: ({ label }: AmountBin) => label,
      }),
      ruleY([0]),
      ruleX([at], { stroke: "currentColor", strokeDasharray: "4 3" }),
      text([at], {
        x: at,
        text: [`national ${dollars(national)}`],
        frameAnchor: "top",
        dy: -14,
        fill: "currentColor",
      }),
    ],
  };
}

/** Amounts from release to release, a line for each of those who are paid. */
function history({ releases, series, points }: Of<"history">, width: number): PlotOptions {
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
        title: ({ release, series: name, text: amount }: HistoryPoint) => `${name}, ${release}: ${dollars(amount)}`,
      }),
    ],
  };
}

/** A waterfall of causes: each begins where the one above it ended. */
function causes({ steps }: Of<"causes">, width: number): PlotOptions {
  const ends = steps.flatMap(({ from, to }) => [from, to]);
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  return {
    height: steps.length * 26 + 12,
    marginLeft: CAUSES.left,
    marginRight: 0,
    marginTop: 4,
    marginBottom: 4,
    x: { axis: null, domain: [low, endOfAxis(low, high, width, CAUSES)] },
    y: { label: null, domain: steps.map((step) => step.name), tickSize: 0, padding: 0.25 },
    color: { domain: ["up", "down", "sum"], range: ["var(--up)", "var(--down)", "var(--quiet)"] },
    marks: [
      ruleX([0], { strokeOpacity: 0.5 }),
      barX(steps, {
        x1: "from",
        x2: "to",
        y: "name",
        fill: "kind",
        title: (step: CauseStep) => `${step.name}: ${step.label}`,
      }),
      text(steps, {
        x: ({ from, to }: CauseStep) => Math.max(from, to),
        y: "name",
        text: "label",
        textAnchor: "start",
        dx: 6,
        fill: "currentColor",
      }),
    ],
  };
}

/** How many amounts changed by how much, one kind of amount above the other. */
function changes({ parts, colours, end }: Of<"changes">, width: number): PlotOptions {
  const percentText = (hundredths: number): string => `${hundredths / 100}%`;
  return {
    height: 250,
    marginLeft: 48,
    marginBottom: 36,
    x: { label: null, domain: [-end, end], ticks: width < 500 ? 5 : 11, tickFormat: percentText },
    y: { label: "amounts", ticks: 4, labelArrow: "none" },
    color: { domain: colours.map(([, name]) => name), range: colours.map(([swatch]) => `var(--${swatch})`) },
    marks: [
      rectY(parts, {
        x1: "from",
        x2: "to",
        y1: "below",
        y2: ({ below, count }: ChangePart) => below + count,
        fill: "name",
        insetLeft: 0.5,
        insetRight: 0.5,
        title: ({ label }: ChangePart) => label,
      }),
      ruleY([0]),
      ruleX([0], { strokeDasharray: "4 3" }),
    ],
  };
}

const PLOTS: { readonly [Kind in Drawing["as"]]: (drawing: Of<Kind>, width: number) => PlotOptions } = {
  sites,
  localities,
  cartogram,
  history,
  causes,
  changes,
  spans: spanChart,
};

/** How a drawing is drawn at a width of so many pixels. */
export function plotOf(drawing: Drawing, width: number): PlotOptions {
  const plot = PLOTS[drawing.as] as (drawing: Drawing, width: number) => PlotOptions;
  return plot(drawing, width);
}
