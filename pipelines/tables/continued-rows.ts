import { collapse, type Grid } from "./grid.ts";
import type { Heading } from "./heading.ts";

/** Begins a note below the table. */
const NOTE = "*";

function isNote(row: readonly string[]): boolean {
  return row.some((cell) => cell.trimStart().startsWith(NOTE));
}

/** Both rows as one, cell by cell. */
function joined(above: readonly string[], below: readonly string[]): string[] {
  return above.map((cell, column) => collapse(`${cell} ${below[column] ?? ""}`));
}

/** For each row the one whose cells it goes on with: itself where it has a key or is a note. */
function ownersOf(rows: Grid["rows"], keyColumn: number): number[] {
  let above = -1;
  return rows.map((row, at) => {
    const note = isNote(row);
    const isOwn = note || above < 0 || collapse(row[keyColumn] ?? "") !== "";
    const owner = isOwn ? at : above;
    above = note ? -1 : owner;
    return owner;
  });
}

/**
 * Joins each row without a key to the row above it: CMS spreads a definition over several rows. The joined rows stay as
 * blank ones, so that row numbers are the file's.
 */
export function joinContinued(grid: Grid, { keyColumn, lastRow }: Heading): Grid {
  const below: (readonly string[])[] = grid.rows.slice(lastRow);
  for (const [at, owner] of ownersOf(below, keyColumn).entries()) {
    if (owner === at) continue;
    below[owner] = joined(below[owner] ?? [], below[at] ?? []);
    below[at] = [];
  }
  return { ...grid, rows: [...grid.rows.slice(0, lastRow), ...below] };
}
