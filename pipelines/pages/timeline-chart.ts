import type { TimelineDocument, TimelinePoint } from "../../schemas/out/timeline.ts";
import { calendarEntry } from "../shared/calendar.ts";
import { counted } from "../shared/money-text.ts";
import { chartFigure, legend } from "./chart.ts";
import { type Child, type Html, html } from "./html.ts";
import type { Section } from "./section.ts";
import { type Days, gaps, type Series, type Span, spanChart, spans } from "./span-chart.ts";

/** One kind of figures over time: a section with a chart and the same as a table. */
export interface Figures {
  readonly id: string;
  readonly title: string;
  /** What the chart's height is measured in. */
  readonly measured: string;
  readonly series: readonly Series[];
  readonly written: (text: string) => string;
  readonly table: Html;
  /** What else a reader of the chart must know. */
  readonly note?: Child;
}

function described(all: readonly Span[], series: readonly Series[], written: (text: string) => string): string {
  const said = series.map(({ name }) => {
    const own = all.filter((span) => span.series === name);
    return own.length === 0
      ? ""
      : `${name}: ${own.map((span) => `${written(span.text)} in ${span.release}`).join(", ")}.`;
  });
  return said.filter((text) => text !== "").join(" ");
}

const overlaps = (days: Days, window: Days): boolean => window.from < days.to && days.from < window.to;

/** What dotted lines stand for: which releases answer for those days, and why none of them has the figure here. */
function gapNote({ points, notBuilt }: TimelineDocument, all: readonly Span[]): Html | undefined {
  const days = gaps(all);
  if (days.length === 0) return undefined;
  const isIn = (window: Days | undefined): boolean => window !== undefined && days.some((gap) => overlaps(gap, window));
  const missing = notBuilt.filter((release) => isIn(calendarEntry(release)?.window));
  const without = points.filter(({ standing, window }) => standing === "in-force" && isIn(window));
  const reasons = [
    ...(missing.length === 0 ? [] : [`${counted(missing.length, "release")} not built`]),
    ...(without.length === 0 ? [] : [`${without.map(({ release }) => release).join(", ")}, built without it`]),
  ];
  return html`<p class="small">Dotted: days of service for which no built release has the figure. In force then: ${reasons.join("; ")}.</p>
${missing.length > 0 && html`<details><summary>Releases that are not built</summary><p>${missing.join(", ")}</p></details>`}`;
}

/** Units that are zero in every release have no scale to be drawn on. */
const isZero = ({ text }: Span): boolean => /^0(\.0+)?$/.test(text);

/** A chart with its table, or the table alone where no release in force has a figure, or none but zeros. */
export function figuresOverTime(document: TimelineDocument, figures: Figures): Section {
  const { id, title, measured, series, written, table, note } = figures;
  const all = spans(document.points, series);
  const shown = series.filter(({ name }) => all.some((span) => span.series === name));
  if (all.every(isZero)) return { id, title, body: html`${note}${table}` };
  const colours = shown.length > 1 && legend(shown.map(({ name, swatch }) => [swatch, name] as const));
  const chart = {
    id: `${id}-chart`,
    title: `${measured}, over the days of service`,
    description: described(all, shown, written),
    legend: html`${colours}${note}${gapNote(document, all)}`,
    draw: (width: number) => spanChart(all, shown, written, width),
    table,
  };
  return { id, title, body: chartFigure(chart) };
}

/** Releases by name as a sentence has them, "every release" where it is all that were in force. */
export function releasesIn({ points }: TimelineDocument, which: (point: TimelinePoint) => boolean): string {
  const inForce = points.filter(({ standing }) => standing === "in-force");
  const found = inForce.filter(which);
  return found.length === inForce.length ? "every release" : found.map(({ release }) => release).join(", ");
}
