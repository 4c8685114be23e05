import { rect, text } from "@observablehq/plot";
import { dollars } from "../shared/money-text.ts";
import { chartFigure, legend } from "./chart.ts";
import type { Html } from "./html.ts";
import { byAmount, type LocalRate, placeName } from "./local-rates.ts";

/** The states about where they lie. CMS has no locality for the empty fields. */
const GRID = [
  "AK .. .. .. .. .. .. .. .. .. ME",
  ".. .. .. .. .. .. .. .. .. VT NH",
  "WA ID MT ND MN IL WI MI NY RI MA",
  "OR NV WY SD IA IN OH PA NJ CT ..",
  "CA UT CO NE MO KY WV VA MD DE ..",
  ".. AZ NM KS AR TN NC SC DC .. ..",
  ".. .. .. OK LA MS AL GA .. .. ..",
  "HI .. .. TX .. .. .. .. FL PR VI",
].map((row) => row.split(" "));
const COLUMNS = 11;

/** Share of a field that is coloured; the state's name stands above. */
const TILE = 0.64;
const GAP = 0.06;
const STEPS = 5;

interface Tile extends LocalRate {
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
  readonly step: number;
}

/** Where a state lies; what the grid does not know comes in a row below. */
function fields(states: readonly string[]): Map<string, readonly [number, number]> {
  const known = GRID.flatMap((row, y) => row.map((state, x) => [state, [x, y] as const] as const));
  const places = new Map(known.filter(([state]) => states.includes(state)));
  const others = states.filter((state) => !places.has(state));
  return new Map([...places, ...others.map((state, x) => [state, [x, GRID.length] as const] as const)]);
}

/** How many tiles of a state stand beside each other: as many as above each other, or one more. */
function tilesAcross(count: number): number {
  return Array.from({ length: count }, (_, at) => at + 1).find((across) => across * across >= count) ?? 1;
}

/** The lower end of each step but the first: equally many localities on each, and one amount never on two. */
export function stepBounds(rates: readonly LocalRate[]): LocalRate[] {
  const sorted = byAmount(rates);
  const bounds = Array.from({ length: STEPS - 1 }, (_, at) => sorted[Math.floor(((at + 1) * sorted.length) / STEPS)]);
  return bounds.filter(
    (bound, at): bound is LocalRate => bound !== undefined && bound.cents !== (bounds[at - 1] ?? sorted[0])?.cents,
  );
}

/** Where a state's tiles lie in its field: rows of equal height, each as wide as the field. */
function tilesIn(x: number, y: number, count: number): Pick<Tile, "x1" | "x2" | "y1" | "y2">[] {
  const across = tilesAcross(count);
  const down = Math.floor((count - 1) / across) + 1;
  const height = (TILE - GAP) / down;
  return Array.from({ length: count }, (_, at) => {
    const row = Math.floor(at / across);
    const width = (1 - 2 * GAP) / Math.min(across, count - row * across);
    const [x1, y1] = [x + GAP + (at % across) * width, y + (1 - TILE) + row * height];
    return { x1, x2: x1 + width, y1, y2: y1 + height };
  });
}

function tilesOf(rates: readonly LocalRate[]): { tiles: Tile[]; names: { state: string; x: number; y: number }[] } {
  const states = [...new Set(rates.map(({ state }) => state))];
  const bounds = stepBounds(rates);
  const tiles: Tile[] = [];
  const names = [...fields(states)].map(([state, [x, y]]) => {
    const own = byAmount(rates.filter((rate) => rate.state === state));
    for (const [at, tile] of tilesIn(x, y, own.length).entries()) {
      const rate = own[at];
      if (rate === undefined) continue;
      tiles.push({ ...rate, ...tile, step: bounds.filter(({ cents }) => cents <= rate.cents).length + 1 });
    }
    return { state, x: x + GAP, y: y + (1 - TILE) };
  });
  return { tiles, names };
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
 * Every locality as a tile, coloured by its amount, in the field of its state. A map would show Alaska and hide Manhattan,
 * and states with several localities have no amount of their own.
 *
 * @param table every locality with its amounts
 */
export function cartogram(rates: readonly LocalRate[], table: Html): Html {
  const { tiles, names } = tilesOf(rates);
  const rows = tiles.reduce((most, { y2 }) => Math.max(y2, most), 0);
  const steps = stepTexts(rates);
  return chartFigure({
    id: "cartogram",
    title: "Every locality, in the field of its state",
    description: `A field for each state with a tile for each of its localities, from the lowest amount to the highest, darker or brighter by fifths: ${steps.join(", ")}. The table below names them all.`,
    legend: legend(steps.map((meaning, at) => [`step-${at + 1}`, meaning] as const)),
    draw: (width) => ({
      height: (rows * (width - 2) * (width < 500 ? 1.2 : 0.78)) / COLUMNS + 4,
      margin: 1,
      x: { axis: null, domain: [0, COLUMNS] },
      y: { axis: null, domain: [rows, 0] },
      color: {
        domain: steps.map((_, at) => at + 1),
        range: steps.map((_, at) => `var(--step-${at + 1})`),
        type: "ordinal",
      },
      marks: [
        rect(tiles, {
          x1: "x1",
          x2: "x2",
          y1: "y1",
          y2: "y2",
          fill: "step",
          inset: 0.4,
          title: (tile: Tile) => `${placeName(tile)}: ${dollars(tile.amount)}`,
        }),
        text(names, {
          x: "x",
          y: "y",
          text: "state",
          textAnchor: "start",
          lineAnchor: "bottom",
          dy: -2,
          fill: "currentColor",
        }),
      ],
    }),
    table,
    summary: "All localities as a table, to sort and to filter",
  });
}
