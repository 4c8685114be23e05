import { barX, type PlotOptions, rectY, ruleX, ruleY, text } from "@observablehq/plot";
import type { Bars, Drawing, Histogram } from "../../views/drawings.ts";
import { cartogram } from "./cartogram.ts";
import { spanChart } from "./spans.ts";

/** Colours by the names of the style. */
function swatches(all: readonly { readonly swatch: string }[]) {
  const domain = [...new Set(all.map(({ swatch }) => swatch))];
  return { domain, range: domain.map((swatch) => `var(--${swatch})`) };
}

/** Pixels for a letter of a row's name, and for the label at the end of a bar. */
const LETTER = 6.5;
const END = 92;

function barChart({ rows, bars, ends }: Bars, width: number): PlotOptions {
  const left = 16 + LETTER * Math.max(...rows.map(({ length }) => length));
  const edges = bars.flatMap(({ from, to }) => [from, to]);
  const [low, high] = [Math.min(0, ...edges), Math.max(0, ...edges)];
  return {
    height: rows.length * 34 + 8,
    marginLeft: left,
    marginRight: 0,
    marginTop: 4,
    marginBottom: 4,
    x: { axis: null, domain: [low, low + ((high - low) * (width - left)) / (width - left - END)] },
    y: { label: null, domain: rows, tickSize: 0, padding: 0.3 },
    color: swatches(bars),
    marks: [
      ruleX([0], { strokeOpacity: 0.5 }),
      barX(bars, { x1: "from", x2: "to", y: "row", fill: "swatch", title: "label" }),
      text(ends, { x: "at", y: "row", text: "label", textAnchor: "start", dx: 6, fill: "currentColor" }),
    ],
  };
}

function histogram({ parts, counted, written, line: { at, label }, domain }: Histogram, width: number): PlotOptions {
  const most = parts.reduce((highest, { high }) => Math.max(high, highest), 0);
  return {
    height: 240,
    marginLeft: 48,
    marginTop: 30,
    marginBottom: 38,
    x: { label: null, tickFormat: written, ticks: width / 85, ...(domain && { domain }) },
    y: { label: counted, ticks: 4, domain: [0, most + 1], labelArrow: "none" },
    color: swatches(parts),
    marks: [
      rectY(parts, {
        x1: "from",
        x2: "to",
        y1: "low",
        y2: "high",
        fill: "swatch",
        insetLeft: 0.5,
        insetRight: 0.5,
        title: "label",
      }),
      ruleY([0]),
      ruleX([at], { stroke: "currentColor", strokeDasharray: "4 3" }),
      text(label === undefined ? [] : [at], {
        x: at,
        text: [label],
        frameAnchor: "top",
        dy: -14,
        fill: "currentColor",
      }),
    ],
  };
}

const PLOTS: {
  readonly [Kind in Drawing["as"]]: (drawing: Extract<Drawing, { as: Kind }>, width: number) => PlotOptions;
} = { bars: barChart, histogram, cartogram, spans: spanChart };

/** How a drawing is drawn at a width of so many pixels. */
export function plotOf(drawing: Drawing, width: number): PlotOptions {
  const plot = PLOTS[drawing.as] as (drawing: Drawing, width: number) => PlotOptions;
  return plot(drawing, width);
}
