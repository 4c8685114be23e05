import type { SourceFile } from "../tables/source-file.ts";
import { type ColumnsOf, cellPlace, rowCount } from "../tables/table.ts";
import type { Findings, Violation } from "./check.ts";

/** What is wrong with one row: its fields, and the sentence. */
export interface RowFault {
  readonly fields: readonly string[];
  readonly message: string;
}

/** A check of one row: undefined when it does not apply, null when it holds. */
export type RowTest = (row: number) => RowFault | null | undefined;

/** A row that breaks a check, at the cells that show it. */
export function violationAt(
  { table, publication }: SourceFile<unknown>,
  row: number,
  { fields, message }: RowFault,
): Violation {
  const key = table.key(row);
  const first = cellPlace(table, row, fields[0] ?? "", key);
  const { heading: _, ...withoutHeading } = first;
  const column = fields.map((field) => table.found.byField.get(field)?.letter ?? "?").join(":");
  const place = fields.length > 1 ? { ...withoutHeading, column } : first;
  return { key, publication: publication.label, place, message };
}

/** A file that breaks a check as a whole, or with a code that it lacks. */
export function violationOf({ table, publication }: SourceFile<unknown>, key: string, message: string): Violation {
  return { key, publication: publication.label, place: { file: table.file, key }, message };
}

/**
 * Checks every row of a file.
 *
 * @param test makes the test from the columns of the file
 */
export function checkRows<Row>(file: SourceFile<Row>, test: (columns: ColumnsOf<Row>) => RowTest): Findings {
  const { table } = file;
  const rows = rowCount(table);
  const testRow = test(table.columns);
  const violations: Violation[] = [];
  const looked = new Uint8Array(rows);
  let checked = 0;
  for (let row = 0; row < rows; row += 1) {
    const found = testRow(row);
    if (found === undefined) continue;
    looked[row] = 1;
    checked += 1;
    if (found !== null) violations.push(violationAt(file, row, found));
  }
  const compared = (key: string): boolean => looked.some((done, row) => done === 1 && table.key(row) === key);
  return { checked, violations, publications: [file.publication.label], compared };
}

/** No row repeats another cell for cell. */
export function checkRepeats(file: SourceFile<unknown>, keyField: string): Findings {
  const violations = file.repeats.map(({ key, rowNumber, firstRow }) => ({
    key,
    publication: file.publication.label,
    place: { ...cellPlace(file.table, -1, keyField, key), row: rowNumber },
    message: `row ${firstRow} has the same key and the same cells`,
  }));
  const keys = new Set(violations.map((each) => each.key));
  const checked = rowCount(file.table) + violations.length;
  return { checked, violations, publications: [file.publication.label], compared: (key) => keys.has(key) };
}

/** No key occurs twice, except in rows that repeat another cell for cell. */
export function checkUnique(file: SourceFile<unknown>, keyField: string): Findings {
  const firstRow = new Map<string, number>();
  const { key, rowNumbers } = file.table;
  return checkRows(file, () => (row) => {
    const own = key(row);
    const first = firstRow.get(own);
    if (first !== undefined) return { fields: [keyField], message: `row ${first} has the same key` };
    firstRow.set(own, rowNumbers[row] ?? 0);
    return null;
  });
}
