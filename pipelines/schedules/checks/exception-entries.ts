import type { Problem } from "../../../schemas/place.ts";
import type { Exception } from "../../../schemas/source/parameters.ts";
import { type ReleaseBook, sourceFiles } from "../book.ts";

/** With more rows than this, the whole file breaks the check. */
const WHOLE_FILE = 200;

/** What the violations of one check in one publication have in common. */
interface Group {
  readonly check: string;
  readonly publication: string;
  readonly rows: Map<string, string>;
}

function groupsOf(book: ReleaseBook, unreviewed: readonly Problem[]): Group[] {
  const labels = new Map(sourceFiles(book).map(({ table, publication }) => [table.file, publication.label]));
  const groups = new Map<string, Group>();
  for (const { code, place, message } of unreviewed) {
    const publication = labels.get(place.file) ?? place.file;
    const id = `${code} ${publication}`;
    const group = groups.get(id) ?? { check: code, publication, rows: new Map() };
    groups.set(id, group);
    if (!group.rows.has(place.key ?? "*")) group.rows.set(place.key ?? "*", message);
  }
  return [...groups.values()];
}

function wholeFile({ rows }: Group): ReadonlyMap<string, string> {
  if (rows.size <= WHOLE_FILE) return rows;
  const [first = ""] = rows.values();
  return new Map([["*", `${rows.size} rows break the check, the first one: ${first}`]]);
}

/**
 * Violations as entries of `sources/exceptions.json`, each once; one entry for a whole file that breaks a check.
 *
 * @param unreviewed violations of an unregistered release
 * @param reason why CMS's figures break the rule; by default what the check saw
 * @param source who gives the reason
 */
export function exceptionEntries(
  book: ReleaseBook,
  unreviewed: readonly Problem[],
  reason: string | undefined,
  source: string,
): Exception[] {
  return groupsOf(book, unreviewed).flatMap((group) =>
    [...wholeFile(group)].map(([key, seen]) => ({
      check: group.check,
      publication: group.publication,
      key,
      reason: reason ?? seen,
      source,
    })),
  );
}
