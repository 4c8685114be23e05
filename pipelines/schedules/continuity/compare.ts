import type { ColumnLooks, TableLooks } from "./looks.ts";
import { ZERO } from "./magnitude.ts";

/** How one column changed, over the keys that both tables have. */
export interface ColumnChange {
  readonly field: string;
  readonly figures: boolean;
  /** Rows in which the column says more than its usual text, or a figure, on either side. */
  readonly filled: number;
  /** Keys of those rows with another text, or with a figure that came, went or moved by more than a step. */
  readonly moved: readonly string[];
  /** How many figures moved many times further. */
  readonly far: number;
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

/** How many marks a figure may move, and how many are far: of a large table its double and 8 times, of a small one 3 % and 20 %. */
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

/** A pair of cells: whether it says anything, and how far the two are apart; Infinity for another text. */
type CellTest = (later: number, earlier: number) => { readonly filled: boolean; readonly apart: number };

function figureTest(): CellTest {
  return (later, earlier) => {
    const [is, was] = [later > ZERO, earlier > ZERO];
    if (!(is || was)) return { filled: false, apart: 0 };
    return { filled: true, apart: is === was ? Math.abs(later - earlier) : Number.POSITIVE_INFINITY };
  };
}

function letterTest(column: ColumnLooks, earlier: ColumnLooks): CellTest {
  const numbers = new Map(earlier.letters?.map((letter, number) => [letter, number]));
  const translated = (column.letters ?? []).map((letter) => numbers.get(letter) ?? -1);
  const usual = mostCommon(earlier.cells);
  return (later, before) => {
    const same = translated[later] === before;
    return { filled: !(same && before === usual), apart: same ? 0 : Number.POSITIVE_INFINITY };
  };
}

function columnChange(
  later: TableLooks,
  column: ColumnLooks,
  earlier: ColumnLooks,
  rows: readonly number[],
): ColumnChange {
  const figures = column.letters === undefined;
  const test = figures ? figureTest() : letterTest(column, earlier);
  const steps = later.bits < FINE_FROM_BITS ? STEPS.coarse : STEPS.fine;
  const moved: string[] = [];
  let [filled, far] = [0, 0];
  rows.forEach((match, row) => {
    if (match < 0) return;
    const pair = test(column.cells[row] as number, earlier.cells[match] as number);
    if (pair.filled) filled += 1;
    if (pair.apart > steps.moved) moved.push(later.keys[row] as string);
    if (Number.isFinite(pair.apart) && pair.apart > steps.far) far += 1;
  });
  return { field: column.field, figures, filled, moved, far };
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
