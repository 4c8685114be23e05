import { rectY, ruleX, ruleY, text } from "@observablehq/plot";
import { parseScaled } from "../../schemas/scaled.ts";
import { countText, dollars } from "../shared/money-text.ts";
import { chartFigure } from "./chart.ts";
import { dataTable } from "./data-table.ts";
import type { Html } from "./html.ts";
import { byAmount, type LocalRate, placeName } from "./local-rates.ts";

/** Amounts from one to below another, in whole dollars, and how many localities pay them. */
interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** Widths of bins, in dollars. A chart has the narrowest that needs no more than twenty. */
const WIDTHS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000];
const MOST_BINS = 20;

const wholeDollars = (cents: number, width: number): number => Math.floor(cents / (100 * width)) * width;

/** Counts amounts by bins of one width that begin at its multiples. */
export function bins(rates: readonly LocalRate[]): Bin[] {
  const sorted = byAmount(rates);
  const [lowest, highest] = [sorted[0]?.cents ?? 0, sorted.at(-1)?.cents ?? 0];
  const width = WIDTHS.find((each) => (highest - lowest) / (100 * each) < MOST_BINS - 1) ?? 5000;
  const first = wholeDollars(lowest, width);
  const number = (wholeDollars(highest, width) - first) / width + 1;
  return Array.from({ length: number }, (_, at) => {
    const [from, to] = [first + at * width, first + (at + 1) * width];
    return { from, to, count: rates.filter(({ cents }) => from * 100 <= cents && cents < to * 100).length };
  });
}

const rangeText = ({ from, to }: Bin): string => `${dollars(String(from))} to below ${dollars(String(to))}`;
const places = (count: number): string => `${countText(count)} ${count === 1 ? "locality" : "localities"}`;

function binsTable(all: readonly Bin[]): Html {
  return dataTable({
    caption: "How many localities pay how much",
    columns: [
      { heading: "Amount", cell: rangeText },
      { heading: "Localities", isNumber: true, cell: ({ count }: Bin) => countText(count) },
    ],
    rows: all,
  });
}

/** Says the lowest, the middle and the highest amount, each with its locality. */
export function spread(rates: readonly LocalRate[]): string {
  const sorted = byAmount(rates);
  const say = (rate: LocalRate | undefined): string => `${dollars(rate?.amount ?? "")} (${rate && placeName(rate)})`;
  const middle = sorted[Math.floor((sorted.length - 1) / 2)];
  return `From ${say(sorted[0])} to ${say(sorted.at(-1))}; in the middle stands ${say(middle)}.`;
}

/**
 * How the amounts of the localities are spread.
 *
 * @param national the amount with all indices 1, which is drawn as a line
 */
export function distribution(rates: readonly LocalRate[], national: string): Html {
  const all = bins(rates);
  const line = (parseScaled(national, 2) ?? 0) / 100;
  const most = all.reduce((highest, { count }) => Math.max(count, highest), 0);
  return chartFigure({
    id: "distribution",
    title: `How ${countText(rates.length)} localities are spread`,
    description: `${spread(rates)} The national amount is ${dollars(national)}.`,
    draw: (width) => ({
      height: 230,
      marginLeft: 36,
      marginTop: 30,
      marginBottom: 40,
      x: { label: null, tickFormat: (amount: number) => dollars(String(amount)), ticks: width / 90 },
      y: { label: "localities", ticks: 4, domain: [0, most + 1], labelArrow: "none" },
      marks: [
        rectY(all, {
          x1: "from",
          x2: "to",
          y: "count",
          fill: "var(--step-4)",
          inset: 0.5,
          title: (bin: Bin) => `${rangeText(bin)}: ${places(bin.count)}`,
        }),
        ruleY([0]),
        ruleX([line], { stroke: "currentColor", strokeDasharray: "4 3" }),
        text([line], {
          x: line,
          text: [`national ${dollars(national)}`],
          frameAnchor: "top",
          dy: -14,
          fill: "currentColor",
        }),
      ],
    }),
    table: binsTable(all),
    summary: "The same as a table",
  });
}
