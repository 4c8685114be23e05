import type { ColumnLooks, TableLooks } from "./looks.ts";
import { ZERO } from "./magnitude.ts";

/** How one column changed, for the keys that both tables have. */
export interface ColumnChange {
  readonly field: string;
  readonly figures: boolean;
  /** Rows in which either side has a figure, or another than the usual text. */
  readonly filled: number;
  /** Keys of those rows with another text, or with a figure that came, went or moved by more than a step. */
  readonly moved: readonly string[];
  /** Keys of those rows whose figure moved many times further. */
  readonly far: readonly string[];
}

/** How a table changed from one publication to a later one. */
export interface TableChange {
  readonly earlierRows: number;
  readonly laterRows: number;
  /** Keys of the earlier table that the later one lacks, and the longest run of them. */
  readonly gone: readonly string[];
  readonly hole: readonly string[];
  /** Keys of the later table that the earlier one lacks, and the longest run of them. */
  readonly fresh: readonly string[];
  readonly block: readonly string[];
  readonly columns: readonly ColumnChange[];
}

/**
 * How many steps a figure may move compared to the others, and how many are far: in a large table its double and 8
 * times, in a small one 3 % and 20 %.
 */
const STEPS = { coarse: { moved: 4, far: 12 }, fine: { moved: 22, far: 135 } } as const;
const FINE_FROM_BITS = 5;

function longestRun(keys: readonly string[], isIn: (key: string) => boolean): string[] {
  let [start, best] = [0, [] as string[]];
  keys.forEach((key, at) => {
    if (!isIn(key)) start = at + 1;
    else if (at + 1 - start > best.length) best = keys.slice(start, at + 1);
  });
  return best;
}

/** For each row of a table the row of the earlier one with the same key, or -1. */
function matches(keys: readonly string[], earlier: readonly string[]): number[] {
  const rows = new Map(earlier.map((key, row) => [key, row]));
  return keys.map((key) => rows.get(key) ?? -1);
}

function mostCommon(cells: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const cell of cells) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  const [first] = [...counts].sort(([, left], [, right]) => right - left);
  return first?.[0];
}

/** The two cells of a row that both tables have. */
interface Pair {
  readonly key: string;
  readonly before: number;
  readonly after: number;
}

/** How far all rows moved together: what a new factor does to every row, such as the yearly anesthesia factors. */
function median(differences: readonly number[]): number {
  const sorted = [...differences].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

type Change = Omit<ColumnChange, "field" | "figures">;

function figureChange(pairs: readonly Pair[], bits: number): Change {
  const steps = bits < FINE_FROM_BITS ? STEPS.coarse : STEPS.fine;
  const filled = pairs.filter(({ before, after }) => before > ZERO || after > ZERO);
  const hasBoth = ({ before, after }: Pair): boolean => before > ZERO && after > ZERO;
  const both = filled.filter(hasBoth);
  const together = median(both.map(({ before, after }) => after - before));
  const moved = filled.filter((pair) => !hasBoth(pair) || Math.abs(pair.after - pair.before - together) > steps.moved);
  const far = both.filter(({ before, after }) => Math.abs(after - before) > steps.far);
  return { filled: filled.length, moved: moved.map(({ key }) => key), far: far.map(({ key }) => key) };
}

function indicatorChange(pairs: readonly Pair[], earlier: ColumnLooks, later: ColumnLooks): Change {
  const numbers = new Map(earlier.letters?.map((letter, number) => [letter, number]));
  const translated = (later.letters ?? []).map((letter) => numbers.get(letter) ?? -1);
  const usual = mostCommon(earlier.cells);
  const isSame = ({ before, after }: Pair): boolean => translated[after] === before;
  const filled = pairs.filter((pair) => !(isSame(pair) && pair.before === usual));
  const moved = filled.filter((pair) => !isSame(pair));
  return { filled: filled.length, moved: moved.map(({ key }) => key), far: [] };
}

function columnChange(
  { keys, bits }: TableLooks,
  later: ColumnLooks,
  earlier: ColumnLooks,
  rows: readonly number[],
): ColumnChange {
  const pairs = rows.flatMap((match, row): Pair[] =>
    match < 0
      ? []
      : [{ key: keys[row] as string, before: earlier.cells[match] as number, after: later.cells[row] as number }],
  );
  const figures = later.letters === undefined;
  const change = figures ? figureChange(pairs, bits) : indicatorChange(pairs, earlier, later);
  return { field: later.field, figures, ...change };
}

function comparable(column: ColumnLooks, other: ColumnLooks | undefined): other is ColumnLooks {
  return other !== undefined && (column.letters === undefined) === (other.letters === undefined);
}

/** Compares a table with that of a later publication, key by key. Columns that one of them lacks are not compared. */
export function compareLooks(earlier: TableLooks, later: TableLooks): TableChange {
  const [before, after] = [new Set(earlier.keys), new Set(later.keys)];
  const rows = matches(later.keys, earlier.keys);
  const isGone = (key: string): boolean => !after.has(key);
  const isFresh = (key: string): boolean => !before.has(key);
  const pairs = earlier.bits === later.bits ? later.columns : [];
  return {
    earlierRows: earlier.keys.length,
    laterRows: later.keys.length,
    gone: earlier.keys.filter(isGone),
    hole: longestRun(earlier.keys, isGone),
    fresh: later.keys.filter(isFresh),
    block: longestRun(later.keys, isFresh),
    columns: pairs.flatMap((column) => {
      const other = earlier.columns.find(({ field }) => field === column.field);
      return comparable(column, other) ? [columnChange(later, column, other, rows)] : [];
    }),
  };
}
