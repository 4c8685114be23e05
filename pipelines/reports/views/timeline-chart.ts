import type { TimelineDocument, TimelinePoint } from "../../../schemas/out/timeline.ts";
import { calendarEntry } from "../../sources/calendar.ts";
import { counted } from "../../words/money-text.ts";
import { type Days, type FigureSpan, gaps, overTime, type SpanSeries } from "./spans.ts";
import { type Block, folded, paragraph, type Section, small, type TableBlock } from "./view.ts";

/**
 * What a release says about a series: a figure as a decimal, with where it comes from; that there is `none` to draw; or
 * nothing, because its source was not read.
 */
export type Drawn = { readonly text: string; readonly source: string } | "none" | "unread";

/** Such a line, and what each release says about it. */
export interface Series extends SpanSeries {
  readonly figure: (point: TimelinePoint) => Drawn;
}

/** What each series says for the days of every release in force; a release that is not built has none. */
function spans(points: readonly TimelinePoint[], all: readonly Series[]): FigureSpan[] {
  const inForce = points.filter(({ standing }) => standing === "in-force");
  return all.flatMap(({ name, figure }) => {
    let run = 0;
    return inForce.flatMap((point): FigureSpan[] => {
      const drawn = figure(point);
      if (drawn === "none") run += 1;
      if (typeof drawn === "string") return [];
      return [{ series: name, run, release: point.release, ...drawn, height: Number(drawn.text), ...point.window }];
    });
  });
}

/** One kind of figures over time: a section with a chart and the same as a table. */
interface Figures {
  readonly id: string;
  readonly title: string;
  /** What the chart's height is measured in. */
  readonly measured: string;
  readonly series: readonly Series[];
  readonly written: (text: string) => string;
  readonly table: TableBlock;
  /** What else a reader of the chart must know. */
  readonly notes: readonly Block[];
}

const overlaps = (days: Days, window: Days): boolean => window.from < days.to && days.from < window.to;

/** What dotted lines mean: which releases were in force on those days, and why none of them has the figure here. */
function gapNotes({ points, notBuilt }: TimelineDocument, all: readonly FigureSpan[]): Block[] {
  const days = gaps(all);
  if (days.length === 0) return [];
  const isIn = (window: Days | undefined): boolean => window !== undefined && days.some((gap) => overlaps(gap, window));
  const missing = notBuilt.filter((release) => isIn(calendarEntry(release)?.window));
  const without = points.filter(({ standing, window }) => standing === "in-force" && isIn(window));
  const reasons = [
    ...(missing.length === 0 ? [] : [`${counted(missing.length, "release")} not built`]),
    ...(without.length === 0 ? [] : [`${without.map(({ release }) => release).join(", ")}, built without it`]),
  ];
  const which = "Dotted: days of service for which no built release has the figure. In force then:";
  return [
    small(`${which} ${reasons.join("; ")}.`),
    missing.length > 0 && folded("Releases that are not built", paragraph(missing.join(", "))),
  ];
}

/** A chart with its table, or the table alone where no release in force has a figure, or none but zeros. */
export function figuresOverTime(document: TimelineDocument, { series, ...figures }: Figures): Section {
  const all = spans(document.points, series);
  return overTime({ ...figures, series, spans: all, chartNotes: gapNotes(document, all) });
}
