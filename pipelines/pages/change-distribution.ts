import { rectY, ruleX, ruleY } from "@observablehq/plot";
import { countText } from "../shared/money-text.ts";
import { chartFigure, legend } from "./chart.ts";
import { dataTable } from "./data-table.ts";
import type { Html } from "./html.ts";
import { type Movement, partsOf, SCHEDULE_NAMES, SCHEDULES, type Schedule } from "./movements.ts";

/** Changes from one percentage to below another, by schedule. */
interface Bin {
  /** In hundredths of a percent. */
  readonly from: number;
  readonly counts: Readonly<Record<Schedule, number>>;
}

/** Width of a bin, and where the outermost begin that hold all that is beyond, in hundredths of a percent. */
const WIDTH = 250;
const END = 3000;

/** A fall that rounds to 0.00 percent is a fall all the same, and stands left of zero. */
function binOf(percent: number, mills: number): number {
  const signed = mills < 0 ? Math.min(percent, -1) : percent;
  return Math.max(-END, Math.min(END - WIDTH, Math.floor(signed / WIDTH) * WIDTH));
}

/** Counts changes by bins of two and a half percent; the outermost hold all that is beyond. */
export function changeBins(all: readonly Movement[]): Bin[] {
  const number = (2 * END) / WIDTH;
  const counts = Array.from({ length: number }, () => ({ office: 0, facility: 0, opps: 0, asc: 0 }));
  for (const { schedule, percent, mills } of all) {
    const bin = percent === null || mills === null ? undefined : counts[(binOf(percent, mills) + END) / WIDTH];
    if (bin !== undefined) bin[schedule] += 1;
  }
  return counts.map((each, at) => ({ from: at * WIDTH - END, counts: each }));
}

const percentText = (hundredths: number): string => `${hundredths / 100}%`;

function rangeText({ from }: Bin): string {
  if (from === -END) return `below ${percentText(from + WIDTH)}`;
  if (from === END - WIDTH) return `${percentText(from)} or more`;
  return `${percentText(from)} to below ${percentText(from + WIDTH)}`;
}

function binsTable(bins: readonly Bin[], schedules: readonly Schedule[]): Html {
  return dataTable({
    caption: "How many amounts changed by how much",
    columns: [
      { heading: "Change", cell: rangeText },
      ...schedules.map((schedule) => ({
        heading: SCHEDULES[schedule].name,
        isNumber: true as const,
        cell: ({ counts }: Bin) => countText(counts[schedule]),
      })),
    ],
    rows: bins.filter(({ counts }) => SCHEDULE_NAMES.some((schedule) => counts[schedule] > 0)),
  });
}

/** Rises and falls as the headline counts them, and those that have no percent to be drawn at. */
function spreadText(all: readonly Movement[]): string {
  const { up, down } = partsOf(all);
  const ofNothing = all.filter(({ percent, mills }) => percent === null && mills !== null).length;
  const undrawn = ofNothing === 0 ? "" : ` ${countText(ofNothing)} of these were $0.00 before, and are in no bar.`;
  return `${countText(up)} amounts rose and ${countText(down)} fell.${undrawn} The outermost bars hold all that is beyond.`;
}

const SWATCHES: Readonly<Record<Schedule, string>> = {
  office: "physician",
  facility: "step-3",
  opps: "facility",
  asc: "center",
};

/**
 * How the changes are spread, in percent.
 *
 * @param schedules that were read on both sides: of the others nothing is said
 */
export function changeDistribution(all: readonly Movement[], schedules: readonly Schedule[]): Html {
  const bins = changeBins(all);
  const parts = bins.flatMap((bin) => {
    let below = 0;
    return SCHEDULE_NAMES.flatMap((schedule) => {
      const count = bin.counts[schedule];
      const from = below;
      below += count;
      return count === 0 ? [] : [{ bin, schedule, count, from, to: below }];
    });
  });
  type Part = (typeof parts)[number];
  return chartFigure({
    id: "changes",
    title: "How the changes are spread",
    description: spreadText(all),
    legend: legend(schedules.map((schedule) => [SWATCHES[schedule], SCHEDULES[schedule].name] as const)),
    draw: (width) => ({
      height: 250,
      marginLeft: 48,
      marginBottom: 36,
      x: { label: null, domain: [-END, END], ticks: width < 500 ? 5 : 11, tickFormat: percentText },
      y: { label: "amounts", ticks: 4, labelArrow: "none" },
      color: { domain: SCHEDULE_NAMES, range: SCHEDULE_NAMES.map((schedule) => `var(--${SWATCHES[schedule]})`) },
      marks: [
        rectY(parts, {
          x1: ({ bin }: Part) => bin.from,
          x2: ({ bin }: Part) => bin.from + WIDTH,
          y1: "from",
          y2: "to",
          fill: "schedule",
          insetLeft: 0.5,
          insetRight: 0.5,
          title: ({ bin, schedule, count }: Part) =>
            `${SCHEDULES[schedule].name}, ${rangeText(bin)}: ${countText(count)}`,
        }),
        ruleY([0]),
        ruleX([0], { strokeDasharray: "4 3" }),
      ],
    }),
    table: binsTable(bins, schedules),
    summary: "The same as a table",
  });
}
