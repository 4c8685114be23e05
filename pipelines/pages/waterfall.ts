import { barX, ruleX, text } from "@observablehq/plot";
import { formatScaled } from "../../schemas/scaled.ts";
import { CAUSE_WORDS } from "../diff/cause-words.ts";
import { countText, dollars } from "../shared/money-text.ts";
import { chartFigure } from "./chart.ts";
import { dataTable } from "./data-table.ts";
import type { Html } from "./html.ts";
import { type Movement, SCHEDULES, type Schedule, signedScaled } from "./movements.ts";

/** One cause, or the change that all of them come to, in tenths of a cent. */
interface Step {
  readonly name: string;
  readonly mills: number;
  readonly from: number;
  readonly to: number;
  readonly kind: "up" | "down" | "sum";
}

/** "-$5.92" from -5920. */
export function millsText(mills: number): string {
  const sign = mills < 0 ? "-" : "";
  const size = formatScaled(Math.abs(mills), 3);
  return dollars(`${sign}${size.endsWith("0") ? size.slice(0, -1) : size}`);
}

/** The effects of all amounts of one schedule, cause by cause, and what they add up to. */
export function steps(all: readonly Movement[]): Step[] {
  const sums = new Map<string, number>();
  for (const { amount } of all) {
    for (const [cause, effect] of Object.entries(amount.effects ?? {}))
      sums.set(cause, (sums.get(cause) ?? 0) + (signedScaled(effect, 3) ?? 0));
  }
  let at = 0;
  const known = Object.entries(CAUSE_WORDS).flatMap(([cause, name]): Step[] => {
    const mills = sums.get(cause);
    if (mills === undefined || mills === 0) return [];
    const from = at;
    at += mills;
    return [{ name, mills, from, to: at, kind: mills < 0 ? "down" : "up" }];
  });
  return [...known, { name: "all together", mills: at, from: 0, to: at, kind: "sum" }];
}

function stepsTable(name: string, all: readonly Step[]): Html {
  return dataTable({
    caption: `${name}: what moved the amounts`,
    columns: [
      { heading: "Cause", cell: (step: Step) => step.name },
      { heading: "Dollars, over all amounts", isNumber: true, cell: ({ mills }: Step) => millsText(mills) },
    ],
    rows: all,
    standsOut: ({ kind }) => kind === "sum",
  });
}

/** Pixels for the names of causes, and for what stands beside a bar. */
const LEFT = 154;
const LABEL = 92;

/** A waterfall of causes: each begins where the one above it ended. */
export function waterfall(schedule: Schedule, moved: readonly Movement[]): Html | undefined {
  const compared = moved.filter(({ mills }) => mills !== null);
  const all = steps(compared);
  if (all.length < 2) return undefined;
  const { name } = SCHEDULES[schedule];
  const ends = all.flatMap(({ from, to }) => [from, to]);
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  return chartFigure({
    id: `waterfall-${schedule}`,
    title: `${name}: ${countText(compared.length)} amounts`,
    description: all.map((step) => `${step.name} ${millsText(step.mills)}`).join(", "),
    draw: (width) => ({
      height: all.length * 26 + 12,
      marginLeft: LEFT,
      marginRight: 0,
      marginTop: 4,
      marginBottom: 4,
      x: { axis: null, domain: [low, low + ((high - low) * (width - LEFT)) / (width - LEFT - LABEL)] },
      y: { label: null, domain: all.map((step) => step.name), tickSize: 0, padding: 0.25 },
      color: { domain: ["up", "down", "sum"], range: ["var(--up)", "var(--down)", "var(--quiet)"] },
      marks: [
        ruleX([0], { strokeOpacity: 0.5 }),
        barX(all, {
          x1: "from",
          x2: "to",
          y: "name",
          fill: "kind",
          title: (step: Step) => `${step.name}: ${millsText(step.mills)}`,
        }),
        text(all, {
          x: ({ from, to }: Step) => Math.max(from, to),
          y: "name",
          text: ({ mills }: Step) => millsText(mills),
          textAnchor: "start",
          dx: 6,
          fill: "currentColor",
        }),
      ],
    }),
    table: stepsTable(name, all),
    summary: "The same as a table",
  });
}
