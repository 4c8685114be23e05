import { codeNumber, type PtpEdits } from "./ptp-edits.ts";

/** The edits of one code. */
export interface CodeRows {
  readonly hcpcs: string;
  /** Rows with the code in column 1 or in column 2, in order; a row with it in both stands once. */
  readonly rows: Uint32Array;
  /** How many have it in column 1, and how many in column 2. */
  readonly column1: number;
  readonly column2: number;
}

/** Where the rows of each code are in one array. */
interface Slots {
  /** Slot of each code's number. */
  readonly of: ReadonlyMap<number, number>;
  readonly first: Uint32Array;
  readonly second: Uint32Array;
}

/** Counts the rows of each code by column. */
function counted({ column1, column2, count }: PtpEdits, codes: readonly string[]): Slots {
  const of = new Map(codes.map((code, slot) => [codeNumber(code), slot]));
  const [first, second] = [new Uint32Array(codes.length), new Uint32Array(codes.length)];
  for (let row = 0; row < count; row += 1) {
    const own = of.get(column1[row] as number);
    const other = of.get(column2[row] as number);
    if (own !== undefined) first[own] = (first[own] as number) + 1;
    if (other !== undefined) second[other] = (second[other] as number) + 1;
  }
  return { of, first, second };
}

/** Where each code's rows begin, and behind the last one where they end. */
function startsOf({ first, second }: Slots): Uint32Array {
  const starts = new Uint32Array(first.length + 1);
  for (let slot = 0; slot < first.length; slot += 1) {
    starts[slot + 1] = (starts[slot] as number) + (first[slot] as number) + (second[slot] as number);
  }
  return starts;
}

/**
 * The edits of some codes, in the order of the codes: all are found in two passes over the edits, however many codes there
 * are.
 */
export function* rowsOfCodes(edits: PtpEdits, codes: readonly string[]): Generator<CodeRows> {
  const { column1, column2, count } = edits;
  const slots = counted(edits, codes);
  const starts = startsOf(slots);
  const rows = new Uint32Array(starts[codes.length] ?? 0);
  const next = starts.slice();
  const put = (slot: number | undefined, row: number): void => {
    if (slot === undefined) return;
    rows[next[slot] as number] = row;
    next[slot] = (next[slot] as number) + 1;
  };
  for (let row = 0; row < count; row += 1) {
    const [own, other] = [column1[row] as number, column2[row] as number];
    put(slots.of.get(own), row);
    if (other !== own) put(slots.of.get(other), row);
  }
  for (const [slot, hcpcs] of codes.entries()) {
    const own = rows.subarray(starts[slot] as number, next[slot] as number);
    yield { hcpcs, rows: own, column1: slots.first[slot] as number, column2: slots.second[slot] as number };
  }
}
