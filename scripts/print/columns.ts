/** How a column's cells stand. */
export type Align = "left" | "right";

/** Escape sequences that colour text and take no room. */
const STYLE = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, "g");

/** Columns of a terminal that a text takes, its colours apart. */
export function visibleWidth(text: string): number {
  return text.replace(STYLE, "").length;
}

function padded(text: string, width: number, align: Align): string {
  const blanks = " ".repeat(Math.max(0, width - visibleWidth(text)));
  return align === "right" ? blanks + text : text + blanks;
}

/**
 * A text table with two blanks between columns; cells may carry colours.
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

function withThousands(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ",");
}

/** "18,865": a count with thousands commas, whatever the locale. */
export function countText(count: number): string {
  return withThousands(String(count));
}

/** "1 row", "2 rows", "18,865 rows". */
export function counted(count: number, one: string): string {
  return `${countText(count)} ${one}${count === 1 ? "" : "s"}`;
}

/** "$1,773.92" from "1773.92". */
export function dollars(text: string): string {
  const [whole = "", cents = ""] = text.split(".");
  return `$${withThousands(whole)}.${cents}`;
}

/** What "NA" before an amount means, below every table that has one. */
export const NA_LEGEND = "NA: CMS marks the service as rarely or never done at that site";
