import { distance } from "fastest-levenshtein";
import type { Layout, LayoutColumn } from "../../schemas/source/layout.ts";

/** CMS's misprints so far are one or two letters: "Adminstrative", "NON-FACILTY", "CARIER". */
const MOST_EDITS = 2;
/** The next best field must be this much further away; otherwise the heading matches none. */
const CLEAR_LEAD = 3;
/** Two letters of a short heading are half of it. */
const SHORTEST = 6;

/** No heading of CMS's is half as long; comparing takes time with the square of the length. */
const LONGEST = 255;

/** A heading without what changes from file to file. */
function bare(text: string): string {
  return text
    .replace(/\{[a-zA-Z0-9]+\}/g, "")
    .replace(/\b\d{4}\b/g, "")
    .replace(/[\s*]+/g, " ")
    .trim()
    .toLowerCase();
}

/** A digit is never a misprint: a work GPCI with a 1.5 floor is another index. */
function digits(text: string): string {
  return text.replace(/\D/g, "");
}

/** A field with its headings in the form that is compared. */
interface Known {
  readonly column: LayoutColumn;
  readonly headings: readonly string[];
}

function farFrom({ headings }: Known, text: string): number {
  const alike = headings.filter((heading) => digits(heading) === digits(text));
  return alike.length === 0 ? Number.POSITIVE_INFINITY : Math.min(...alike.map((heading) => distance(heading, text)));
}

/** The only field that a heading can be a misprint of; undefined when it is not certain. */
function misprintOf(text: string, known: readonly Known[]): LayoutColumn | undefined {
  const wanted = bare(text);
  if (wanted.length < SHORTEST || wanted.length > LONGEST) return undefined;
  const ranked = known
    .map((each) => ({ column: each.column, far: farFrom(each, wanted) }))
    .sort((left, right) => left.far - right.far);
  const [best, next] = ranked;
  if (best === undefined || best.far > MOST_EDITS) return undefined;
  return next === undefined || next.far - best.far >= CLEAR_LEAD ? best.column : undefined;
}

/**
 * Headings that no field claims and that are a misprint of exactly one field which no heading claims.
 *
 * @param claimed whether a field has a column by its exact heading
 * @returns column index by field
 */
export function misprintsOf(
  layout: Layout,
  texts: readonly string[],
  claimed: (column: LayoutColumn) => boolean,
): Map<string, number> {
  const open = layout.columns.filter((column) => column.rightOf === undefined && !claimed(column));
  const found = new Map<string, number>();
  const twice = new Set<string>();
  if (open.length === 0) return found;
  const known = layout.columns.map((column) => ({ column, headings: column.headings.map(bare) }));
  texts.forEach((text, index) => {
    const column = misprintOf(text, known);
    if (column === undefined || !open.includes(column)) return;
    if (found.has(column.field)) twice.add(column.field);
    found.set(column.field, index);
  });
  for (const field of twice) found.delete(field);
  return found;
}
