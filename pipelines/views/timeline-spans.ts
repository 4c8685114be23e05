import type { TimelinePoint } from "../../schemas/out/timeline.ts";

/**
 * What a release says of a series: a figure as a decimal, with where it comes from; that there is `none` to draw; or
 * nothing, because its source was not read.
 */
export type Drawn = { readonly text: string; readonly source: string } | "none" | "unread";

/** A line of a chart over time, and the class of the style that colours it. */
export interface SpanSeries {
  readonly name: string;
  readonly swatch: string;
}

/** Such a line, and what each release says of it. */
export interface Series extends SpanSeries {
  readonly figure: (point: TimelinePoint) => Drawn;
}

/** From a day to a day. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** A figure and the days that it is in force on. */
export interface FigureSpan extends Days {
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

/** Where a day begins, in milliseconds of universal time: no clock and no time zone has a part. */
export const startOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);
/** Where a day ends, and the next one begins. */
export const endOf = (day: string): number => startOf(day) + DAY;

/** What each series says for the days of every release in force; a release that is not built has none. */
export function spans(points: readonly TimelinePoint[], all: readonly Series[]): FigureSpan[] {
  const inForce = points.filter(({ standing }) => standing === "in-force");
  return all.flatMap(({ name, figure }) => {
    let run = 0;
    return inForce.flatMap((point): FigureSpan[] => {
      const said = figure(point);
      if (said === "none") run += 1;
      if (typeof said === "string") return [];
      return [{ series: name, run, release: point.release, ...said, height: Number(said.text), ...point.window }];
    });
  });
}

/** From where a figure ends to where the next of its series begins; dotted over days that no built release answers for. */
export interface Step {
  readonly series: string;
  readonly from: FigureSpan;
  readonly to: FigureSpan;
  readonly isGap: boolean;
}

/** The steps between figures of one run. */
export function steps(all: readonly FigureSpan[]): Step[] {
  return all.flatMap((from, at) => {
    const to = all[at + 1];
    if (to?.series !== from.series || to.run !== from.run) return [];
    return [{ series: from.series, from, to, isGap: startOf(to.from) !== endOf(from.to) }];
  });
}

/** Days that dotted lines cross, both ends those of figures. */
export function gaps(all: readonly FigureSpan[]): Days[] {
  return steps(all).flatMap(({ from, to, isGap }) => (isGap ? [{ from: from.to, to: to.from }] : []));
}
