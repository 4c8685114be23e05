/** Where a cell of a worksheet stands, both from 1. */
export interface CellAddress {
  readonly row: number;
  readonly column: number;
}

const A = 64;

/** "AF12" is column 32 of row 12; undefined for what is no address. */
export function cellAddress(text: string): CellAddress | undefined {
  let at = 0;
  let column = 0;
  for (; at < 3; at += 1) {
    const letter = text.charCodeAt(at) - A;
    if (!(letter >= 1 && letter <= 26)) break;
    column = column * 26 + letter;
  }
  const digits = text.slice(at);
  return column === 0 || !/^[1-9]\d{0,6}$/.test(digits) ? undefined : { row: Number(digits), column };
}
