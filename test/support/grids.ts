import type * as z from "zod";
import type { Grid } from "../../pipelines/tables/grid.ts";
import type { TableKind } from "../../pipelines/tables/table.ts";
import type { Layout } from "../../schemas/source/layout.ts";

/** A grid as a csv reader gives it. */
export function textGrid(rows: readonly (readonly string[])[]): Grid {
  return { rows, encoding: "utf-8", floats: false };
}

/** A kind of table whose key field tells the rows apart. */
export function kindWith<Schema extends z.ZodObject>(layout: Layout, schema: Schema): TableKind<z.output<Schema>> {
  const keyOf = (columns: unknown) => {
    const column = (columns as Readonly<Record<string, { at: (row: number) => unknown }>>)[layout.key];
    return (row: number) => String(column?.at(row));
  };
  return { layout, schema: schema as never, keyOf, modernise: (table) => table };
}

/** A small layout: code, two stacked headings, an optional column, a mark without heading. */
export const SMALL_LAYOUT: Layout = {
  id: "small",
  title: "small table",
  member: "small",
  key: "code",
  keyPattern: "^[0-9A-Z]{5}$",
  columns: [
    { field: "code", headings: ["CODE"] },
    { field: "mark", headings: [""], rightOf: "code", optional: true },
    { field: "pe", headings: ["NON-FAC PE RVU"], decimals: 2 },
    { field: "rate", headings: ["{month} {year} Payment Rate{note}"], decimals: 2, lossy: "allowed" },
    { field: "note", headings: ["NOTE"], optional: true },
  ],
  period: { grid: {}, text: {} },
};
