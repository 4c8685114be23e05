/** How the cells of a column are aligned. */
export type Align = "left" | "right";

/** Escape sequences that colour text and take no room. */
const STYLE = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, "g");

/** Width of a text on a terminal, without its colours. */
export function visibleWidth(text: string): number {
  return text.replace(STYLE, "").length;
}

function padded(text: string, width: number, align: Align): string {
  const blanks = " ".repeat(Math.max(0, width - visibleWidth(text)));
  return align === "right" ? blanks + text : text + blanks;
}

/**
 * A text table with two blanks between columns; cells may have colours.
 *
 * @param rows header first; every row as long as `aligns`
 */
export function textTable(rows: readonly (readonly string[])[], aligns: readonly Align[]): string[] {
  const widths = aligns.map((_, column) => Math.max(...rows.map((row) => visibleWidth(row[column] ?? ""))));
  return rows.map((row) =>
    aligns
      .map((align, column) => padded(row[column] ?? "", widths[column] ?? 0, align))
      .join("  ")
      .trimEnd(),
  );
}
