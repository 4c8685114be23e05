import { distance } from "fastest-levenshtein";
import type { Problem } from "../../schemas/place.ts";
import type { Layout, LayoutColumn } from "../../schemas/source/layout.ts";
import { columnLetter, type Problems } from "../problems/problems.ts";
import { quoted } from "../problems/quoted.ts";
import type { Heading } from "./heading.ts";
import { headingPattern } from "./heading-pattern.ts";
import { misprintsOf } from "./misprints.ts";

/** The column of one of our fields in a file. */
export interface ColumnRef {
  readonly field: string;
  readonly index: number;
  readonly letter: string;
  readonly heading: string;
}

/** Year and month in headings or banner; either may be absent. */
export interface Period {
  readonly year?: string;
  readonly month?: string;
}

/** The columns that a layout's fields have under a heading. */
export interface Columns {
  readonly byField: ReadonlyMap<string, ColumnRef>;
  /** Headings that are not in the layout, for the manifest. */
  readonly unmapped: readonly string[];
  readonly periods: readonly Period[];
  /** Fields whose heading is a misprint of a known one, for the manifest. */
  readonly misprinted: readonly ColumnRef[];
}

interface Hit {
  readonly index: number;
  readonly period: Period;
  readonly misprint?: true;
}

/** "26" is 2026: no file of CMS's is from another century. */
function periodOf({ year2, ...groups }: Record<string, string | undefined> = {}): Period {
  return year2 === undefined ? groups : { year: `20${year2}` };
}

function hitsOf(column: LayoutColumn, texts: readonly string[]): Hit[] {
  const patterns = column.headings.map(headingPattern);
  return texts.flatMap((text, index) => {
    const match = patterns.map((pattern) => pattern.exec(text)).find((found) => found !== null);
    return match === undefined ? [] : [{ index, period: periodOf(match.groups) }];
  });
}

/** A column without heading is found by its neighbour: the blank one to the right of the code. */
function hitsRightOf(field: string, texts: readonly string[], known: ReadonlyMap<string, ColumnRef>): Hit[] {
  const left = known.get(field);
  if (left === undefined || texts[left.index + 1] !== "") return [];
  return [{ index: left.index + 1, period: {} }];
}

function exactHits(column: LayoutColumn, texts: readonly string[], known: ReadonlyMap<string, ColumnRef>): Hit[] {
  return column.rightOf === undefined ? hitsOf(column, texts) : hitsRightOf(column.rightOf, texts, known);
}

/** When years are side by side, as in the GPCI files of 2011, the column is that of the file's own year. */
function ofYear(hits: readonly Hit[], year: string | undefined): readonly Hit[] {
  if (hits.length < 2 || year === undefined) return hits;
  const own = hits.filter((hit) => hit.period.year === year);
  return own.length === 1 && hits.every((hit) => hit.period.year !== undefined) ? own : hits;
}

/** Columns that a field can have: those with one of its headings, else the one with a misprint of it. */
function hitsFor(
  column: LayoutColumn,
  heading: Heading,
  known: ReadonlyMap<string, ColumnRef>,
  misprints: ReadonlyMap<string, number>,
  year: string | undefined,
): readonly Hit[] {
  const exact = exactHits(column, heading.texts, known);
  const misprint = misprints.get(column.field);
  if (exact.length > 0 || misprint === undefined) return ofYear(exact, year);
  return [{ index: misprint, period: {}, misprint: true }];
}

/** The heading nearest to the expected one, among those that no other field claims. */
function nearest(column: LayoutColumn, layout: Layout, texts: readonly string[]): string {
  const claimed = new Set(layout.columns.flatMap((each) => hitsOf(each, texts).map((hit) => hit.index)));
  const wanted = column.headings[0]?.replace(/\{[a-zA-Z0-9]+\}/g, "").toLowerCase() ?? "";
  const ranked = texts
    .filter((text, index) => text !== "" && !claimed.has(index))
    .map((text) => ({ text, far: distance(quoted(text).toLowerCase(), wanted) }))
    .sort((left, right) => left.far - right.far);
  return ranked[0] === undefined
    ? "all other headings belong to other fields"
    : `the nearest is "${quoted(ranked[0].text)}"`;
}

/** Headings that a message lists before it counts the rest; CMS's widest table has 40. */
const LISTED = 50;

function foundText({ texts }: Heading): string {
  const found = texts.filter((text) => text !== "").map((text) => `"${quoted(text)}"`);
  const more = found.length > LISTED ? ` and ${found.length - LISTED} more` : "";
  return `headings found: ${found.slice(0, LISTED).join(", ")}${more}`;
}

function problemOf(
  column: LayoutColumn,
  hits: readonly Hit[],
  heading: Heading,
  layout: Layout,
  file: string,
): Problem {
  const expected = column.headings.map((text) => `"${text}"`).join(" or ");
  const place = { file, row: heading.lastRow };
  const cure = `If CMS renamed the column, add the new heading to ${column.field} in sources/layouts/${layout.id}.json`;
  if (hits.length > 1) {
    const letters = hits.map((hit) => columnLetter(hit.index)).join(", ");
    return { code: "heading.ambiguous", place, message: `columns ${letters} all have the heading ${expected}`, cure };
  }
  const near = nearest(column, layout, heading.texts);
  const message = `no column has the heading ${expected}; ${near}; ${foundText(heading)}`;
  return { code: "heading.missing", place, message, cure };
}

function missingGroups(
  layout: Layout,
  byField: ReadonlyMap<string, ColumnRef>,
  heading: Heading,
  file: string,
): Problem[] {
  const unmet = (layout.oneOf ?? []).filter((fields) => !fields.some((field) => byField.has(field)));
  return unmet.map((fields) => ({
    code: "heading.missing",
    place: { file, row: heading.lastRow },
    message: `expected a column for at least one of ${fields.join(", ")}, found none; ${foundText(heading)}`,
    cure: `Add the heading that CMS uses to sources/layouts/${layout.id}.json`,
  }));
}

/** Two fields with the same column: a mistake of the layout. Their order must not decide it. */
function sharedColumns(byField: ReadonlyMap<string, ColumnRef>, layout: Layout, file: string): Problem[] {
  const owners = new Map<number, string>();
  return [...byField.values()].flatMap((ref) => {
    const owner = owners.get(ref.index);
    owners.set(ref.index, ref.field);
    if (owner === undefined) return [];
    const message = `column ${ref.letter} ("${ref.heading}") matches both ${owner} and ${ref.field}`;
    const cure = `Change the headings in sources/layouts/${layout.id}.json so that the column matches one field`;
    return [{ code: "heading.ambiguous", place: { file, column: ref.letter }, message, cure }];
  });
}

/**
 * Resolves every field of a layout to exactly one column by heading text, never by position.
 *
 * @param heading the joined headings
 * @param layout our fields and the headings CMS has used for them
 * @param file for messages
 * @param problems receives a problem for each field with no column or several
 * @param year the publication's year, which decides when a file has columns for two years
 */
export function resolveColumns(
  heading: Heading,
  layout: Layout,
  file: string,
  problems: Problems,
  year?: string,
): Columns {
  const byField = new Map<string, ColumnRef>();
  const periods: Period[] = [];
  const misprinted: ColumnRef[] = [];
  const misprints = misprintsOf(layout, heading.texts, (column) => hitsOf(column, heading.texts).length > 0);
  for (const column of layout.columns) {
    const hits = hitsFor(column, heading, byField, misprints, year);
    const [hit] = hits;
    if (hits.length > 1 || (hit === undefined && column.optional !== true)) {
      problems.add(problemOf(column, hits, heading, layout, file));
    } else if (hit !== undefined) {
      const ref = columnRef(column.field, hit.index, heading);
      byField.set(column.field, ref);
      periods.push(hit.period);
      if (hit.misprint === true) misprinted.push(ref);
    }
  }
  problems.add(...missingGroups(layout, byField, heading, file), ...sharedColumns(byField, layout, file));
  const mapped = new Set([...byField.values()].map((ref) => ref.index));
  const unmapped = heading.texts.filter((text, index) => text !== "" && !mapped.has(index));
  return { byField, unmapped, periods, misprinted };
}

function columnRef(field: string, index: number, heading: Heading): ColumnRef {
  return { field, index, letter: columnLetter(index), heading: heading.texts[index] ?? "" };
}
