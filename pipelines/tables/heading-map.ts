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
  /** Headings that would be read, but are there twice. */
  readonly doubts: readonly HeadingDoubt[];
}

/** A heading that would be read, but cannot. */
interface HeadingDoubt {
  readonly at: number;
  readonly message: string;
}

type Known<Field extends string> = Readonly<Record<Field, KnownHeadings>>;

/** A report may have a title, a day and a filter above its headings. */
const ROWS_SEARCHED = 20;

/** Shorter words are often near another one: DOS is the day of service, not a misprint of POS. */
const LEAST_LIKE = 5;

/** "CPT/HCPCS®" as "cpt hcpcs". */
export function bare(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/** "2026 Fee" is a fee. */
const YEAR = /\b20\d\d\b/;

/** Programs write "nonFacilityFee" and "non_facility_fee" for "non-facility fee". */
export function squeezed(text: string): string {
  return text.replaceAll(" ", "");
}

/** How early each heading is in the list of a field. */
const RANKS = new WeakMap<KnownHeadings, ReadonlyMap<string, number>>();

function ranksOf(known: KnownHeadings): ReadonlyMap<string, number> {
  const ready = RANKS.get(known);
  if (ready !== undefined) return ready;
  const ranks = new Map(known.headings.map((each, rank) => [squeezed(each), rank] as const).reverse());
  RANKS.set(known, ranks);
  return ranks;
}

/** What a heading may stand for: itself, itself without a year, and of a field with several columns without a number. */
interface Names {
  readonly plain: readonly string[];
  readonly ofSeveral: string;
}

function namesOf(heading: string): Names {
  const text = bare(heading);
  const plain = [...new Set([text, text.replace(YEAR, "")].map(squeezed))];
  return { plain, ofSeveral: squeezed(text.replace(/ ?\d+$/, "")) };
}

/** How early a heading is in the list of a field; undefined where it is not in it. */
function rankOf({ plain, ofSeveral }: Names, known: KnownHeadings): number | undefined {
  const ranks = ranksOf(known);
  const found = [...plain, ...(known.several === true ? [ofSeveral] : [])].flatMap((name) => ranks.get(name) ?? []);
  return found.length === 0 ? undefined : Math.min(...found);
}

interface Candidate {
  readonly at: number;
  readonly rank: number;
}

function candidatesOf(cells: readonly Names[], known: KnownHeadings): Candidate[] {
  return cells.flatMap((names, at) => {
    const rank = rankOf(names, known);
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
  const names = cells.map(namesOf);
  const doubts: HeadingDoubt[] = [];
  for (const [field, each] of entriesOf(known)) {
    const [first, ...others] = chosen(candidatesOf(names, each), each);
    if (first === undefined) continue;
    columns.set(field, each.several === true ? [first, ...others] : [first]);
    if (each.several !== true)
      doubts.push(...others.map((at) => ({ at, message: `"${cells[at]?.trim()}" is there twice` })));
  }
  const fieldAt = new Map([...columns].flatMap(([field, positions]) => positions.map((at) => [at, field] as const)));
  const mapping = cells.flatMap((cell, at): MappedColumn<Field>[] => {
    const heading = cell.trim();
    return heading === "" ? [] : [{ column: columnLetter(at), heading, field: fieldAt.get(at) ?? null }];
  });
  return { row, columns, mapping, doubts };
}

/** Headings that are nearly those of a field without a column. */
export function nearDoubts<Field extends string>(
  map: Pick<HeadingMap<string>, "columns">,
  cells: readonly string[],
  known: Known<Field>,
): HeadingDoubt[] {
  const missing = entriesOf(known).flatMap(([field, { headings }]) => (map.columns.has(field) ? [] : headings));
  const read = new Set([...map.columns.values()].flat());
  return cells.flatMap((cell, at): HeadingDoubt[] => {
    const like = read.has(at) || bare(cell).length < LEAST_LIKE ? "" : didYouMean(bare(cell), missing);
    return like === "" ? [] : [{ at, message: `"${cell.trim()}" is not a known heading${like}` }];
  });
}

/** Each of the upper rows, as if it were the headings. */
export function upperMaps<Field extends string>(
  rows: readonly (readonly string[])[],
  known: Known<Field>,
): HeadingMap<Field>[] {
  return rows.slice(0, ROWS_SEARCHED).map((cells, row) => mapRow(row, cells, known));
}

/**
 * The headings among the upper rows of a file.
 *
 * @param required fields without which a row is not the headings
 * @returns the first with all required fields; else the row with most fields, if there is any
 */
export function bestMap<Field extends string>(
  maps: readonly HeadingMap<Field>[],
  required: readonly Field[],
): HeadingMap<Field> | undefined {
  const whole = maps.find(({ columns }) => required.every((field) => columns.has(field)));
  const most = Math.max(0, ...maps.map(({ columns }) => columns.size));
  return whole ?? (most === 0 ? undefined : maps.find(({ columns }) => columns.size === most));
}

/**
 * Finds the row of headings in a user's file, and which column is which field.
 *
 * @param rows cells of the file
 * @param known what may be printed over each field
 */
export function mapHeadings<Field extends string>(
  rows: readonly (readonly string[])[],
  known: Known<Field>,
  required: readonly Field[],
): HeadingMap<Field> | undefined {
  return bestMap(upperMaps(rows, known), required);
}
