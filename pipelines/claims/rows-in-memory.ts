import type { BuiltTable, FirstFields } from "../documents/built-documents.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Rows that have these values. */
export function rowsWith<Row extends object>(rows: readonly Row[], fields: FirstFields): readonly Row[] {
  const wanted = Object.entries(fields);
  return rows.filter((row) => wanted.every(([name, value]) => (row as Fields)[name] === value));
}

/** Rows that have these values, where the last one may be longer. */
export function rowsStarting<Row extends object>(rows: readonly Row[], fields: FirstFields): readonly Row[] {
  const wanted = Object.entries(fields);
  const [name, start] = wanted.at(-1) ?? ["", ""];
  const same = rowsWith(rows, Object.fromEntries(wanted.slice(0, -1)));
  return same.filter((row) => String((row as Fields)[name]).startsWith(start));
}

/** A published table that was read whole. */
export class RowsInMemory<Head, Row extends object> implements BuiltTable<Head, Row> {
  readonly head: Head;
  private readonly rows: readonly Row[];

  constructor({ rows, ...head }: Head & { readonly rows: readonly Row[] }) {
    this.head = head as Head;
    this.rows = rows;
  }

  rowsOf(fields: FirstFields): readonly Row[] {
    return rowsWith(this.rows, fields);
  }

  rowsBeginning(fields: FirstFields): readonly Row[] {
    return rowsStarting(this.rows, fields);
  }

  rowsHaving(fields: FirstFields): readonly Row[] {
    return rowsWith(this.rows, fields);
  }

  lookUp(): void {
    // Every row is there
  }

  allRows(): readonly Row[] {
    return this.rows;
  }
}
