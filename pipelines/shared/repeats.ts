import { printedText, type Table } from "./table.ts";

/** Whether two rows print the same text in every column, but for surrounding blanks. */
export function sameCells(table: Table<unknown>, left: number, right: number): boolean {
  return [...table.columns.byField.keys()].every(
    (field) => printedText(table, left, field)?.trim() === printedText(table, right, field)?.trim(),
  );
}

/** A row that repeats an earlier one cell for cell. */
export interface Repeat {
  readonly key: string;
  readonly rowNumber: number;
  readonly firstRow: number;
}

/** A table with each row once, and the repeats that went. */
export interface WithoutRepeats<Row> {
  readonly table: Table<Row>;
  readonly repeats: readonly Repeat[];
}

/**
 * Keeps rows that repeat an earlier one cell for cell once: CMS prints 3491F twice in January 2009 and a few device
 * rows every year. Rows that share a key and differ stay, for the checks to find.
 */
export function withoutRepeats<Row>(table: Table<Row>, keyOf: (row: Row) => string): WithoutRepeats<Row> {
  const first = new Map<string, number>();
  const kept: number[] = [];
  const repeats: Repeat[] = [];
  table.rows.forEach((row, index) => {
    const key = keyOf(row);
    const rowNumber = table.rowNumbers[index] ?? 0;
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, rowNumber);
    if (earlier === undefined || !sameCells(table, earlier, rowNumber)) kept.push(index);
    else repeats.push({ key, rowNumber, firstRow: earlier });
  });
  if (repeats.length === 0) return { table, repeats };
  const rows = kept.map((index) => table.rows[index] as Row);
  const rowNumbers = kept.map((index) => table.rowNumbers[index] ?? 0);
  return { table: { ...table, rows, rowNumbers }, repeats };
}
