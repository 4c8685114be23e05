import type { Block, Chart, Section, TableBlock } from "./view.ts";

/** A line of a chart over time, and the class of the style that colours it. */
export interface SpanSeries {
  readonly name: string;
  readonly swatch: string;
}

/** From a day to a day. */
export interface Days {
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

/** A chart in words, series by series: "Office: $1,676.52 in 2025A, $1,773.92 in 2026A." */
function chartWords<Point extends { readonly series: string; readonly release: string }>(
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

/** RVUs that are zero in every release have no scale to be drawn on. */
const isZero = ({ text: figure }: FigureSpan): boolean => /^0(\.0+)?$/.test(figure);

/** Figures over time as a section: a chart for each series, and the same as a table. */
interface OverTime {
  readonly id: string;
  readonly title: string;
  /** What the charts' heights are measured in. */
  readonly measured: string;
  readonly spans: readonly FigureSpan[];
  readonly series: readonly SpanSeries[];
  readonly written: (text: string) => string;
  readonly table: TableBlock;
  /** What a reader of the figures must know, and what a reader of the charts must know as well. */
  readonly notes: readonly Block[];
  readonly chartNotes: readonly Block[];
  /** What stands below the table. */
  readonly after?: readonly Block[];
}

/** From the first day of any figure to the last. */
function allDays(spans: readonly FigureSpan[]): Days {
  const [from, to] = [
    spans.map((span) => span.from).sort()[0] ?? "",
    spans
      .map((span) => span.to)
      .sort()
      .at(-1) ?? "",
  ];
  return { from, to };
}

/** A chart of one series, on a scale of its own: a small amount beside a large one would be a flat line. */
function chartOf({ id, measured, spans, written }: OverTime, series: SpanSeries, at: number): Chart {
  const own = spans.filter((span) => span.series === series.name);
  return {
    kind: "chart",
    id: `${id}-chart-${at + 1}`,
    title: `${series.name}: ${measured} over the days of service`,
    description: chartWords([series], own, ({ text }) => written(text)),
    drawing: { as: "spans", spans: own, series: [series], written, days: allDays(spans) },
    table: [],
  };
}

/** A chart for each series that a release in force has a figure of, but zeros; and the table. */
export function overTime(figures: OverTime): Section {
  const { id, title, spans, series, table, notes, chartNotes, after = [] } = figures;
  const drawn = series.filter(({ name }) => !spans.filter((span) => span.series === name).every(isZero));
  const charts = drawn.map((each, at) => chartOf(figures, each, at));
  return { id, title, blocks: [...notes, ...charts, ...(charts.length === 0 ? [] : chartNotes), table, ...after] };
}
