import { parseScaled } from "../../../schemas/scaled.ts";
import { countText, dollars } from "../../words/money-text.ts";
import type { LocalRate } from "./drawings.ts";
import { type Chart, type TableBlock, table } from "./view.ts";

/** "ATLANTA, GA"; the name alone where CMS's file of GPCIs has no column for the state, as until 2020. */
export function placeName({ name, state }: Pick<LocalRate, "name" | "state">): string {
  return state === "" ? name : `${name}, ${state}`;
}

/** From the lowest to the highest; localities of one amount stay in CMS's order. */
export function byAmount<Rate extends LocalRate>(rates: readonly Rate[]): Rate[] {
  return [...rates].sort((left, right) => left.cents - right.cents || left.at - right.at);
}

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
const rangeText = ({ from, to }: Bin): string => `${dollars(String(from))} to below ${dollars(String(to))}`;
const places = (count: number): string => `${countText(count)} ${count === 1 ? "locality" : "localities"}`;

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

/** The lowest, the middle and the highest amount, each with its locality, as the parts of a sentence. */
export function spreadWith<Rate extends LocalRate, Part>(
  rates: readonly Rate[],
  amountOf: (rate: Rate) => Part,
): (Part | string)[] {
  const sorted = byAmount(rates);
  const say = (rate: Rate | undefined): (Part | string)[] =>
    rate === undefined ? [] : [amountOf(rate), ` (${placeName(rate)})`];
  const middle = sorted[Math.floor((sorted.length - 1) / 2)];
  return ["From ", ...say(sorted[0]), " to ", ...say(sorted.at(-1)), "; the middle is ", ...say(middle), "."];
}

/** The same as text. */
export function localitySpread(rates: readonly LocalRate[]): string {
  return spreadWith(rates, ({ amount }) => dollars(amount)).join("");
}

/** How the amounts of the localities are spread; the amount with all indices 1 is drawn as a line. */
export function localityDistribution(rates: readonly LocalRate[], national: string): Chart {
  const all = bins(rates);
  const counts = table<Bin>({
    caption: "Number of localities by amount",
    columns: [
      { heading: "Amount", cell: rangeText },
      { heading: "Localities", isNumber: true, cell: ({ count }) => countText(count) },
    ],
    rows: all,
  });
  return {
    kind: "chart",
    id: "distribution",
    title: `Amounts in ${countText(rates.length)} localities`,
    description: `${localitySpread(rates)} The national amount is ${dollars(national)}.`,
    drawing: {
      as: "histogram",
      parts: all.map((bin) => ({
        ...bin,
        low: 0,
        high: bin.count,
        swatch: "step-4",
        label: `${rangeText(bin)}: ${places(bin.count)}`,
      })),
      counted: "localities",
      written: (amount) => dollars(String(amount)),
      line: { at: (parseScaled(national, 2) ?? 0) / 100, label: `national ${dollars(national)}` },
    },
    table: [counts],
    summary: "The same as a table",
  };
}

/** Steps of colour. */
const STEPS = 5;

/** Lower end of each step except the first. Steps have equally many localities, and no amount is in two of them. */
export function stepBounds(rates: readonly LocalRate[]): LocalRate[] {
  const sorted = byAmount(rates);
  const bounds = Array.from({ length: STEPS - 1 }, (_, at) => sorted[Math.floor(((at + 1) * sorted.length) / STEPS)]);
  return bounds.filter(
    (bound, at): bound is LocalRate => bound !== undefined && bound.cents !== (bounds[at - 1] ?? sorted[0])?.cents,
  );
}

/** "from $1,545.18", one for each step; the last says where it ends. */
function stepTexts(rates: readonly LocalRate[]): string[] {
  const sorted = byAmount(rates);
  const starts = [sorted[0], ...stepBounds(rates)];
  return starts.map((start, at) => {
    const next = starts[at + 1];
    const from = dollars(start?.amount ?? "");
    return next === undefined ? `from ${from} to ${dollars(sorted.at(-1)?.amount ?? "")}` : `from ${from}`;
  });
}

/**
 * Every locality as a tile, coloured by its amount, in the field of its state. A map would show Alaska and hide
 * Manhattan, and a state with several localities has no amount of its own.
 *
 * @param what is coloured, in words
 */
export function localityCartogram(rates: readonly LocalRate[], localities: TableBlock, what = "amount"): Chart {
  const steps = stepTexts(rates);
  return {
    kind: "chart",
    id: "cartogram",
    title: "Every locality, by state",
    description: `Each state is a field, and each of its localities a tile, coloured by fifths from the lowest ${what} to the highest: ${steps.join(", ")}. The table below lists every locality.`,
    legend: steps.map((meaning, at) => [`step-${at + 1}`, meaning] as const),
    drawing: { as: "cartogram", rates, bounds: stepBounds(rates).map(({ cents }) => cents) },
    table: [localities],
    summary: "All localities as a table, to sort and to filter",
  };
}

/** Whether localities can be drawn by state. */
export function hasStates(rates: readonly LocalRate[]): boolean {
  return rates.every(({ state }) => state !== "");
}
