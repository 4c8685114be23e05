import Papa from "papaparse";
import type { Batch, ExportShape } from "./long-tables.ts";

const LINES = { newline: "\n", quotes: (value: unknown) => value === "" };

/** First line of a table's csv: the names of its columns. */
export function csvHeading({ columns }: ExportShape): string {
  return `${Object.keys(columns).join(",")}\n`;
}

/**
 * A table as csv, in pieces: UTF-8, one line a row. Null is nothing between two commas and an empty text is "", as
 * PostgreSQL's COPY reads them.
 */
export function* csvOf(table: ExportShape, batches: Iterable<Batch>): Generator<Uint8Array> {
  yield Buffer.from(csvHeading(table));
  const names = Object.keys(table.columns);
  for (const batch of batches) {
    const count = batch[names[0] ?? ""]?.length ?? 0;
    const rows = Array.from({ length: count }, (_, at) => names.map((name) => batch[name]?.[at] ?? null));
    if (count > 0) yield Buffer.from(`${Papa.unparse(rows, LINES)}\n`);
  }
}
