import type { Findings, Violation } from "./check.ts";
import type { SourceFile } from "./source-file.ts";
import { cellPlace } from "./table.ts";

/** What is wrong with one row: the fields it shows in, and the sentence. */
export interface RowFault {
  readonly fields: readonly string[];
  readonly message: string;
}

/** How a check looks at one row: undefined when it does not apply, null when it holds. */
export type RowTest<Row> = (row: Row, index: number) => RowFault | null | undefined;

function lettersOf<Row>(file: SourceFile<Row>, fields: readonly string[]): string {
  return fields.map((field) => file.table.columns.byField.get(field)?.letter ?? "?").join(":");
}

function violation<Row>(file: SourceFile<Row>, index: number, key: string, found: RowFault): Violation {
  const [first = ""] = found.fields;
  const place = cellPlace(file.table, file.table.rowNumbers[index] ?? 0, first, key);
  const { heading: _, ...rest } = place;
  const several = found.fields.length > 1;
  return {
    key,
    publication: file.publication.label,
    place: several ? { ...rest, column: lettersOf(file, found.fields) } : place,
    message: found.message,
  };
}

/**
 * Looks at every row of a file.
 *
 * @param keyOf the row's key as exceptions name it
 * @param test what must hold
 */
export function checkRows<Row>(file: SourceFile<Row>, keyOf: (row: Row) => string, test: RowTest<Row>): Findings {
  const { rows } = file.table;
  const violations: Violation[] = [];
  const looked = new Uint8Array(rows.length);
  let checked = 0;
  rows.forEach((row, index) => {
    const found = test(row, index);
    if (found === undefined) return;
    looked[index] = 1;
    checked += 1;
    if (found !== null) violations.push(violation(file, index, keyOf(row), found));
  });
  const compared = (key: string): boolean => rows.some((row, index) => looked[index] === 1 && keyOf(row) === key);
  return { checked, violations, publications: [file.publication.label], compared };
}

function repeated<Row>(file: SourceFile<Row>, keyField: string): Violation[] {
  return file.repeats.map(({ key, rowNumber, firstRow }) => ({
    key,
    publication: file.publication.label,
    place: cellPlace(file.table, rowNumber, keyField, key),
    message: `the key stands in row ${firstRow} already, with the same cells`,
  }));
}

/** No row repeats another cell for cell. */
export function checkRepeats<Row>(file: SourceFile<Row>, keyField: string): Findings {
  const violations = repeated(file, keyField);
  const keys = new Set(violations.map((each) => each.key));
  const checked = file.table.rows.length + violations.length;
  return { checked, violations, publications: [file.publication.label], compared: (key) => keys.has(key) };
}

/** Every key at most once, rows that repeat another cell for cell apart. */
export function checkUnique<Row>(file: SourceFile<Row>, keyField: string, keyOf: (row: Row) => string): Findings {
  const firstRow = new Map<string, number>();
  return checkRows(file, keyOf, (row, index) => {
    const key = keyOf(row);
    const first = firstRow.get(key);
    if (first !== undefined) return { fields: [keyField], message: `the key stands in row ${first} already` };
    firstRow.set(key, file.table.rowNumbers[index] ?? 0);
    return null;
  });
}
