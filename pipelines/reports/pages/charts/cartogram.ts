import { type PlotOptions, rect, text } from "@observablehq/plot";
import { dollars } from "../../../words/money-text.ts";
import type { Cartogram, LocalRate } from "../../views/drawings.ts";
import { byAmount, placeName } from "../../views/local-rates.ts";

/** The states, roughly where they are on a map. CMS has no locality for the empty fields. */
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

/** Share of a field that is coloured; the state's name is above. */
const TILE = 0.64;
const GAP = 0.06;

interface Tile extends LocalRate {
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
  readonly step: number;
}

/** Where a state is; states that the grid does not have come in a row below. */
function fields(states: readonly string[]): Map<string, readonly [number, number]> {
  const known = GRID.flatMap((row, y) => row.map((state, x) => [state, [x, y] as const] as const));
  const places = new Map(known.filter(([state]) => states.includes(state)));
  const others = states.filter((state) => !places.has(state));
  return new Map([...places, ...others.map((state, x) => [state, [x, GRID.length] as const] as const)]);
}

/** How many tiles of a state are beside each other: as many as above each other, or one more. */
function tilesAcross(count: number): number {
  return Array.from({ length: count }, (_, at) => at + 1).find((across) => across * across >= count) ?? 1;
}

/** Where a state's tiles are in its field: rows of equal height, each as wide as the field. */
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

function tilesOf({ rates, bounds }: Cartogram): { tiles: Tile[]; names: { state: string; x: number; y: number }[] } {
  const states = [...new Set(rates.map(({ state }) => state))];
  const tiles: Tile[] = [];
  const names = [...fields(states)].map(([state, [x, y]]) => {
    const own = byAmount(rates.filter((rate) => rate.state === state));
    for (const [at, tile] of tilesIn(x, y, own.length).entries()) {
      const rate = own[at];
      if (rate === undefined) continue;
      tiles.push({ ...rate, ...tile, step: bounds.filter((cents) => cents <= rate.cents).length + 1 });
    }
    return { state, x: x + GAP, y: y + (1 - TILE) };
  });
  return { tiles, names };
}

/** Every locality as a tile in the field of its state, coloured by the step of its amount. */
export function cartogram(drawing: Cartogram, width: number): PlotOptions {
  const { tiles, names } = tilesOf(drawing);
  const rows = tiles.reduce((most, { y2 }) => Math.max(y2, most), 0);
  const steps = [0, ...drawing.bounds].map((_, at) => at + 1);
  return {
    height: (rows * (width - 2) * (width < 500 ? 1.2 : 0.78)) / COLUMNS + 4,
    margin: 1,
    x: { axis: null, domain: [0, COLUMNS] },
    y: { axis: null, domain: [rows, 0] },
    color: { domain: steps, range: steps.map((step) => `var(--step-${step})`), type: "ordinal" },
    marks: [
      rect(tiles, {
        x1: "x1",
        x2: "x2",
        y1: "y1",
        y2: "y2",
        fill: "step",
        inset: 0.4,
        title: (tile: Tile) => `${placeName(tile)}: ${dollars(tile.amount)}\n${tile.source ?? ""}`.trimEnd(),
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
  };
}
