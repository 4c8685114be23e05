import { distance } from "fastest-levenshtein";
import type { Problem } from "../../schemas/place.ts";
import type { Layout, LayoutColumn } from "../../schemas/source/layout.ts";
import type { Heading } from "./heading.ts";
import { columnLetter } from "./problems.ts";

/** Where one of our fields stands in a file. */
export interface ColumnRef {
  readonly field: string;
  readonly index: number;
  readonly letter: string;
  readonly heading: string;
}

/** Year and month that headings or banner name; either may be absent. */
export interface Period {
  readonly year?: string;
  readonly month?: string;
}

/** The result of resolving a layout against a heading. */
export interface Columns {
  readonly byField: ReadonlyMap<string, ColumnRef>;
  /** Headings that the layout does not know, kept for the manifest. */
  readonly unmapped: readonly string[];
  readonly periods: readonly Period[];
}

/** What the tokens in a layout's headings stand for. */
const TOKENS: Readonly<Record<string, string>> = {
  year: "(?<year>\\d{4})",
  month: "(?<month>jan(?:uary)?|apr(?:il)?|july?|oct(?:ober)?)",
  amount: "\\$[\\d,.]+",
  note: "[\\s*\\d]*",
};

function headingPattern(heading: string): RegExp {
  const source = heading
    .split(/(\{[a-z]+\})/)
    .map((part) => TOKENS[part.slice(1, -1)] ?? part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("");
  return new RegExp(`^${source}$`, "i");
}

interface Hit {
  readonly index: number;
  readonly period: Period;
}

function hitsOf(column: LayoutColumn, texts: readonly string[]): Hit[] {
  const patterns = column.headings.map(headingPattern);
  return texts.flatMap((text, index) => {
    const match = patterns.map((pattern) => pattern.exec(text)).find((found) => found !== null);
    return match === undefined ? [] : [{ index, period: { ...match.groups } }];
  });
}

/** A column without heading is known by its neighbour: the blank one to the right of the code. */
function hitsRightOf(field: string, texts: readonly string[], known: ReadonlyMap<string, ColumnRef>): Hit[] {
  const left = known.get(field);
  if (left === undefined || texts[left.index + 1] !== "") return [];
  return [{ index: left.index + 1, period: {} }];
}

/** The heading most like the wanted one among those that no other field claims. */
function nearest(column: LayoutColumn, layout: Layout, texts: readonly string[]): string {
  const claimed = new Set(layout.columns.flatMap((each) => hitsOf(each, texts).map((hit) => hit.index)));
  const wanted = column.headings[0]?.replace(/\{[a-z]+\}/g, "").toLowerCase() ?? "";
  const ranked = texts
    .filter((text, index) => text !== "" && !claimed.has(index))
    .map((text) => ({ text, far: distance(text.toLowerCase(), wanted) }))
    .sort((left, right) => left.far - right.far);
  return ranked[0] === undefined ? "every other heading is taken" : `nearest is "${ranked[0].text}"`;
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
    return { code: "heading.ambiguous", place, message: `columns ${letters} all read ${expected}`, cure };
  }
  const found = heading.texts.filter((text) => text !== "").map((text) => `"${text}"`);
  const near = nearest(column, layout, heading.texts);
  const message = `no column reads ${expected}; ${near}; headings found: ${found.join(", ")}`;
  return { code: "heading.missing", place, message, cure };
}

function missingGroups(layout: Layout, byField: ReadonlyMap<string, ColumnRef>, file: string): Problem[] {
  const unmet = (layout.oneOf ?? []).filter((fields) => !fields.some((field) => byField.has(field)));
  return unmet.map((fields) => ({
    code: "heading.missing",
    place: { file },
    message: `at least one of ${fields.join(", ")} must have a column, none was found`,
    cure: `Add the heading that CMS uses to sources/layouts/${layout.id}.json`,
  }));
}

/** Two of our fields that read the same column: a layout mistake, never to be settled by order. */
function sharedColumns(byField: ReadonlyMap<string, ColumnRef>, layout: Layout, file: string): Problem[] {
  const owners = new Map<number, string>();
  return [...byField.values()].flatMap((ref) => {
    const owner = owners.get(ref.index);
    owners.set(ref.index, ref.field);
    if (owner === undefined) return [];
    const message = `column ${ref.letter} ("${ref.heading}") fits both ${owner} and ${ref.field}`;
    const cure = `Make the headings in sources/layouts/${layout.id}.json exclude each other`;
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
 */
export function resolveColumns(heading: Heading, layout: Layout, file: string, problems: Problem[]): Columns {
  const byField = new Map<string, ColumnRef>();
  const periods: Period[] = [];
  for (const column of layout.columns) {
    const beside = column.rightOf;
    const hits = beside === undefined ? hitsOf(column, heading.texts) : hitsRightOf(beside, heading.texts, byField);
    const [hit] = hits;
    if (hit === undefined && column.optional === true) continue;
    if (hit === undefined || hits.length > 1) {
      problems.push(problemOf(column, hits, heading, layout, file));
      continue;
    }
    const text = heading.texts[hit.index] ?? "";
    byField.set(column.field, {
      field: column.field,
      index: hit.index,
      letter: columnLetter(hit.index),
      heading: text,
    });
    periods.push(hit.period);
  }
  problems.push(...missingGroups(layout, byField, file), ...sharedColumns(byField, layout, file));
  const mapped = new Set([...byField.values()].map((ref) => ref.index));
  const unmapped = heading.texts.filter((text, index) => text !== "" && !mapped.has(index));
  return { byField, unmapped, periods };
}
