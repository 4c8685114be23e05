import { type Link, type LinkOptions, link, type PlotOptions, rect } from "@observablehq/plot";
import type { TimelinePoint } from "../../schemas/out/timeline.ts";

/**
 * What a release says of a series: a figure as a decimal, with where it comes from; that there is `none` to draw; or
 * nothing, because its source was not read.
 */
export type Drawn = { readonly text: string; readonly source: string } | "none" | "unread";

/** A line of a chart over time, and the class of the style that colours it. */
export interface Series {
  readonly name: string;
  readonly swatch: string;
  readonly figure: (point: TimelinePoint) => Drawn;
}

/** From a day to a day. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** A figure and the days that it is in force on. */
export interface Span extends Days {
  readonly series: string;
  /** Figures of a series between which no release says that there is none. */
  readonly run: number;
  readonly release: string;
  /** Decimal as it stands in the timeline. */
  readonly text: string;
  readonly source: string;
  readonly height: number;
}

const DAY = 86_400_000;
/** Pixels that a year needs below the chart, and half of what a pointer needs to meet a figure. */
const YEAR_LABEL = 44;
const HALF_HEIGHT = 2;

/** Milliseconds in universal time, as the library's scale takes them: no clock and no time zone has a part. */
const startOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const endOf = (day: string): number => startOf(day) + DAY;
const yearOf = (day: string): number => Number(day.slice(0, 4));

/** What each series says for the days of every release in force; a release that is not built has none. */
export function spans(points: readonly TimelinePoint[], all: readonly Series[]): Span[] {
  const inForce = points.filter(({ standing }) => standing === "in-force");
  return all.flatMap(({ name, figure }) => {
    let run = 0;
    return inForce.flatMap((point): Span[] => {
      const said = figure(point);
      if (said === "none") run += 1;
      if (typeof said === "string") return [];
      return [{ series: name, run, release: point.release, ...said, height: Number(said.text), ...point.window }];
    });
  });
}

/** From where a figure ends to where the next of its series begins; dotted over days that no built release answers for. */
interface Step {
  readonly series: string;
  readonly from: Span;
  readonly to: Span;
  readonly isGap: boolean;
}

function steps(all: readonly Span[]): Step[] {
  return all.flatMap((from, at) => {
    const to = all[at + 1];
    if (to?.series !== from.series || to.run !== from.run) return [];
    return [{ series: from.series, from, to, isGap: startOf(to.from) !== endOf(from.to) }];
  });
}

/** Days that dotted lines cross, both ends those of figures. */
export function gaps(all: readonly Span[]): Days[] {
  return steps(all).flatMap(({ from, to, isGap }) => (isGap ? [{ from: from.to, to: to.from }] : []));
}

/** Lines from figure to figure. */
function stepLines(all: readonly Step[], more: LinkOptions): Link {
  return link(all, {
    x1: ({ from }: Step) => endOf(from.to),
    x2: ({ to }: Step) => startOf(to.from),
    y1: ({ from }: Step) => from.height,
    y2: ({ to }: Step) => to.height,
    stroke: "series",
    ...more,
  });
}

/** Years to mark, as many as there is room for. */
function years(all: readonly Span[], width: number): number[] {
  const [first, last] = [
    Math.min(...all.map(({ from }) => yearOf(from))),
    Math.max(...all.map(({ to }) => yearOf(to))),
  ];
  const every = 1 + Math.floor(((last - first + 1) * YEAR_LABEL) / width);
  return Array.from({ length: last - first + 1 }, (_, at) => last - at).filter((_, at) => at % every === 0);
}

/**
 * Draws figures over the days that they are in force on.
 *
 * @param all never empty
 * @param written a figure as it is read
 */
export function spanChart(
  all: readonly Span[],
  series: readonly Series[],
  written: (text: string) => string,
  width: number,
): PlotOptions {
  const colour = { domain: series.map(({ name }) => name), range: series.map(({ swatch }) => `var(--${swatch})`) };
  const [moved, marked] = [steps(all), years(all, width)];
  return {
    height: 230,
    marginLeft: 58,
    marginBottom: 28,
    x: {
      label: null,
      type: "utc",
      ticks: marked.map((year) => startOf(`${year}-01-01`)),
      tickFormat: (_: unknown, at: number) => String(marked[at]),
    },
    y: { label: null, zero: true, nice: true, ticks: 5, tickFormat: (at: number) => written(String(at)), grid: true },
    color: colour,
    marks: [
      stepLines(
        moved.filter(({ isGap }) => isGap),
        { strokeDasharray: "1 4", strokeLinecap: "round" },
      ),
      stepLines(
        moved.filter(({ isGap }) => !isGap),
        { strokeWidth: 1 },
      ),
      rect(all, {
        x1: ({ from }: Span) => startOf(from),
        x2: ({ to }: Span) => endOf(to),
        y1: "height",
        y2: "height",
        insetTop: -HALF_HEIGHT,
        insetBottom: -HALF_HEIGHT,
        fill: "series",
        title: ({ series: name, release, text, source }: Span) => `${name}, ${release}: ${written(text)}\n${source}`,
      }),
    ],
  };
}
