import type { Problem } from "../../schemas/place.ts";
import type { Exception } from "../../schemas/source/parameters.ts";
import { type ReleaseBook, sourceFiles } from "../book.ts";

/**
 * Violations as entries of `sources/exceptions.json`, each once.
 *
 * @param unreviewed violations of a release that nobody has registered
 * @param reason why CMS's figures break the rule; without one, what the check saw
 * @param source who says so
 */
export function exceptionEntries(
  book: ReleaseBook,
  unreviewed: readonly Problem[],
  reason: string | undefined,
  source: string,
): Exception[] {
  const labels = new Map(sourceFiles(book).map(({ table, publication }) => [table.file, publication.label]));
  const entries = unreviewed.map(({ code, place, message }) => ({
    check: code,
    publication: labels.get(place.file) ?? place.file,
    key: place.key ?? "*",
    reason: reason ?? message,
    source,
  }));
  const byKey = new Map(entries.map((entry) => [`${entry.check} ${entry.publication} ${entry.key}`, entry]));
  return [...byKey.values()];
}
