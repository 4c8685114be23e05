import { type Link, type LinkOptions, link, type PlotOptions, rect, text } from "@observablehq/plot";
import type { Spans } from "../../views/drawings.ts";
import { type Days, endOf, type FigureSpan, type Step, spanSteps, startOf } from "../../views/spans.ts";

/** Pixels that a year needs below the chart, and half of what a pointer needs to meet a figure. */
const YEAR_LABEL = 44;
const HALF_HEIGHT = 2;

const yearOf = (day: string): number => Number(day.slice(0, 4));

/** A line over days for which no built release has the figure. */
const DOTTED: LinkOptions = { strokeDasharray: "1 4", strokeLinecap: "round" };

/** Lines from figure to figure, dotted over gaps. */
function stepMarks(all: readonly Step[], { strokeWidth = 1, ...ends }: LinkOptions): Link[] {
  const part = (isGap: boolean, style: LinkOptions): Link =>
    link(
      all.filter((step) => step.isGap === isGap),
      { y1: ({ from }: Step) => from.height, y2: ({ to }: Step) => to.height, stroke: "series", ...ends, ...style },
    );
  return [part(true, DOTTED), part(false, { strokeWidth })];
}

/** Years to mark, as many as there is room for. */
function years({ from, to }: Days, width: number): number[] {
  const [first, last] = [yearOf(from), yearOf(to)];
  const every = 1 + Math.floor(((last - first + 1) * YEAR_LABEL) / width);
  return Array.from({ length: last - first + 1 }, (_, at) => last - at).filter((_, at) => at % every === 0);
}

/** Pixels left of the axis. */
const LEFT = 58;
/** Pixels that the name of a release needs above its figure. */
const RELEASE_LABEL = 42;

/** Figures with room for a name above them: none would stand over the one before. */
function labelled(all: readonly FigureSpan[], days: Days, width: number): FigureSpan[] {
  const [first, last] = [startOf(days.from), endOf(days.to)];
  const pixels = (width - LEFT) / (last - first);
  let free = first;
  return all.filter(({ from }) => {
    if (startOf(from) < free) return false;
    free = startOf(from) + RELEASE_LABEL / pixels;
    return true;
  });
}

/** Draws figures over the days that they are in force on. */
export function spanChart({ spans: all, series, written, days }: Spans, width: number): PlotOptions {
  const colour = { domain: series.map(({ name }) => name), range: series.map(({ swatch }) => `var(--${swatch})`) };
  const [moved, marked] = [spanSteps(all), years(days, width)];
  return {
    height: 150,
    marginLeft: LEFT,
    marginBottom: 28,
    x: {
      label: null,
      type: "utc",
      domain: [startOf(days.from), endOf(days.to)],
      ticks: marked.map((year) => startOf(`${year}-01-01`)),
      tickFormat: (_: unknown, at: number) => String(marked[at]),
    },
    y: { label: null, zero: true, nice: true, ticks: 5, tickFormat: (at: number) => written(String(at)), grid: true },
    color: colour,
    marks: [
      ...stepMarks(moved, { x1: ({ from }: Step) => endOf(from.to), x2: ({ to }: Step) => startOf(to.from) }),
      rect(all, {
        x1: ({ from }: FigureSpan) => startOf(from),
        x2: ({ to }: FigureSpan) => endOf(to),
        y1: "height",
        y2: "height",
        insetTop: -HALF_HEIGHT,
        insetBottom: -HALF_HEIGHT,
        fill: "series",
        title: ({ series: name, release, text, source }: FigureSpan) =>
          `${name}, ${release}: ${written(text)}\n${source}`.trimEnd(),
      }),
      text(labelled(all, days, width), {
        x: ({ from }: FigureSpan) => startOf(from),
        y: "height",
        text: "release",
        textAnchor: "start",
        lineAnchor: "bottom",
        dy: -6,
        fontSize: 11,
        fill: "currentColor",
      }),
    ],
  };
}
