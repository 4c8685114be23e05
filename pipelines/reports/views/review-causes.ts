import { signedDollars } from "../../answers/diff/signed.ts";
import { CAUSE_WORDS } from "../../words/changes.ts";
import { counted, countText, dollars } from "../../words/money-text.ts";
import { AMOUNTS, type Amount } from "../../words/names.ts";
import type { Histogram } from "./drawings.ts";
import { AMOUNT_NAMES, type Movement, partsOf, signedScaled } from "./movements.ts";
import { type Block, type Chart, paragraph, type Section, type TableBlock, table } from "./view.ts";

/** "-$5.92" from -5920. */
export function dollarsOfMills(mills: number): string {
  return dollars(signedDollars(mills, 3));
}

/** One cause, or the change that all of them come to, in tenths of a cent. */
export interface CauseStep {
  readonly name: string;
  readonly mills: number;
  readonly from: number;
  readonly to: number;
  readonly swatch: "up" | "down" | "quiet";
}

/** The effects of all amounts of one schedule, cause by cause, and what they add up to. */
export function causeSteps(all: readonly Movement[]): CauseStep[] {
  const sums = new Map<string, number>();
  for (const { amount } of all) {
    for (const [cause, effect] of Object.entries(amount.effects ?? {}))
      sums.set(cause, (sums.get(cause) ?? 0) + (signedScaled(effect, 3) ?? 0));
  }
  return stepsOf(sums);
}

/** Causes one after the other, and what they add up to. */
export function stepsOf(sums: ReadonlyMap<string, number>): CauseStep[] {
  let at = 0;
  const known = Object.entries(CAUSE_WORDS).flatMap(([cause, name]): CauseStep[] => {
    const mills = sums.get(cause);
    if (mills === undefined || mills === 0) return [];
    const from = at;
    at += mills;
    return [{ name, mills, from, to: at, swatch: mills < 0 ? "down" : "up" }];
  });
  return [...known, { name: "all causes", mills: at, from: 0, to: at, swatch: "quiet" }];
}

/** What a waterfall of causes is called, and the table that has the same figures. */
type CausesNamed = Pick<Chart, "id" | "title" | "table"> & Partial<Pick<Chart, "summary">>;

/** A waterfall of causes: each bar begins where the one above it ends. */
export function causesChart(all: readonly CauseStep[], named: CausesNamed): Chart {
  return {
    kind: "chart",
    ...named,
    description: all.map((step) => `${step.name} ${dollarsOfMills(step.mills)}`).join(", "),
    drawing: {
      as: "bars",
      rows: all.map((step) => step.name),
      bars: all.map((step) => ({ ...step, row: step.name, label: `${step.name}: ${dollarsOfMills(step.mills)}` })),
      ends: all.map((step) => ({
        row: step.name,
        // Right of the line at zero, which would cross the figure
        at: Math.max(step.from, step.to, 0),
        label: dollarsOfMills(step.mills),
      })),
    },
  };
}

/** The causes of one kind of amounts; none where nothing but their sum is known. */
function waterfall(schedule: Amount, moved: readonly Movement[]): Block {
  const compared = moved.filter((each) => each.schedule === schedule && each.mills !== null);
  const all = causeSteps(compared);
  if (all.length < 2) return undefined;
  const { name } = AMOUNTS[schedule];
  const causes = table<CauseStep>({
    caption: `${name}: causes of the changes`,
    columns: [
      { heading: "Cause", cell: (step) => step.name },
      { heading: "Dollars, over all amounts", isNumber: true, cell: ({ mills }) => dollarsOfMills(mills) },
    ],
    rows: all,
    standsOut: ({ swatch }) => swatch === "quiet",
  });
  const title = `${name}: ${counted(compared.length, "amount")}`;
  return causesChart(all, { id: `waterfall-${schedule}`, title, table: [causes], summary: "The same as a table" });
}

/**
 * The causes of the changes.
 *
 * @param elsewhere who has the causes of each amount, as a sentence
 */
export function causesSection(all: readonly Movement[], elsewhere: string): Section {
  const words = `The effects of each cause, added up over the amounts that changed. Each amount counts once, however often it is billed. Amounts marked NA are left out. ${elsewhere}`;
  const charts = AMOUNT_NAMES.map((schedule) => waterfall(schedule, all));
  return { id: "causes", title: "Causes of the changes", blocks: [paragraph(words), ...charts] };
}

/** Changes from one percentage to below another, by schedule. */
interface Bin {
  /** In hundredths of a percent. */
  readonly from: number;
  readonly counts: Readonly<Record<Amount, number>>;
}

/** Width of a bin, and where the outermost bins begin, which have everything beyond; in hundredths of a percent. */
const WIDTH = 250;
const END = 3000;

/** A fall that rounds to 0.00 percent is still a fall, and is drawn left of zero. */
function binOf(percent: number, mills: number): number {
  const signed = mills < 0 ? Math.min(percent, -1) : percent;
  return Math.max(-END, Math.min(END - WIDTH, Math.floor(signed / WIDTH) * WIDTH));
}

/** Counts changes by bins of two and a half percent; the outermost have everything beyond. */
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

function binsTable(bins: readonly Bin[], schedules: readonly Amount[]): TableBlock {
  return table<Bin>({
    caption: "Number of amounts by size of the change",
    columns: [
      { heading: "Change", cell: rangeText },
      ...schedules.map((schedule) => ({
        heading: AMOUNTS[schedule].name,
        isNumber: true as const,
        cell: ({ counts }: Bin) => countText(counts[schedule]),
      })),
    ],
    rows: bins.filter(({ counts }) => AMOUNT_NAMES.some((schedule) => counts[schedule] > 0)),
  });
}

/** Rises and falls as the headline counts them, and those without a percent, which cannot be drawn. */
function spreadText(all: readonly Movement[]): string {
  const { up, down } = partsOf(all);
  const ofNothing = all.filter(({ percent, mills }) => percent === null && mills !== null).length;
  const undrawn = ofNothing === 0 ? "" : ` ${countText(ofNothing)} of these were $0.00 before, and are in no bar.`;
  return `${countText(up)} amounts rose and ${countText(down)} fell.${undrawn} The outermost bars count all larger changes.`;
}

const SWATCHES: Readonly<Record<Amount, string>> = {
  office: "physician",
  facility: "step-3",
  opps: "facility",
  asc: "center",
};

/** The parts of a bin, stacked. */
function partsOfBin(bin: Bin): Histogram["parts"] {
  let low = 0;
  return AMOUNT_NAMES.flatMap((schedule) => {
    const count = bin.counts[schedule];
    if (count === 0) return [];
    const part = { from: bin.from, to: bin.from + WIDTH, low, high: low + count, swatch: SWATCHES[schedule] };
    low = part.high;
    return [{ ...part, label: `${AMOUNTS[schedule].name}, ${rangeText(bin)}: ${countText(count)}` }];
  });
}

/**
 * The distribution of the changes, in percent.
 *
 * @param schedules that were read on both sides; the others are left out
 * @param named where a page has several
 */
export function changeDistribution(
  all: readonly Movement[],
  schedules: readonly Amount[],
  named: Pick<Chart, "id" | "title"> = { id: "changes", title: "Changes in percent" },
): Chart {
  const bins = changeBins(all);
  return {
    kind: "chart",
    ...named,
    description: spreadText(all),
    ...(schedules.length > 1 && { legend: schedules.map((each) => [SWATCHES[each], AMOUNTS[each].name] as const) }),
    drawing: {
      as: "histogram",
      parts: bins.flatMap(partsOfBin),
      counted: "amounts",
      written: percentText,
      line: { at: 0 },
      domain: [-END, END],
    },
    table: [binsTable(bins, schedules)],
    summary: "The same as a table",
  };
}
