import type { TimelineDocument } from "../../schemas/out/timeline.ts";
import { calendarEntry } from "../shared/calendar.ts";
import { counted } from "../shared/money-text.ts";
import { type Days, type FigureSpan, gaps, type Series, spans } from "./timeline-spans.ts";
import { type Block, type Chart, folded, type Section, small, type TableBlock, text } from "./view.ts";

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

function described(all: readonly FigureSpan[], series: readonly Series[], written: (text: string) => string): string {
  const said = series.map(({ name }) => {
    const own = all.filter((span) => span.series === name);
    return own.length === 0
      ? ""
      : `${name}: ${own.map((span) => `${written(span.text)} in ${span.release}`).join(", ")}.`;
  });
  return said.filter((words) => words !== "").join(" ");
}

const overlaps = (days: Days, window: Days): boolean => window.from < days.to && days.from < window.to;

/** What dotted lines stand for: which releases answer for those days, and why none of them has the figure here. */
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
    missing.length > 0 && folded("Releases that are not built", text(missing.join(", "))),
  ];
}

/** Units that are zero in every release have no scale to be drawn on. */
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
    description: described(all, shown, written),
    ...(shown.length > 1 && { legend: shown.map(({ name, swatch }) => [swatch, name] as const) }),
    notes: [...notes, ...gapNotes(document, all)],
    drawing: { as: "spans", spans: all, series: shown, written },
    table: [table],
  };
  return { id, title, blocks: [chart] };
}
