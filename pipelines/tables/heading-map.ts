import { didYouMean } from "../problems/nearest.ts";
import { columnLetter } from "../problems/problems.ts";

/** What users print over one field. */
interface KnownHeadings {
  readonly words: string;
  /** The first that a file has is read. */
  readonly headings: readonly string[];
  /** Several columns may be one field: Mod1, Mod2. */
  readonly several?: true | undefined;
}

/** One column of a user's file, and the field that is read from it; null where it is not read. */
interface MappedColumn<Field extends string> {
  readonly column: string;
  readonly heading: string;
  readonly field: Field | null;
}

/** Which columns of a user's file are which fields. */
export interface HeadingMap<Field extends string> {
  /** Position of the row with the headings. */
  readonly row: number;
  readonly columns: ReadonlyMap<Field, readonly number[]>;
  readonly mapping: readonly MappedColumn<Field>[];
  /** Headings that would be read, but cannot: twice the same, or nearly that of a field without a column. */
  readonly doubts: readonly { readonly at: number; readonly message: string }[];
}

type Known<Field extends string> = Readonly<Record<Field, KnownHeadings>>;

/** A report may have a title, a day and a filter above its headings. */
const ROWS_SEARCHED = 20;

/** Shorter words are often near another one: DOS is the day of service, not a misprint of POS. */
const LEAST_LIKE = 5;

/** "CPT/HCPCS®" as "cpt hcpcs". */
function bare(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/** How early a heading is in the list of a field; undefined where it is not in it. */
function rankOf(heading: string, { headings, several }: KnownHeadings): number | undefined {
  const text = bare(heading);
  const names = several === true ? [text, text.replace(/ ?\d+$/, "")] : [text];
  const rank = headings.findIndex((each) => names.includes(each));
  return rank < 0 ? undefined : rank;
}

interface Candidate {
  readonly at: number;
  readonly rank: number;
}

function candidatesOf(cells: readonly string[], known: KnownHeadings): Candidate[] {
  return cells.flatMap((cell, at) => {
    const rank = rankOf(cell, known);
    return rank === undefined ? [] : [{ at, rank }];
  });
}

/** The columns of a field: all where it may have several, else the one with the earliest heading. */
function chosen(candidates: readonly Candidate[], { several }: KnownHeadings): readonly number[] {
  if (several === true) return candidates.map(({ at }) => at);
  const first = Math.min(...candidates.map(({ rank }) => rank));
  return candidates.filter(({ rank }) => rank === first).map(({ at }) => at);
}

function entriesOf<Field extends string>(known: Known<Field>): [Field, KnownHeadings][] {
  return Object.entries(known) as [Field, KnownHeadings][];
}

function mapRow<Field extends string>(row: number, cells: readonly string[], known: Known<Field>): HeadingMap<Field> {
  const columns = new Map<Field, readonly number[]>();
  const doubts: { at: number; message: string }[] = [];
  for (const [field, each] of entriesOf(known)) {
    const [first, ...others] = chosen(candidatesOf(cells, each), each);
    if (first === undefined) continue;
    columns.set(field, each.several === true ? [first, ...others] : [first]);
    if (each.several !== true)
      doubts.push(...others.map((at) => ({ at, message: `"${cells[at]?.trim()}" is there twice` })));
  }
  const fieldAt = new Map([...columns].flatMap(([field, positions]) => positions.map((at) => [at, field] as const)));
  const missing = entriesOf(known).flatMap(([field, { headings }]) => (columns.has(field) ? [] : headings));
  const mapping = cells.flatMap((cell, at): MappedColumn<Field>[] => {
    const heading = cell.trim();
    return heading === "" ? [] : [{ column: columnLetter(at), heading, field: fieldAt.get(at) ?? null }];
  });
  cells.forEach((cell, at) => {
    const near = fieldAt.has(at) || bare(cell).length < LEAST_LIKE ? "" : didYouMean(bare(cell), missing);
    if (near !== "") doubts.push({ at, message: `"${cell.trim()}" is no heading that is known${near}` });
  });
  return { row, columns, mapping, doubts: doubts.sort((left, right) => left.at - right.at) };
}

/**
 * Finds the row of headings in a user's file, and which column is which field.
 *
 * @param rows cells of the file
 * @param known what may be printed over each field
 * @param required fields without which a row is not the headings
 * @returns the first of the upper rows with all required fields; else the row with most fields, if there is any
 */
export function mapHeadings<Field extends string>(
  rows: readonly (readonly string[])[],
  known: Known<Field>,
  required: readonly Field[],
): HeadingMap<Field> | undefined {
  const maps = rows.slice(0, ROWS_SEARCHED).map((cells, row) => mapRow(row, cells, known));
  const whole = maps.find(({ columns }) => required.every((field) => columns.has(field)));
  if (whole !== undefined) return whole;
  const most = Math.max(0, ...maps.map(({ columns }) => columns.size));
  return most === 0 ? undefined : maps.find(({ columns }) => columns.size === most);
}
