const [A, Z, ZERO, NINE] = [65, 90, 48, 57] as const;
const LETTERS = 26;

/** The last column and the last row that a worksheet can have. */
const LAST_COLUMN = 16_384;
export const LAST_ROW = 1_048_576;

/** A number written in digits alone; -1 for anything else, and for more than nine digits. */
export function wholeNumber(bytes: Uint8Array, begin: number, end: number): number {
  if (begin >= end || end - begin > 9) return -1;
  let number = 0;
  for (let at = begin; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < ZERO || byte > NINE) return -1;
    number = number * 10 + byte - ZERO;
  }
  return number;
}

/** The column of an address such as "AF12", from 1; 0 when it is none, or none in this row. */
export function columnInRow(bytes: Uint8Array, begin: number, end: number, row: number): number {
  let at = begin;
  let column = 0;
  for (; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < A || byte > Z) break;
    column = column * LETTERS + byte - A + 1;
    if (column > LAST_COLUMN) return 0;
  }
  return bytes[at] !== ZERO && wholeNumber(bytes, at, end) === row ? column : 0;
}
