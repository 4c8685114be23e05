import type { PtpEdits } from "./ptp-edits.ts";

function isSame({ column1, column2, effective, deletion }: PtpEdits, one: number, other: number): boolean {
  return (
    column1[one] === column1[other] &&
    column2[one] === column2[other] &&
    effective[one] === effective[other] &&
    deletion[one] === deletion[other]
  );
}

/** A number of 32 bits that equal keys share. */
function hashOf({ column1, column2, effective, deletion }: PtpEdits, row: number): number {
  let hash = Math.imul(column1[row] as number, 0x9e3779b1) ^ Math.imul(column2[row] as number, 0x85ebca6b);
  hash ^= Math.imul(((effective[row] as number) << 16) | (deletion[row] as number), 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** A power of two: at least three slots for two rows, so that a row is found in two look-ups on average. */
function slotsFor(rows: number): number {
  let size = 2;
  while (size * 2 < rows * 3) size *= 2;
  return size;
}

/**
 * Rows that have the codes and the days of an earlier one, with that one. A table of row numbers, found by a hash of the
 * key, takes four bytes a slot and no order of the rows.
 */
export function* repeatedRows(edits: PtpEdits): Generator<{ row: number; first: number }> {
  const size = slotsFor(edits.count);
  // A row is one more than its number, so that 0 is a free slot.
  const slots = new Uint32Array(size);
  for (let row = 0; row < edits.count; row += 1) {
    let slot = hashOf(edits, row) & (size - 1);
    while (slots[slot] !== 0 && !isSame(edits, (slots[slot] as number) - 1, row)) slot = (slot + 1) & (size - 1);
    if (slots[slot] === 0) slots[slot] = row + 1;
    else yield { row, first: (slots[slot] as number) - 1 };
  }
}
