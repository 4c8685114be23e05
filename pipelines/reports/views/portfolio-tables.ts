import { type Content, type TableBlock, table } from "./view.ts";

/** Headings of columns of nothing but figures. */
const FIGURES: ReadonlySet<string> = new Set([
  "services",
  "units",
  "before",
  "after",
  "change",
  "%",
  "% of the amount",
]);

/** The row of a sum. */
export const ALL = "all";

type Row = readonly Content[];

/** A table of figures under the headings that say so; the row of a sum stands out. */
export function figuresGrid(caption: string, headings: readonly string[], rows: readonly Row[]): TableBlock {
  return table<Row>({
    caption,
    hidesCaption: true,
    columns: headings.map((heading, at) => ({
      heading,
      cell: (row: Row) => row[at],
      ...(FIGURES.has(heading) ? { isNumber: true as const } : {}),
    })),
    rows,
    standsOut: (row) => row.includes(ALL),
  });
}
