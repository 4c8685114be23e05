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
  /** How far the figures of all rows moved on the average, in ten-thousandths of a doubling; below 0 when they fell. */
  readonly drift: number;
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

/** Shares are in ten-thousandths. */
export const WHOLE = 10_000;

/**
 * How many steps a figure may move compared to the others, and how many are far: in a large table its double and 8
 * times, in a small one 3 % and 20 %.
 */
const STEPS = { coarse: { moved: 4, far: 12 }, fine: { moved: 22, far: 135 } } as const;
const FINE_FROM_BITS = 5;

function longestRun(keys: readonly string[], isIn: (key: string) => boolean): string[] {
  let [start, from, to] = [0, 0, 0];
  keys.forEach((key, at) => {
    if (!isIn(key)) start = at + 1;
    else if (at + 1 - start > to - from) [from, to] = [start, at + 1];
  });
  return keys.slice(from, to);
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

/** Ten-thousandths of a doubling. */
function average(differences: readonly number[], bits: number): number {
  if (differences.length === 0) return 0;
  const sum = differences.reduce((total, each) => total + each, 0);
  return Math.trunc((sum * WHOLE) / (differences.length * 2 ** bits));
}

type Change = Omit<ColumnChange, "field" | "figures">;

function figureChange(pairs: readonly Pair[], bits: number): Change {
  const steps = bits < FINE_FROM_BITS ? STEPS.coarse : STEPS.fine;
  const filled = pairs.filter(({ before, after }) => before > ZERO || after > ZERO);
  const hasBoth = ({ before, after }: Pair): boolean => before > ZERO && after > ZERO;
  const both = filled.filter(hasBoth);
  const differences = both.map(({ before, after }) => after - before);
  const together = median(differences);
  const moved = filled.filter((pair) => !hasBoth(pair) || Math.abs(pair.after - pair.before - together) > steps.moved);
  const far = both.filter(({ before, after }) => Math.abs(after - before) > steps.far);
  return {
    filled: filled.length,
    moved: moved.map(({ key }) => key),
    far: far.map(({ key }) => key),
    drift: average(differences, bits),
  };
}

function indicatorChange(pairs: readonly Pair[], earlier: ColumnLooks, later: ColumnLooks): Change {
  const numbers = new Map(earlier.letters?.map((letter, number) => [letter, number]));
  const translated = (later.letters ?? []).map((letter) => numbers.get(letter) ?? -1);
  const usual = mostCommon(earlier.cells);
  const isSame = ({ before, after }: Pair): boolean => translated[after] === before;
  const filled = pairs.filter((pair) => !(isSame(pair) && pair.before === usual));
  const moved = filled.filter((pair) => !isSame(pair));
  return { filled: filled.length, moved: moved.map(({ key }) => key), far: [], drift: 0 };
}

function columnChange(
  { keys, bits }: TableLooks,
  later: ColumnLooks,
  earlier: ColumnLooks,
  rows: readonly number[],
): ColumnChange {
  const pairs: Pair[] = [];
  rows.forEach((match, row) => {
    if (match < 0) return;
    const [before, after] = [earlier.cells[match] as number, later.cells[row] as number];
    pairs.push({ key: keys[row] as string, before, after });
  });
  const figures = later.letters === undefined;
  const change = figures ? figureChange(pairs, bits) : indicatorChange(pairs, earlier, later);
  return { field: later.field, figures, ...change };
}

/** A column without any text, as figures where the other one has figures. */
function blankAs(column: ColumnLooks, other: ColumnLooks): ColumnLooks {
  const isBlank = column.letters?.every((letter) => letter === "") ?? false;
  return isBlank && other.letters === undefined ? { ...column, letters: undefined } : column;
}

function columnChanges(earlier: TableLooks, later: TableLooks, rows: readonly number[]): ColumnChange[] {
  const known = new Map([...earlier.columns, ...earlier.uniform].map((column) => [column.field, column]));
  return [...later.columns, ...later.uniform].flatMap((column) => {
    const other = known.get(column.field);
    if (other === undefined) return [];
    const [before, after] = [blankAs(other, column), blankAs(column, other)];
    if ((before.letters === undefined) !== (after.letters === undefined)) return [];
    return [columnChange(later, after, before, rows)];
  });
}

/** Compares a table with that of a later publication, key by key. Columns that one of them lacks are not compared. */
export function compareLooks(earlier: TableLooks, later: TableLooks): TableChange {
  const [before, after] = [new Set(earlier.keys), new Set(later.keys)];
  const rows = matches(later.keys, earlier.keys);
  const isGone = (key: string): boolean => !after.has(key);
  const isFresh = (key: string): boolean => !before.has(key);
  return {
    earlierRows: earlier.keys.length,
    laterRows: later.keys.length,
    gone: earlier.keys.filter(isGone),
    hole: longestRun(earlier.keys, isGone),
    fresh: later.keys.filter(isFresh),
    block: longestRun(later.keys, isFresh),
    columns: earlier.bits === later.bits ? columnChanges(earlier, later, rows) : [],
  };
}
