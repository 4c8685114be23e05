import type { Problem } from "../../schemas/place.ts";
import { isOnRequest, type Origin, type Role } from "../../schemas/source/release.ts";
import { type Inputs, type Located, type Missing, type Skipped, sourceOfRole } from "../inputs/locate.ts";
import { otherQuarter } from "../inputs/ncci-names.ts";
import { openTable, type WorkbookCache } from "../inputs/open-table.ts";
import { MAIN_ROLES } from "../inputs/roles.ts";
import { Problems, renderPlace } from "../problems/problems.ts";
import { quoted } from "../problems/quoted.ts";
import { silentPeriod, wrongPeriod } from "../tables/period.ts";
import { originOf, type SourceFile } from "../tables/source-file.ts";
import { readTable, type Table, withoutRepeats } from "../tables/table.ts";
import { ROLES, type RowOf, tableKind } from "./table-rows.ts";

/**
 * Tables of which rows that repeat an earlier one cell for cell are kept once: CMS prints 3491F twice in January 2009
 * and a few device rows every year. Rows that share a key and differ stay, for the checks to find.
 */
const KEPT_ONCE: ReadonlySet<Role> = new Set(["rvu", "rvu-qpp", "asc-ff", "zip5"]);

/** The tables that were found for a release. */
export type ReadTables = { readonly [R in Role]?: SourceFile<RowOf[R]> };

function once<Row>(role: Role, table: Table<Row>): Pick<SourceFile<Row>, "table" | "repeats"> {
  if (!KEPT_ONCE.has(role)) return { table, repeats: [] };
  const number = (row: number): number => table.rowNumbers[row] ?? 0;
  const repeats = table.repeats.map(({ row, first }) => ({
    key: table.key(row),
    rowNumber: number(row),
    firstRow: number(first),
  }));
  return { table: withoutRepeats(table), repeats };
}

/** What others have edited or put together may have lost its banner, and the registry says that it is no file of CMS's. */
const AS_CMS_POSTED: ReadonlySet<Origin> = new Set(["cms", "unverified"]);

function mustProveItself(located: Located): boolean {
  const { publication, changed } = located;
  return (changed || !publication.registered) && AS_CMS_POSTED.has(originOf({ ...located, changed: false }));
}

async function readLocated<R extends Role>(
  located: Located,
  role: R,
  cache: WorkbookCache,
  problems: Problems,
): Promise<SourceFile<RowOf[R]> | undefined> {
  const { publication, entry, format, sha256, changed, shown, archive } = located;
  const kind = tableKind(role);
  const year = publication.window.from.slice(0, 4);
  const table = await problems.attempt(async () =>
    readTable(await openTable(located, kind.layout, cache), shown, kind, problems, year),
  );
  if (table === undefined) return undefined;
  const wrong =
    otherQuarter(located) ??
    wrongPeriod(table, publication) ??
    (mustProveItself(located) && silentPeriod(table, publication, kind.layout));
  if (wrong) problems.add(wrong);
  return { id: role, publication, entry, format, sha256, changed, archive, ...once(role, table) };
}

/** One attempt to read a table from one of its formats. */
interface Attempt {
  readonly located: Located;
  readonly file: SourceFile<unknown> | undefined;
  readonly problems: readonly Problem[];
}

/** Reads a table from the first format that can be read. Only the last attempt can be the good one. */
async function attempts(located: Located, role: Role, cache: WorkbookCache): Promise<Attempt[]> {
  const made: Attempt[] = [];
  for (let next: Located | undefined = located; next !== undefined; next = await next.next?.()) {
    const problems = new Problems();
    const file = await readLocated(next, role, cache, problems);
    made.push({ located: next, file, problems: problems.list });
    if (!problems.any) break;
  }
  return made;
}

/** A reason is one line of a list; the whole problem is reported beside it. */
const REASON = 200;

function firstProblem({ problems }: Attempt): string {
  const [first] = problems;
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more problems)` : "";
  return first === undefined ? "" : `${renderPlace(first.place)}: ${quoted(first.message, REASON)}${more}`;
}

function skippedFor(good: Attempt): (failed: Attempt) => Skipped {
  return (failed) => ({
    file: failed.located.shown,
    reason: `could not be read: ${firstProblem(failed)}; ${good.located.shown} is read instead`,
  });
}

/** What was read of a release. */
export interface Read {
  readonly tables: ReadTables;
  /** Tables other than the main ones that could not be read, and their problems. */
  readonly unreadable: readonly Missing[];
  readonly unreadableBecause: readonly Problem[];
  /** Formats that could not be read when another one of the same table could. */
  readonly skipped: readonly Skipped[];
}

/** Collects what is read, table by table. */
class Reading implements Read {
  readonly tables: Partial<Record<Role, SourceFile<unknown>>> & ReadTables = {};
  readonly unreadable: Missing[] = [];
  readonly unreadableBecause: Problem[] = [];
  readonly skipped: Skipped[] = [];
  private readonly cache: WorkbookCache = new Map();

  async add(located: Located, role: Role, problems: Problems): Promise<void> {
    const made = await attempts(located, role, this.cache);
    const [first, last] = [made[0], made.at(-1)];
    if (first === undefined || last === undefined) return;
    const isRead = last.problems.length === 0;
    if (isRead) this.skipped.push(...made.slice(0, -1).map(skippedFor(last)));
    else if (MAIN_ROLES.has(role) || isOnRequest(located.publication.family)) problems.add(...first.problems);
    else {
      this.unreadable.push({
        source: sourceOfRole(role),
        kind: "unreadable",
        reason: `could not be read: ${firstProblem(first)}`,
        expected: true,
      });
      this.unreadableBecause.push(...first.problems);
      return;
    }
    const { file } = isRead ? last : first;
    if (file !== undefined) Object.assign(this.tables, { [role]: file });
  }
}

/**
 * Reads every table that was found. A table that cannot be read in one format is read from the next.
 *
 * @param problems receives the problems of the main tables and of those that were asked for; those of others are returned
 */
export async function readTables(inputs: Inputs, problems: Problems): Promise<Read> {
  const reading = new Reading();
  for (const role of ROLES) {
    const located = inputs.located.find((each) => each.entry.role === role);
    if (located !== undefined) await reading.add(located, role, problems);
  }
  return reading;
}
