import type { Batch, ExportShape, Value } from "./column-types.ts";

/** A table as a JSON array, one object a row, one row a line; decimals are text. */
export function sheetJson({ columns }: ExportShape, batch: Batch<readonly Value[]>): string {
  const names = Object.keys(columns);
  const count = batch[names[0] ?? ""]?.length ?? 0;
  const rowAt = (at: number) => Object.fromEntries(names.map((name) => [name, batch[name]?.[at] ?? null]));
  const rows = Array.from({ length: count }, (_, at) => JSON.stringify(rowAt(at)));
  return `[\n${rows.join(",\n")}\n]\n`;
}
