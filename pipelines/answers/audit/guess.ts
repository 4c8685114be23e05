import { isSame } from "./amount-text.ts";
import type { TableFigure } from "./figures.ts";
import { type FigureKind, isFee } from "./kinds.ts";
import type { KnownFactor } from "./known-factors.ts";
import { MEAN, type Prices } from "./prices.ts";

/** How a whole table may be made: from one release, for one place, each amount at a factor or a percentage. */
interface Reading {
  readonly prices: Prices;
  readonly place: string;
  /** What a figure is where the table does not say it. */
  readonly kind: FigureKind;
  /** In ten-thousandths; undefined for the release's own. */
  readonly factor?: number;
  /** In tenths of a percent; undefined for 100 percent. */
  readonly percent?: number;
}

/** A reading, and the figures that it explains. */
export interface Guess extends Reading {
  readonly figures: number;
  readonly of: number;
}

/** What is known before guessing. */
export interface GuessOptions {
  readonly releases: readonly Prices[];
  /** The release that the table is compared with: it comes first among equals. */
  readonly reference: Prices;
  /** Where the user says so. */
  readonly place: string | undefined;
  readonly factors: readonly KnownFactor[];
}

/** TableFigures that are tried against every release and place; those that explain most are then tried on all. */
const SAMPLE = 240;
const FINALISTS = 8;
/** A share of the most that a sample finds, from which a reading may be the best of all figures. */
const FINAL = 0.95;
/** A share of the sample from which nothing else is tried. */
const EXPLAINED = 0.7;
/** TableFigures from whose ratios a factor or a percentage is read off. */
const RATIOS = 41;
/** Ratios of one factor differ by the rounding of small amounts only. */
const SPREAD = 0.004;
/** Factors are this near to a quotient, as a share of it; and in ten-thousandths, those that are tried around it. */
const NEAR = 0.0005;
const AROUND = 20;
/** Percentages of Medicare that payers and practices use, in tenths; a hundred times the amount is cents. */
const [LEAST_PERCENT, MOST_PERCENT] = [200, 9000] as const;
/** A share of the figures from which a factor or percentage is the right one. */
const CERTAIN = 0.9;
/** A share of the figures that is no accident. */
const LEAST_SHARE = 0.3;
/** Ten-thousandths in a cent. */
const CENT = 100;

/** What a figure is by a reading. */
export function ownKind({ kinds }: Pick<TableFigure, "kinds">, kind: FigureKind): FigureKind {
  return kinds.includes(kind) ? kind : (kinds[0] as FigureKind);
}

/** Whether a figure is a percentage of an amount, however it was rounded. */
export function isPercentOf(seen: number, fine: number, tenths: number): boolean {
  return Math.abs(seen - (fine * tenths) / 1000) < CENT;
}

/** Whether a reading explains a figure. */
function explains({ prices, place, kind, factor, percent }: Reading, figure: TableFigure): boolean {
  const own = ownKind(figure, kind);
  const { code, modifier, seen } = figure;
  const scaled = isFee(own) ? factor : undefined;
  const fine = prices.fine({ code, modifier, kind: own, place: figure.place ?? place, factor: scaled });
  if (fine === undefined) return false;
  return percent === undefined ? isSame(seen, fine) : isPercentOf(seen, fine, percent);
}

function countOf(reading: Reading, figures: readonly TableFigure[]): number {
  let count = 0;
  for (const figure of figures) if (explains(reading, figure)) count += 1;
  return count;
}

function sampleOf(figures: readonly TableFigure[]): readonly TableFigure[] {
  if (figures.length <= SAMPLE) return figures;
  return Array.from({ length: SAMPLE }, (_, at) => figures[Math.floor((at * figures.length) / SAMPLE)] as TableFigure);
}

/** What amounts without a setting may be. */
function kindsIn(figures: readonly TableFigure[]): readonly FigureKind[] {
  const open = figures.find(({ kinds }) => kinds.length > 1);
  return open?.kinds ?? [figures[0]?.kinds[0] ?? "nonFacility"];
}

/** The fees of one figure in the nation, as the mean, and in each locality, in ten-thousandths. */
function feesEverywhere(
  prices: Prices,
  { code, modifier }: TableFigure,
  kind: FigureKind,
  places: readonly string[],
): number[] {
  if (places.length > 2 && isFee(kind)) {
    const [nation, mean] = [MEAN_AND_NATION[0], MEAN_AND_NATION[1]].map((place) =>
      prices.fine({ code, modifier, kind, place }),
    );
    if (nation === undefined || mean === undefined) return [];
    const everywhere = Array.from(prices.inLocalities(code, modifier, kind), (cents) => cents * CENT);
    return [nation, mean, ...everywhere];
  }
  // Rates and RVUs are the same everywhere.
  const fine = prices.fine({ code, modifier, kind, place: isFee(kind) ? (places[0] as string) : "national" });
  return fine === undefined ? [] : [fine];
}

const MEAN_AND_NATION = ["national", MEAN] as const;

function placesOf({ release }: Prices, figures: readonly TableFigure[], place: string | undefined): readonly string[] {
  if (place !== undefined) return [place];
  if (figures.every((figure) => figure.place !== undefined)) return ["national"];
  return [...MEAN_AND_NATION, ...release.localities.map(({ key }) => key)];
}

interface Counted extends Reading {
  readonly count: number;
}

/** The ratio of what is seen to what is expected, where it is nearly the same for most figures. */
function commonRatio(pairs: readonly (readonly [seen: number, fine: number])[]): number | undefined {
  const large = pairs.toSorted((left, right) => right[1] - left[1]).slice(0, RATIOS);
  const ratios = large.map(([seen, fine]) => seen / fine).sort((left, right) => left - right);
  const at = (share: number): number => ratios[Math.floor((ratios.length - 1) * share)] as number;
  if (ratios.length < 3 || at(0.5) === 0) return undefined;
  return (at(0.7) - at(0.3)) / at(0.5) < SPREAD && Math.abs(at(0.5) - 1) > 0.0002 ? at(0.5) : undefined;
}

/** Factors on record that a ratio may come from. */
function recordedNear(wanted: number, known: readonly KnownFactor[]): number[] {
  return known.flatMap(({ factor }) => (Math.abs(factor - wanted) / wanted < NEAR ? [factor] : []));
}

/** Factors around a quotient, which has four digits and the error of a rounded cent. */
function around(wanted: number): number[] {
  return Array.from({ length: 2 * AROUND + 1 }, (_, at) => Math.floor(wanted) - AROUND + at);
}

/** What is seen of each figure beside what a place makes it, in ten-thousandths. */
type Pairs = [seen: number, fine: number][];

/** Every fee of a sample at one place after the other; a figure with its own place is the same at all. */
function finesOf(prices: Prices, figure: TableFigure, kind: FigureKind, places: readonly string[]): readonly number[] {
  if (figure.place === undefined) return feesEverywhere(prices, figure, kind, places);
  return [prices.fine({ ...figure, kind, place: figure.place }) ?? 0];
}

/** Counts the places at which a figure is what is seen. */
function countSame(seen: number, fines: readonly number[], counts: Int32Array): void {
  if (fines.length === 0) return;
  for (let at = 0; at < counts.length; at += 1)
    if (isSame(seen, fines[fines.length === 1 ? 0 : at] as number)) counts[at] = (counts[at] as number) + 1;
}

/** Readings of one release and kind without a scale, each with the figures of the sample that it explains. */
function plainReadings(
  prices: Prices,
  kind: FigureKind,
  sample: readonly TableFigure[],
  places: readonly string[],
): Counted[] {
  const counts = new Int32Array(places.length);
  for (const figure of sample) {
    const fines = finesOf(prices, figure, ownKind(figure, kind), places);
    countSame(figure.seen, fines, counts);
  }
  return places.map((place, at) => ({ prices, place, kind, count: counts[at] as number }));
}

/** What the figures of a sample are beside the fees of a reading. */
function pairsOf({ prices, place, kind }: Reading, sample: readonly TableFigure[]): Pairs {
  return sample.flatMap((figure): Pairs => {
    const own = ownKind(figure, kind);
    if (!isFee(own)) return [];
    const { code, modifier, seen } = figure;
    const fine = prices.fine({ code, modifier, kind: own, place: figure.place ?? place }) ?? 0;
    return fine === 0 || seen === 0 ? [] : [[seen, fine]];
  });
}

/** The same reading at another factor or percentage, where the ratios of the figures show one. */
function scaledReadings(plain: Counted, sample: readonly TableFigure[], { factors }: GuessOptions): Counted[] {
  if (!isFee(plain.kind)) return [];
  const pairs = pairsOf(plain, sample);
  const ratio = commonRatio(pairs);
  if (ratio === undefined) return [];
  const { prices, place, kind } = plain;
  const counted = (reading: Reading): Counted => ({ ...reading, count: countOf(reading, sample) });
  const most = (readings: readonly Counted[]): Counted[] =>
    readings.length === 0 ? [] : [readings.reduce((best, each) => (each.count > best.count ? each : best))];
  const tenths = Math.floor(ratio * 1000 + 0.5);
  if (tenths < LEAST_PERCENT || tenths > MOST_PERCENT) return [];
  const percent = counted({ prices, place, kind, percent: tenths });
  const own = prices.release.factors[0]?.factor;
  if (own === undefined || place === MEAN) return [percent];
  const at = (factor: number): Counted => counted({ prices, place, kind, factor });
  const recorded = most(recordedNear(ratio * own, factors).map(at));
  const isFound = [percent, ...recorded].some(({ count }) => count >= pairs.length * CERTAIN);
  return [percent, ...recorded, ...(isFound ? [] : most(around(ratio * own).map(at)))];
}

function isExplained(readings: readonly Counted[], figures: number): boolean {
  return readings.some(({ count }) => count >= figures * EXPLAINED);
}

/** Readings of every release. What only few tables are is tried where the nation and the fees explain little. */
function allReadings(sample: readonly TableFigure[], options: GuessOptions): Counted[] {
  const { releases, place } = options;
  const plainOf = (kinds: readonly FigureKind[], placesIn: (prices: Prices) => readonly string[]): Counted[] =>
    releases.flatMap((prices) => kinds.flatMap((kind) => plainReadings(prices, kind, sample, placesIn(prices))));
  const kinds = kindsIn(sample);
  const likely = kinds.length > 1 ? kinds.filter(isFee) : kinds;
  const first = plainOf(likely, () => [place ?? "national"]);
  if (isExplained(first, sample.length)) return first;
  const everywhere = plainOf(likely, (prices) => placesOf(prices, sample, place));
  if (isExplained(everywhere, sample.length)) return everywhere;
  const others =
    kinds.length > 1
      ? plainOf(
          kinds.filter((kind) => !isFee(kind)),
          () => ["national"],
        )
      : [];
  const plain = [...everywhere, ...others];
  if (isExplained(plain, sample.length)) return plain;
  return [...plain, ...plain.flatMap((each) => scaledReadings(each, sample, options))];
}

/** Of readings that explain the same number of figures the simplest: the compared release, no scale, the nation. */
function simplicity({ prices, place, factor, percent }: Reading, { reference, releases }: GuessOptions): number {
  const scale = percent !== undefined ? 20_000 : factor !== undefined ? 10_000 : 0;
  const where = MEAN_AND_NATION.indexOf(place as typeof MEAN);
  const release = prices === reference ? 0 : releases.length - releases.indexOf(prices);
  return scale + (where < 0 ? 2000 : where * 1000) + release;
}

/**
 * The release, place, setting and factor that explain most figures of a table.
 *
 * @returns undefined where none explains more than accident would
 */
export function guess(figures: readonly TableFigure[], options: GuessOptions): Guess | undefined {
  const sample = sampleOf(figures);
  const all = allReadings(sample, options);
  const order = (left: Counted, right: Counted): number =>
    right.count - left.count || simplicity(left, options) - simplicity(right, options);
  const most = Math.max(0, ...all.map(({ count }) => count));
  const near = all.filter(({ count }) => count > 0 && count >= most * FINAL);
  const finalists = near.sort(order).slice(0, FINALISTS);
  const counted = finalists.map((reading) => ({ ...reading, count: countOf(reading, figures) })).sort(order);
  const [best] = counted;
  if (best === undefined || best.count < Math.max(2, figures.length * LEAST_SHARE)) return undefined;
  const { count, ...reading } = best;
  return { ...reading, figures: count, of: figures.length };
}
