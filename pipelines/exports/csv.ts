import Papa, { type UnparseConfig } from "papaparse";
import { formatScaled } from "../../schemas/scaled.ts";
import type { Batch, ColumnType, ColumnValues, ExportShape, Value } from "./column-types.ts";

/** Lines in which an empty text is nothing, as in what spreadsheet programs write. */
export const PLAIN_LINES: UnparseConfig = { newline: "\n" };
/** Lines that a spreadsheet takes from the clipboard. */
export const PASTED_LINES: UnparseConfig = { newline: "\n", delimiter: "\t" };
/** Lines in which an empty text is "" and null is nothing, as PostgreSQL's COPY reads them. */
const COPY_LINES: UnparseConfig = { ...PLAIN_LINES, quotes: (value: unknown) => value === "" };

const TEXT = new TextEncoder();

/** Integers are decimals in the last place of the column. */
function textsOf(values: ColumnValues, type: ColumnType): readonly Value[] {
  if ("texts" in values) return Array.from(values.positions, (at) => values.texts[at] ?? null);
  if (!(values instanceof Int32Array)) return values;
  const scale = typeof type === "string" ? 0 : type.scale;
  return Array.from(values, (value) => formatScaled(value, scale));
}

/** First line of a table's csv: the names of its columns. */
export function csvHeading({ columns }: ExportShape, lines: UnparseConfig = PLAIN_LINES): string {
  return `${Papa.unparse([Object.keys(columns)], lines)}\n`;
}

/** A table as csv, in pieces: UTF-8, one line a row. */
export function* csvOf(
  table: ExportShape,
  batches: Iterable<Batch>,
  lines: UnparseConfig = COPY_LINES,
): Generator<Uint8Array> {
  yield TEXT.encode(csvHeading(table, lines));
  const columns = Object.entries(table.columns);
  for (const batch of batches) {
    const texts = columns.map(([name, type]) => textsOf(batch[name] ?? [], type));
    const count = texts[0]?.length ?? 0;
    const rows = Array.from({ length: count }, (_, at) => texts.map((column) => column[at] ?? null));
    if (count > 0) yield TEXT.encode(`${Papa.unparse(rows, lines)}\n`);
  }
}
