/** A table as rows of plain text. Row r of a spreadsheet is `rows[r - 1]`. */
export interface Grid {
  readonly rows: readonly (readonly string[])[];
  /** Worksheet name, for workbooks. */
  readonly sheet?: string;
  /** Text encoding, for csv and tab text. */
  readonly encoding?: string;
  /** True when numbers are binary floats of a workbook and must be rounded to their published scale. */
  readonly floats: boolean;
  /** True when cells may contain control characters, so that each must be checked. */
  readonly controls?: boolean;
}

/** Trims a text and collapses white space, no-break spaces included. */
export function collapse(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** True for printable ASCII other than the blank: a cell that begins and ends with it needs no trimming. */
function isPlain(code: number): boolean {
  return code > 32 && code < 127;
}

/** True for what \s matches, and for U+FFFD. */
function isBlank(code: number): boolean {
  return (
    code === 32 || (code < 127 ? code > 8 && code < 14 : code === 0xfffd || String.fromCharCode(code).trim() === "")
  );
}

/**
 * A cell without the blanks around it. U+FFFD at its ends counts as a blank: a tool that copied CMS's file wrote it
 * for the no-break space after G0465 and A4341.
 */
export function trimCell(text: string): string {
  if (text === "") return text;
  if (isPlain(text.charCodeAt(0)) && isPlain(text.charCodeAt(text.length - 1))) return text;
  let from = 0;
  let to = text.length;
  while (from < to && isBlank(text.charCodeAt(from))) from += 1;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to -= 1;
  return text.slice(from, to);
}

/** "100" as "00100": gives digits that a spreadsheet read as a number their published width. */
export function restoreZeros(text: string, width: number): string {
  return text.length < width && /^\d+$/.test(text) ? text.padStart(width, "0") : text;
}

/** How many cells of a row are not blank. */
export function filledCells(row: readonly string[]): number {
  let filled = 0;
  for (const cell of row) if (cell.trim() !== "") filled += 1;
  return filled;
}
