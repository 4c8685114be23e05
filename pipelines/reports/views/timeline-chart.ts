import type { TimelineDocument, TimelinePoint } from "../../../schemas/out/timeline.ts";
import { calendarEntry } from "../../sources/calendar.ts";
import { counted } from "../../words/money-text.ts";
import { type Block, type Chart, folded, paragraph, type Section, small, type TableBlock } from "./view.ts";

/**
 * What a release says about a series: a figure as a decimal, with where it comes from; that there is `none` to draw; or
 * nothing, because its source was not read.
 */
export type Drawn = { readonly text: string; readonly source: string } | "none" | "unread";

/** A line of a chart over time, and the class of the style that colours it. */
export interface SpanSeries {
  readonly name: string;
  readonly swatch: string;
}

/** Such a line, and what each release says about it. */
export interface Series extends SpanSeries {
  readonly figure: (point: TimelinePoint) => Drawn;
}

/** From a day to a day. */
interface Days {
  readonly from: string;
  readonly to: string;
}

/** A figure and the days that it is in force on. */
export interface FigureSpan extends Days {
  readonly series: string;
  /** Figures of a series, with no release between them that says there is none. */
  readonly run: number;
  readonly release: string;
  /** Decimal as the timeline has it. */
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

/** From where a figure ends to where the next of its series begins; dotted over days without a built release. */
export interface Step {
  readonly series: string;
  readonly from: FigureSpan;
  readonly to: FigureSpan;
  readonly isGap: boolean;
}

/** The steps between figures of one run. */
export function spanSteps(all: readonly FigureSpan[]): Step[] {
  return all.flatMap((from, at) => {
    const to = all[at + 1];
    if (to?.series !== from.series || to.run !== from.run) return [];
    return [{ series: from.series, from, to, isGap: startOf(to.from) !== endOf(from.to) }];
  });
}

/** Days that dotted lines cross, both ends those of figures. */
export function gaps(all: readonly FigureSpan[]): Days[] {
  return spanSteps(all).flatMap(({ from, to, isGap }) => (isGap ? [{ from: from.to, to: to.from }] : []));
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

/** A chart in words, series by series: "Office: $1,676.52 in 2025A, $1,773.92 in 2026A." */
export function chartWords<Point extends { readonly series: string; readonly release: string }>(
  series: readonly { readonly name: string }[],
  points: readonly Point[],
  written: (point: Point) => string,
): string {
  const sentences = series.map(({ name }) => {
    const own = points.filter((point) => point.series === name);
    return `${name}: ${own.map((point) => `${written(point)} in ${point.release}`).join(", ")}.`;
  });
  return sentences.join(" ");
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

/** RVUs that are zero in every release have no scale to be drawn on. */
const isZero = ({ text: figure }: FigureSpan): boolean => /^0(\.0+)?$/.test(figure);

/** A chart with its table, or the table alone where no release in force has a figure, or none but zeros. */
export function figuresOverTime(document: TimelineDocument, figures: Figures): Section {
  const { id, title, measured, series, written, table, notes } = figures;
  const all = spans(document.points, series);
  const shown = series.filter(({ name }) => all.some((span) => span.series === name));
  if (all.every(isZero)) return { id, title, blocks: [...notes, table] };
  const chart: Chart = {
    kind: "chart",
    id: `${id}-chart`,
    title: `${measured}, over the days of service`,
    description: chartWords(shown, all, ({ text }) => written(text)),
    ...(shown.length > 1 && { legend: shown.map(({ name, swatch }) => [swatch, name] as const) }),
    notes: [...notes, ...gapNotes(document, all)],
    drawing: { as: "spans", spans: all, series: shown, written },
    table: [table],
  };
  return { id, title, blocks: [chart] };
}
